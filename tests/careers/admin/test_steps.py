"""The steps of a text, and who may take them."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from careers.editorial.models import Career, State
from careers.models import AuditEntry, Version
from careers.publishing.working_copies import publish
from tests.careers.admin.filling import editor, form_address, page_of
from tests.careers.editing import (
    ADMINISTRATOR,
    MODERATOR,
    REVIEWER,
    WRITER,
    full_profile,
    make_career,
    make_person,
    short,
)

pytestmark = pytest.mark.django_db

STATE_BEFORE = {"submit": State.DRAFT, "approve": State.READY, "ask": State.READY, "take-back": State.READY}
FUTURE = timezone.localtime() + dt.timedelta(days=3)
MOMENT = {"publish_at_0": f"{FUTURE:%Y-%m-%d}", "publish_at_1": "09:30:00"}


def take(client: Client, career: Career, step: str, **values: str) -> int:
    data = {"seen": str(career.lock_version), "note": "Because.", **values}
    return client.post(page_of(career, f"step/{step}/"), data).status_code


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (WRITER, {"submit", "take-back"}),
        (REVIEWER, {"submit", "approve", "ask", "publish", "schedule", "withdraw", "take-back"}),
        (ADMINISTRATOR, {"submit", "approve", "ask", "publish", "schedule", "withdraw", "take-back"}),
        (MODERATOR, set()),
    ],
    ids=["writer", "reviewer", "administrator", "moderator"],
)
def test_only_the_right_roles_take_a_step(client: Client, role: str, allowed: set[str]) -> None:
    career = make_career()
    publish(copy=career, by="maker")
    editor(client, role)

    taken = set()
    for step in ("submit", "approve", "ask", "publish", "schedule", "withdraw", "take-back"):
        Career.objects.update(state=STATE_BEFORE.get(step, State.DRAFT))
        career.refresh_from_db()
        entries = AuditEntry.objects.count()
        status = take(client, career, step, **(MOMENT if step == "schedule" else {}))
        assert status in {302, 403}
        assert (AuditEntry.objects.count() > entries) == (status == 302)
        taken |= {step} if status == 302 else set()

    assert taken == allowed


@pytest.mark.parametrize(
    "path",
    [
        "step/publish/",
        "history/",
        "compare/?from=draft",
        "preview/",
        "link/",
        "versions/1/revert/",
        "proposals/1/",
        "change/",
    ],
)
def test_nothing_of_the_desk_is_open_without_logging_in(client: Client, path: str) -> None:
    career = make_career()

    response = client.get(page_of(career, path))

    assert response.status_code == 302
    assert "/account/login/" in client.get(response["Location"], follow=True).redirect_chain[-1][0]


def test_account_without_a_role_sees_no_text(client: Client) -> None:
    career = make_career()
    editor(client)

    assert client.get(form_address(career)).status_code == 403
    assert client.get(page_of(career, "history/")).status_code == 403


def test_review_goes_by_mail(client: Client, django_capture_on_commit_callbacks: object) -> None:
    career = make_career()
    make_person("rae", REVIEWER)
    editor(client, WRITER)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture that is a function
        take(client, career, "submit", note="Please look at the pay notes.")

    assert [(message.to, "pay notes" in message.body) for message in mail.outbox] == [
        (["rae@desk.example"], True)
    ]


def test_changes_are_not_asked_without_saying_which(client: Client) -> None:
    career = make_career()
    Career.objects.update(state=State.READY)
    editor(client, REVIEWER)

    response = client.post(page_of(career, "step/ask/"), {"seen": "1", "note": " "})

    assert "Say what to change." in response.content.decode()
    assert Career.objects.get().state == State.READY


def test_publishing_shows_what_readers_would_see_change(client: Client) -> None:
    career = make_career()
    publish(copy=career, by="maker")
    Career.objects.update(overview="By the river.")
    editor(client, REVIEWER)

    page = client.get(page_of(career, "step/publish/")).content.decode()

    assert "<ins>By the river.</ins>" in page


def test_unfinished_text_is_not_published_and_says_what_is_missing(client: Client) -> None:
    career = make_career(short(summary=""))
    editor(client, REVIEWER)

    page = client.get(page_of(career, "step/publish/")).content.decode()
    take(client, career, "publish")

    assert "Line: This is missing." in page
    assert not Version.objects.exists()


def test_scheduled_text_waits_for_its_moment(client: Client) -> None:
    career = make_career()
    editor(client, REVIEWER)

    take(client, career, "schedule", **MOMENT)

    version = Version.objects.get()
    assert version.status() == "scheduled"
    assert timezone.localtime(version.publish_at).strftime("%H:%M") == "09:30"


def test_schedule_in_the_past_is_refused_in_words(client: Client) -> None:
    career = make_career()
    editor(client, REVIEWER)

    data = {"seen": str(career.lock_version), "publish_at_0": "2020-01-01", "publish_at_1": "09:30"}
    page = client.post(page_of(career, "step/schedule/"), data).content.decode()

    assert "This moment is past" in page
    assert not Version.objects.exists()


def test_publishing_what_somebody_changed_meanwhile_is_refused(client: Client) -> None:
    career = make_career()
    editor(client, REVIEWER)

    response = client.post(page_of(career, "step/publish/"), {"seen": str(career.lock_version - 1)})

    assert "saved this text since you opened it" in response.content.decode()
    assert not Version.objects.exists()


def test_looking_at_a_step_takes_none(client: Client) -> None:
    career = make_career(full_profile())
    editor(client, REVIEWER)

    for step in ("submit", "publish", "schedule", "withdraw"):
        client.get(page_of(career, f"step/{step}/"))

    career.refresh_from_db()
    assert career.state == State.DRAFT
    assert not Version.objects.exists()


def test_signed_link_needs_no_account(client: Client) -> None:
    career = make_career(full_profile())
    editor(client, WRITER)

    link = client.get(page_of(career, "link/")).context["link"]
    client.logout()

    page = client.get(link.removeprefix("http://testserver"))
    assert "Boats come home by your light." in page.content.decode()
