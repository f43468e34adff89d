"""Writing: drafts are saved, rows keep their order, and readers see nothing of it."""

import pytest
from django.test import Client
from django.urls import reverse

from careers.editorial.models import Career, Guide, State
from careers.models import Version
from careers.publishing.working_copies import publish
from tests.careers.admin.filling import add_row, editor, filled, form_address, page_of
from tests.careers.editing import MODERATOR, REVIEWER, WRITER, full_profile, make_career
from tests.careers.making import make_sheet, save_sheet

pytestmark = pytest.mark.django_db


def test_saving_changes_the_draft_and_nothing_that_readers_see(client: Client) -> None:
    career = make_career()
    publish(copy=career, by="maker")
    editor(client, WRITER)

    client.post(form_address(career), {**filled(client, form_address(career)), "overview": "By the river."})

    career.refresh_from_db()
    assert (career.overview, career.state, career.changed_by) == ("By the river.", State.DRAFT, "ann")
    assert Version.objects.live().get().document["overview"] == ""
    assert b"By the river" not in client.get("/careers/lantern-keepers/").content


def test_whole_profile_is_saved_as_it_was(client: Client) -> None:
    career = make_career(full_profile())
    publish(copy=career, by="maker")
    editor(client, WRITER)

    response = client.post(form_address(career), filled(client, form_address(career)))

    assert response.status_code == 302, response.context["errors"]
    before = career.lock_version
    career.refresh_from_db()
    assert career.lock_version == before, "not a word was changed"


def test_new_rows_come_last(client: Client) -> None:
    career = make_career(full_profile())
    editor(client, WRITER)

    data = add_row(filled(client, form_address(career)), "duties", verb="Row", rest="home.", position="0")
    client.post(form_address(career), data)

    assert [duty.verb for duty in career.duties.all()] == ["Trim", "Fill", "Row"]


def test_rows_are_kept_in_the_order_they_were_dragged_to(client: Client) -> None:
    career = make_career(full_profile())
    editor(client, WRITER)

    data = filled(client, form_address(career))
    client.post(form_address(career), {**data, "duties-0-position": "1", "duties-1-position": "0"})

    assert [duty.verb for duty in career.duties.all()] == ["Fill", "Trim"]


def test_long_line_stays_one_line(client: Client) -> None:
    career = make_career()
    editor(client, WRITER)

    data = filled(client, form_address(career))
    client.post(form_address(career), {**data, "duties-0-rest": "each wick\n before dusk."})

    assert career.duties.get().rest == "each wick before dusk."


def test_line_ends_of_browsers_are_no_change(client: Client) -> None:
    career = make_career(full_profile(overview="One.\n\nTwo."))
    editor(client, WRITER)

    data = filled(client, form_address(career))
    client.post(form_address(career), {**data, "overview": "One.\r\n\r\nTwo."})

    before = career.lock_version
    career.refresh_from_db()
    assert (career.lock_version, career.overview) == (before, "One.\n\nTwo.")


def test_career_is_written_from_nothing(client: Client) -> None:
    save_sheet(make_sheet())
    editor(client, WRITER)

    data = {"title": "Lantern keeper", "slug": "lantern-keepers", "occupation": "99-1234.00", "summary": ""}
    response = client.post(reverse("admin:editorial_career_add"), data, follow=True)

    career = Career.objects.get()
    assert response.redirect_chain[-1][0] == form_address(career)
    assert (career.key, career.editor.get_username() if career.editor else "") == ("99-1234.00", "ann")
    assert [chapter["id"] for chapter in response.context["chapters"]] == [
        "page", "work", "pay", "outlook", "begin", "more",
    ]  # fmt: skip


def test_every_field_stands_in_a_chapter(client: Client) -> None:
    career = make_career(full_profile())
    editor(client, WRITER)

    context = client.get(form_address(career)).context

    parts = [part for chapter in context["chapters"] for part in chapter["parts"]]
    assert sum(part["fieldset"] is not None for part in parts) == len(list(context["adminform"]))
    assert sum(part["rows"] is not None for part in parts) == len(context["inline_admin_formsets"])


def test_errors_are_counted_at_their_chapter(client: Client) -> None:
    career = make_career()
    editor(client, WRITER)

    data = add_row(filled(client, form_address(career)), "steps", text="Ask a sailor.", position="0")
    response = client.post(form_address(career), data)

    errors = {chapter["id"]: chapter["errors"] for chapter in response.context["chapters"]}
    assert (errors["begin"], errors["page"], response.context["first_chapter"]) == (1, 0, "begin")


def test_figures_and_checks_stand_beside_the_form(client: Client) -> None:
    career = make_career()
    Career.objects.update(summary="")
    editor(client, WRITER)

    response = client.get(form_address(career))

    page = response.content.decode()
    assert "$50,250" in page or response.context["figures"].cells[0].value in page
    assert [(pointer["label"], pointer["field"]) for pointer in response.context["errors_to_mend"]] == [
        ("Line", "id_summary")
    ]


def test_published_text_cannot_be_deleted(client: Client) -> None:
    career = make_career()
    publish(copy=career, by="maker")
    editor(client, REVIEWER)

    response = client.post(page_of(career, "delete/"), {"post": "yes"})

    assert response.status_code == 403
    assert Career.objects.exists()


def test_draft_that_was_never_published_can_be_deleted(client: Client) -> None:
    career = make_career()
    editor(client, REVIEWER)

    client.post(page_of(career, "delete/"), {"post": "yes"})

    assert not Career.objects.exists()


def test_moderator_reads_and_saves_nothing(client: Client) -> None:
    career = make_career()
    editor(client, MODERATOR)

    page = client.get(form_address(career))
    saved = client.post(form_address(career), {"title": "Changed"})

    assert (page.status_code, saved.status_code) == (200, 403)


def test_guide_gets_real_paragraphs(client: Client) -> None:
    editor(client, WRITER)
    client.post(
        reverse("admin:editorial_guide_add"), {"title": "Reading pay", "slug": "reading-pay", **_no_rows()}
    )
    guide = Guide.objects.get()

    data = filled(client, form_address(guide))
    body = "<h1>Why</h1><div>One.<br><br>Two.</div>"
    client.post(form_address(guide), {**data, "body": body})

    guide.refresh_from_db()
    assert guide.body == "<h2>Why</h2><p>One.</p><p>Two.</p>"


def _no_rows() -> dict[str, str]:
    return {"sources-TOTAL_FORMS": "0", "sources-INITIAL_FORMS": "0"}
