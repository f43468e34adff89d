"""The front page: what waits for whoever opens it."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from careers.editorial.models import Career, LinkCheck, State
from careers.models import KnownEdition, Release, SheetRecord, Version
from careers.publishing.versions import VersionSubject, propose
from careers.publishing.working_copies import publish
from tests.careers.admin.filling import editor, form_address, page_of
from tests.careers.editing import MODERATOR, REVIEWER, WRITER, make_career, short

pytestmark = pytest.mark.django_db


def cards(client: Client) -> dict[str, list[tuple[str, str]]]:
    """What each card of the front page lists: title and note."""
    all_cards = client.get("/admin/").context["cards"]
    return {card.title: [(item.title, item.note) for item in card.items] for card in all_cards}


def test_new_desk_says_that_nothing_waits(client: Client) -> None:
    editor(client, WRITER)

    page = client.get("/admin/").content.decode()

    assert "Nothing waits for you." in page
    assert "Nobody has looked yet: run check_links." in page


def test_text_ready_for_review_waits_for_reviewers_only(client: Client) -> None:
    make_career()
    Career.objects.update(state=State.READY, state_note="Please.", state_at=timezone.now())

    reviewer = cards(editor(client, REVIEWER, name="rae"))
    writer = cards(editor(client, WRITER))

    assert reviewer["Waiting for you"] == [("Lantern keeper", "Ready for review: Please.")]
    assert writer["Waiting for you"] == []


def test_text_given_back_waits_for_its_editor(client: Client) -> None:
    make_career()
    editor(client, WRITER)
    Career.objects.update(state=State.CHANGES_ASKED, editor=int(client.session["_auth_user_id"]))

    assert [title for title, _note in cards(client)["Waiting for you"]] == ["Lantern keeper"]


def test_drafts_schedules_and_overdue_reviews_are_listed(client: Client) -> None:
    career = make_career()
    publish(copy=career, by="maker", publish_at=timezone.now() + dt.timedelta(days=2))
    make_career(
        short(title="Bell ringer", slug="bell-ringer", owns_address=True, figures_note="Together."),
        sheet=False,
    )
    Career.objects.filter(pk=career.pk).update(review_due_on=dt.date(2020, 1, 1))

    shown = cards(editor(client, WRITER))

    assert shown["Scheduled"][0][0] == "Lantern keeper"
    assert [title for title, _note in shown["Drafts"]] == ["Bell ringer"]
    assert shown["Past their review date"] == [("Lantern keeper", "due Jan. 1, 2020")]


def test_text_older_than_its_figures_says_what_would_change(client: Client) -> None:
    publish(copy=make_career(), by="maker")
    sheet = SheetRecord.objects.get()
    for release in sheet.document["releases"].values():
        release["edition"] = "May 2031"
    sheet.document["pay"]["annual"]["median"]["value"] = 99_990.0
    sheet.save()

    shown = cards(editor(client, WRITER))

    assert shown["Texts older than their figures"][0][0] == "Lantern keeper"
    assert "→ $99,990" in shown["Texts older than their figures"][0][1]


def test_newer_edition_that_is_not_loaded_is_named(client: Client) -> None:
    make_career()
    release = Release.objects.get()
    KnownEdition.objects.create(family=release.family, edition="99.1", published_on="2026-01")

    shown = cards(editor(client, WRITER))

    assert shown["Figures to load"] == [(str(release), "A newer edition is out: 99.1 (January 2026).")]


def test_dead_links_name_where_they_stand(client: Client) -> None:
    LinkCheck.objects.create(
        address="https://guild.example/",
        state=LinkCheck.State.GONE,
        checked_at=timezone.now(),
        used_in=[{"kind": "career", "key": "k", "title": "Lantern keeper"}],
    )

    assert cards(editor(client, WRITER))["Dead links"] == [
        ("https://guild.example/", "Gone; in Lantern keeper")
    ]


def test_moderator_gets_no_writers_cards(client: Client) -> None:
    shown = cards(editor(client, MODERATOR))

    assert "Drafts" not in shown
    assert "Searches that found nothing" in shown


@pytest.fixture
def proposed() -> Career:
    career = make_career()
    publish(copy=career, by="maker")
    document = short(overview="Shipped words.")
    propose(
        subject=VersionSubject("career", career.key), document=document, by="shipped text", note="Newer text."
    )
    career.refresh_from_db()
    return career


def test_proposed_text_is_looked_at_and_taken(client: Client, proposed: Career) -> None:
    editor(client, WRITER)
    waiting = cards(client)["Newer shipped texts"]
    page = page_of(proposed, "proposals/2/")

    shown = client.get(page).content.decode()
    client.post(page, {"take": "1"})

    assert waiting == [("Lantern keeper", "Newer text.")]
    assert "<ins>Shipped words.</ins>" in shown
    assert Career.objects.get().overview == "Shipped words."
    assert Version.objects.live().get().document["overview"] == ""


def test_proposed_text_is_refused(client: Client, proposed: Career) -> None:
    editor(client, WRITER)

    client.post(page_of(proposed, "proposals/2/"), {"refuse": "1", "note": "Ours is better."})

    assert Career.objects.get().overview == ""
    assert cards(client)["Newer shipped texts"] == []


def test_moderator_answers_no_proposal(client: Client, proposed: Career) -> None:
    editor(client, MODERATOR)

    assert client.post(page_of(proposed, "proposals/2/"), {"take": "1"}).status_code == 403
    assert client.get(form_address(proposed)).status_code == 200


def test_ticked_proposals_are_published_at_once(client: Client, proposed: Career) -> None:
    editor(client, REVIEWER)
    page = "/admin/editorial/career/proposals/"

    shown = client.get(page).content.decode()
    client.post(page, {"take": [Version.objects.proposed().get().pk, "x"]})

    assert "Lantern keeper" in shown
    assert Version.objects.live().get().document["overview"] == "Shipped words."
    assert "No newer text waits" in client.get(page).content.decode()


def test_draft_with_changes_of_its_own_is_left_alone(client: Client, proposed: Career) -> None:
    Career.objects.update(in_short="Ours.")
    editor(client, REVIEWER)

    response = client.post(
        "/admin/editorial/career/proposals/", {"take": [Version.objects.proposed().get().pk]}, follow=True
    )

    assert (
        "Left alone, because their drafts have changes of their own: Lantern keeper."
        in response.content.decode()
    )
    assert Version.objects.live().get().number == 1


def test_writer_publishes_no_proposal(client: Client, proposed: Career) -> None:
    editor(client, WRITER)

    response = client.post(
        "/admin/editorial/career/proposals/", {"take": [Version.objects.proposed().get().pk]}
    )

    assert response.status_code == 403
    assert Version.objects.proposed().exists()


def test_front_page_takes_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    publish(copy=make_career(), by="maker")
    editor(client, REVIEWER)

    with django_assert_max_num_queries(30):
        client.get("/admin/")
