"""The steps from draft to approved, each with a note and a mail to whoever must act next.

Publishing itself is ``careers.publishing.working_copies.publish``; a reviewer may do it from any state.
"""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from careers.editorial.models import State
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.people import Actor, name_of, require
from careers.editorial.roles import REVIEWER
from careers.editorial.saving import lock_copy
from careers.models import AuditEntry

#: By new state: the states it may follow, and the permission that the step needs.
STEPS: dict[State, tuple[frozenset[State], str]] = {
    State.READY: (frozenset({State.DRAFT, State.CHANGES_ASKED}), "change"),
    State.CHANGES_ASKED: (frozenset({State.READY, State.APPROVED}), "review"),
    State.APPROVED: (frozenset({State.READY}), "review"),
    State.DRAFT: (frozenset({State.READY, State.APPROVED, State.CHANGES_ASKED}), "change"),
}


class StepError(Exception):
    """The step is not allowed from the text's state, or lacks its note."""


@transaction.atomic
def submit(*, copy: WorkingCopy, by: Actor, note: str = "") -> None:
    """Hand a draft over for review. Mails the reviewers."""
    copy = _step(copy, State.READY, by, note)
    subject, text = _("Ready for review: %(title)s"), _("%(who)s asks for a review of “%(title)s”.")
    _mail(reviewers(), subject, text, copy=copy, by=by, note=note)


@transaction.atomic
def ask_for_changes(*, copy: WorkingCopy, by: Actor, note: str) -> None:
    """Give a text back with what to change. Mails its editor. Raises StepError without a note."""
    if not note.strip():
        raise StepError(_("Say what to change."))
    copy = _step(copy, State.CHANGES_ASKED, by, note)
    subject, text = _("Changes asked: %(title)s"), _("%(who)s asks for changes to “%(title)s”.")
    _mail(_editor_of(copy), subject, text, copy=copy, by=by, note=note)


@transaction.atomic
def approve(*, copy: WorkingCopy, by: Actor, note: str = "") -> None:
    """Say that a text may be published. Mails its editor and the reviewers, who can publish it."""
    copy = _step(copy, State.APPROVED, by, note)
    subject, text = _("Approved: %(title)s"), _("%(who)s approved “%(title)s”. It can be published.")
    people = {person.pk: person for person in [*_editor_of(copy), *reviewers()]}
    _mail(people.values(), subject, text, copy=copy, by=by, note=note)


@transaction.atomic
def take_back(*, copy: WorkingCopy, by: Actor, note: str = "") -> None:
    """Make a text a draft again."""
    _step(copy, State.DRAFT, by, note)


def reviewers() -> list[AbstractUser]:
    """The active reviewers that have an email address."""
    people = get_user_model().objects.filter(groups__name=REVIEWER, is_active=True)
    return list(people.exclude(email="").order_by("pk"))


def notify_published(*, copy: WorkingCopy, by: Actor, note: str, when: str) -> None:
    """Mail the editor of a text that somebody else published; ``when`` says from when it is public."""
    subject, text = _("Published: %(title)s"), _("%(who)s published “%(title)s”.")
    _mail(_editor_of(copy), subject, f"{text} {when}".strip(), copy=copy, by=by, note=note)


def _step(copy: WorkingCopy, state: State, by: Actor, note: str) -> WorkingCopy:
    before, action = STEPS[state]
    require(by, action, copy)
    copy = lock_copy(copy, seen=None)
    if copy.state not in before:
        was = State(copy.state).label
        raise StepError(_("“%(title)s” is %(was)s.") % {"title": copy.title, "was": str(was).lower()})
    copy.state, copy.state_note, copy.state_at = state, note, timezone.now()
    copy.save(update_fields=["state", "state_note", "state_at"])
    AuditEntry.record(
        who=name_of(by),
        action=f"moved to “{state.value}”",
        subject_type=copy.subject_type,
        subject_key=copy.key,
        title=copy.title,
        note=note,
    )
    return copy


def _editor_of(copy: WorkingCopy) -> list[AbstractUser]:
    editor = copy.editor
    return [editor] if editor and editor.is_active and editor.email else []


def _mail(
    people: Iterable[AbstractUser], subject: str, text: str, *, copy: WorkingCopy, by: Actor, note: str
) -> None:
    """Send one mail to each of ``people`` after the transaction, except to the one who acted.

    ``subject`` and ``text`` may name ``%(who)s`` and ``%(title)s``.
    """
    words = {"who": name_of(by), "title": copy.title}
    own = "" if isinstance(by, str) else by.email
    addresses = [person.email for person in people if person.email != own]
    body = text % words + (f"\n\n{note}" if note else "")

    def send() -> None:
        for address in addresses:
            send_mail(subject % words, body, settings.DEFAULT_FROM_EMAIL, [address])

    transaction.on_commit(send, robust=True)  # a mail that fails is logged; the step stays taken
