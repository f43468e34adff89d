"""From draft to approved, and who hears of it."""

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoCaptureOnCommitCallbacks

from careers.editorial import workflow
from careers.editorial.models import Career, State
from careers.editorial.roles import ensure_roles
from careers.editorial.workflow import StepError
from careers.models import AuditEntry
from tests.careers.editing import ADMINISTRATOR, MODERATOR, REVIEWER, WRITER, make_career, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def career() -> Career:
    career = make_career()
    career.editor = make_person("wes", WRITER, first_name="Wes", last_name="Wu")
    career.save()
    return career


@pytest.fixture
def reviewer() -> User:
    return make_person("rita", REVIEWER, first_name="Rita", last_name="Roe")


def writer() -> User:
    return User.objects.get(username="wes")


def test_submitted_text_waits_for_review_and_reviewers_hear_of_it(
    career: Career, reviewer: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        workflow.submit(copy=career, by=writer(), note="Please look at the steps.")

    career.refresh_from_db()
    assert (career.state, career.state_note) == (State.READY, "Please look at the steps.")
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["rita@desk.example"], "Ready for review: Lantern keeper")
    assert "Wes Wu asks for a review of “Lantern keeper”." in message.body
    assert "Please look at the steps." in message.body


def test_changes_are_asked_with_a_note_and_the_editor_hears_of_it(
    career: Career, reviewer: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    workflow.submit(copy=career, by=writer())

    with django_capture_on_commit_callbacks(execute=True):
        workflow.ask_for_changes(copy=career, by=reviewer, note="Name the source.")

    career.refresh_from_db()
    assert career.state == State.CHANGES_ASKED
    assert [message.to for message in mail.outbox] == [["wes@desk.example"]]
    assert "Name the source." in mail.outbox[0].body


def test_approved_text_can_be_published_and_its_editor_hears_of_it(
    career: Career, reviewer: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    workflow.submit(copy=career, by=writer())

    with django_capture_on_commit_callbacks(execute=True):
        workflow.approve(copy=career, by=reviewer)

    career.refresh_from_db()
    assert career.state == State.APPROVED
    assert [message.to for message in mail.outbox] == [["wes@desk.example"]]


def test_given_back_text_is_submitted_again(career: Career, reviewer: User) -> None:
    workflow.submit(copy=career, by=writer())
    workflow.ask_for_changes(copy=career, by=reviewer, note="Name the source.")

    workflow.submit(copy=career, by=writer())

    career.refresh_from_db()
    assert career.state == State.READY


def test_changes_cannot_be_asked_without_saying_which(career: Career, reviewer: User) -> None:
    workflow.submit(copy=career, by=writer())

    with pytest.raises(StepError, match="Say what to change"):
        workflow.ask_for_changes(copy=career, by=reviewer, note=" ")


def test_draft_that_nobody_submitted_is_not_approved(career: Career, reviewer: User) -> None:
    with pytest.raises(StepError, match="“Lantern keeper” is draft"):
        workflow.approve(copy=career, by=reviewer)


def test_writer_does_not_approve_and_moderator_does_not_submit(career: Career) -> None:
    workflow.submit(copy=career, by=writer())

    with pytest.raises(PermissionDenied):
        workflow.approve(copy=career, by=writer())
    with pytest.raises(PermissionDenied):
        workflow.take_back(copy=career, by=make_person("mo", MODERATOR))


def test_every_step_is_in_the_audit_log(career: Career, reviewer: User) -> None:
    workflow.submit(copy=career, by=writer())
    workflow.approve(copy=career, by=reviewer, note="Good.")

    entries = AuditEntry.objects.about("career", career.key).order_by("pk")
    assert [(entry.who, entry.action, entry.note) for entry in entries] == [
        ("Wes Wu", "moved to “ready”", ""),
        ("Rita Roe", "moved to “approved”", "Good."),
    ]


@pytest.mark.django_db(transaction=True)
def test_mail_that_fails_undoes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise ConnectionRefusedError("no mail server")

    ensure_roles()  # this test empties the tables, and groups come with migrating
    career = make_career()
    make_person("rita", REVIEWER)
    monkeypatch.setattr(workflow, "send_mail", refuse)

    workflow.submit(copy=career, by="a test")

    career.refresh_from_db()
    assert career.state == State.READY


@pytest.mark.parametrize(
    ("group", "permission", "has_it"),
    [
        (WRITER, "editorial.change_career", True),
        (WRITER, "editorial.publish_career", False),
        (WRITER, "editorial.delete_career", False),
        (REVIEWER, "editorial.publish_guide", True),
        (REVIEWER, "careers.add_notice", True),
        (REVIEWER, "auth.change_user", False),
        (MODERATOR, "editorial.change_career", False),
        (ADMINISTRATOR, "auth.change_user", True),
        (ADMINISTRATOR, "careers.change_auditentry", False),
        (ADMINISTRATOR, "careers.change_version", False),
    ],
)
def test_roles_come_with_the_tables(group: str, permission: str, has_it: bool) -> None:
    assert make_person("pat", group).has_perm(permission) is has_it
