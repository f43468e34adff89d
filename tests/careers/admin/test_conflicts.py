"""Two people at one text: the second is told who changed what, and loses nothing."""

from typing import Any

import pytest
from django.test import Client

from careers.editorial.models import Career, Guide
from careers.publishing.proposals import has_unpublished_changes
from careers.publishing.working_copies import publish, record_save, revert
from tests.careers.admin.filling import add_row, editor, filled, form_address, page_of
from tests.careers.editing import WRITER, full_profile, make_career

pytestmark = pytest.mark.django_db


@pytest.fixture
def career() -> Career:
    return make_career(full_profile())


def opened_then_overtaken(client: Client, career: Career, **theirs: Any) -> dict[str, Any]:
    """The form as Ann opened it, after which Bob saved ``theirs``."""
    editor(client, WRITER)
    data = filled(client, form_address(career))
    for name, value in theirs.items():
        setattr(career, name, value)
    career.save()
    record_save(copy=career, by="bob")
    return data


def save_both(client: Client, response: Any, **choices: str) -> None:
    context = response.context
    data = {"typed": context["typed"], "seen": context["seen"], **choices}
    client.post(context["merge_address"], data)


def test_second_is_told_who_changed_what_and_nothing_is_saved(client: Client, career: Career) -> None:
    data = opened_then_overtaken(client, career, overview="Theirs.")

    response = client.post(form_address(career), {**data, "in_short": "Mine."})

    page = response.content.decode()
    assert response.status_code == 409
    assert "bob saved this text" in page
    assert "<ins>Theirs.</ins>" in page
    career.refresh_from_db()
    assert (career.overview, career.in_short) == ("Theirs.", "Light, water, night.")


def test_changes_to_different_parts_are_both_kept(client: Client, career: Career) -> None:
    data = opened_then_overtaken(client, career, overview="Theirs.")
    data = add_row({**data, "in_short": "Mine."}, "duties", verb="Row", rest="home.", position="0")

    response = client.post(form_address(career), data)
    save_both(client, response)

    career.refresh_from_db()
    assert (career.overview, career.in_short, career.changed_by) == ("Theirs.", "Mine.", "ann")
    assert [duty.verb for duty in career.duties.all()] == ["Trim", "Fill", "Row"]


@pytest.mark.parametrize(("choice", "kept"), [("mine", "Mine."), ("theirs", "Theirs.")])
def test_part_that_both_changed_is_chosen(client: Client, career: Career, choice: str, kept: str) -> None:
    data = opened_then_overtaken(client, career, overview="Theirs.")

    response = client.post(form_address(career), {**data, "overview": "Mine."})
    save_both(client, response, **{"take-overview": choice})

    assert [diff.field for diff in response.context["clashes"]] == ["overview"]
    assert Career.objects.get().overview == kept


def test_rows_that_the_first_brought_back_anew_are_no_obstacle(client: Client, career: Career) -> None:
    """Bringing a version back gives every row another number than the open form knows."""
    version = publish(copy=career, by="maker")
    career.refresh_from_db()
    editor(client, WRITER)
    data = filled(client, form_address(career))
    career.overview = "Theirs."
    career.save()
    record_save(copy=career, by="bob")
    revert(copy=career, version=version, by="bob")
    career.refresh_from_db()

    response = client.post(form_address(career), {**data, "duties-0-rest": "each wick twice."})
    save_both(client, response)

    assert [duty.rest for duty in career.duties.all()] == ["each wick twice.", "the lamps."]


def test_deleted_row_stays_deleted(client: Client, career: Career) -> None:
    data = opened_then_overtaken(client, career, overview="Theirs.")

    response = client.post(form_address(career), {**data, "duties-0-DELETE": "on"})
    save_both(client, response)

    assert [duty.verb for duty in career.duties.all()] == ["Fill"]


def test_mistake_in_the_second_form_is_shown_with_everything_typed(client: Client, career: Career) -> None:
    data = opened_then_overtaken(client, career, overview="Theirs.")

    response = client.post(form_address(career), {**data, "in_short": "Mine.", "duties-0-verb": ""})

    assert response.status_code == 200
    assert "Mine." in response.content.decode()
    assert career.duties.count() == 2


def test_third_save_in_between_asks_again(client: Client, career: Career) -> None:
    data = opened_then_overtaken(client, career, overview="Theirs.")
    response = client.post(form_address(career), {**data, "in_short": "Mine."})
    career.refresh_from_db()
    career.figures_note = "Third."
    career.save()
    record_save(copy=career, by="cyd")

    context = response.context
    again = client.post(context["merge_address"], {"typed": context["typed"], "seen": context["seen"]})
    save_both(client, again)

    career.refresh_from_db()
    assert again.status_code == 409
    assert (career.overview, career.in_short, career.figures_note) == ("Theirs.", "Mine.", "Third.")


def test_merged_draft_waits_to_be_published(client: Client, career: Career) -> None:
    publish(copy=career, by="maker")
    career.refresh_from_db()
    data = opened_then_overtaken(client, career, overview="Theirs.")

    save_both(client, client.post(form_address(career), {**data, "in_short": "Mine."}))

    career.refresh_from_db()
    assert has_unpublished_changes(career)


def test_guides_are_brought_together_too(client: Client) -> None:
    guide = Guide.objects.create(title="Pay", slug="pay", summary="How to read it.")
    record_save(copy=guide, by="maker")
    editor(client, WRITER)
    data = filled(client, form_address(guide))
    guide.body = "<p>Theirs.</p>"
    guide.save()
    record_save(copy=guide, by="bob")

    save_both(client, client.post(form_address(guide), {**data, "summary": "Mine."}))

    guide.refresh_from_db()
    assert (guide.body, guide.summary) == ("<p>Theirs.</p>", "Mine.")


def test_forged_text_is_refused(client: Client, career: Career) -> None:
    editor(client, WRITER)

    response = client.post(page_of(career, "merge/"), {"typed": "forged", "seen": "1"})

    assert response.status_code == 400
