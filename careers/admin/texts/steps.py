"""The steps of a text: each a page that says what will happen, and does it when it is confirmed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from unfold.enums import ActionVariant

from careers.admin.texts.step_forms import AskForm, NoteForm, ScheduleForm, StepForm, WithdrawForm
from careers.editorial import workflow
from careers.editorial.models import State
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.people import RequestUser
from careers.models import Version
from careers.publishing import working_copies

Text = Any  # translated now or later; the stubs have no common type
Perform = Callable[[WorkingCopy, User, dict[str, Any]], None]

WRITABLE = frozenset({State.DRAFT, State.CHANGES_ASKED})


@dataclass(frozen=True, slots=True)
class WorkflowStep:
    """One step. ``needs`` is the permission, as in ``editorial.publish_career``.

    ``states`` are those it may be taken from.
    """

    name: str
    button: Text
    lead: Text
    done: Text
    icon: str
    needs: str
    states: frozenset[State]
    form: type[StepForm]
    perform: Perform
    #: Shows what stands in the way, and what readers would see change.
    is_publishing: bool = False
    #: Only where something is public or scheduled.
    needs_public: bool = False


def _submit(copy: WorkingCopy, by: User, values: dict[str, Any]) -> None:
    workflow.submit(copy=copy, by=by, note=values["note"])


def _ask(copy: WorkingCopy, by: User, values: dict[str, Any]) -> None:
    workflow.ask_for_changes(copy=copy, by=by, note=values["note"])


def _approve(copy: WorkingCopy, by: User, values: dict[str, Any]) -> None:
    workflow.approve(copy=copy, by=by, note=values["note"])


def _take_back(copy: WorkingCopy, by: User, values: dict[str, Any]) -> None:
    workflow.take_back(copy=copy, by=by, note=values["note"])


def _publish(copy: WorkingCopy, by: User, values: dict[str, Any]) -> None:
    working_copies.publish(
        copy=copy,
        by=by,
        note=values["note"],
        publish_at=values.get("publish_at"),
        withdraw_at=values.get("withdraw_at"),
        seen=values["seen"],
    )


def _withdraw(copy: WorkingCopy, by: User, values: dict[str, Any]) -> None:
    working_copies.withdraw(copy=copy, by=by, note=values["note"], at=values["at"])


ANY = frozenset(State)

STEPS: dict[str, WorkflowStep] = {
    step.name: step
    for step in (
        WorkflowStep(
            "submit",
            _("Send for review"),
            _("The reviewers get a mail. You can take the text back at any time."),
            _("Sent for review. The reviewers have a mail."),
            "outgoing_mail",
            "change",
            WRITABLE,
            NoteForm,
            _submit,
        ),
        WorkflowStep(
            "approve",
            _("Approve"),
            _(
                "You say that every sentence holds. The text can be published then; readers see nothing of "
                "it yet."
            ),
            _("Approved. It can be published."),
            "thumb_up",
            "review",
            frozenset({State.READY}),
            NoteForm,
            _approve,
        ),
        WorkflowStep(
            "ask",
            _("Ask for changes"),
            _("The text goes back to its editor, with your note by mail."),
            _("Given back with your note."),
            "reply",
            "review",
            frozenset({State.READY, State.APPROVED}),
            AskForm,
            _ask,
        ),
        WorkflowStep(
            "publish",
            _("Publish now"),
            _("Readers see this text at once. The version before stays in the history."),
            _("Published. Readers see it now."),
            "publish",
            "publish",
            ANY,
            NoteForm,
            _publish,
            is_publishing=True,
        ),
        WorkflowStep(
            "schedule",
            _("Schedule"),
            _(
                "The text is frozen as it is now, and public from the moment you give. You can go on "
                "writing: later changes are not part of it."
            ),
            _("Scheduled."),
            "schedule",
            "publish",
            ANY,
            ScheduleForm,
            _publish,
            is_publishing=True,
        ),
        WorkflowStep(
            "withdraw",
            _("Withdraw"),
            _(
                "Takes the text off the site, or takes back its schedule. At an occupation's address the "
                "page of figures stays. The draft and all versions are kept."
            ),
            _("Withdrawn."),
            "unpublished",
            "publish",
            ANY,
            WithdrawForm,
            _withdraw,
            needs_public=True,
        ),
        WorkflowStep(
            "take-back",
            _("Make it a draft again"),
            _("Takes the text out of review, to go on writing."),
            _("It is a draft again."),
            "undo",
            "change",
            frozenset({State.READY, State.APPROVED, State.CHANGES_ASKED}),
            NoteForm,
            _take_back,
        ),
    )
}


def may(step: WorkflowStep, user: RequestUser, copy: WorkingCopy) -> bool:
    """Whether ``user``'s roles allow ``step`` with such a text, whatever its state."""
    return bool(user.has_perm(f"editorial.{step.needs}_{copy.subject_type}"))


def open_steps(user: RequestUser, copy: WorkingCopy) -> list[WorkflowStep]:
    """The steps that ``user`` may take with ``copy`` now, in the order of the buttons."""
    versions = Version.objects.of(copy.subject_type, copy.key)
    is_public = versions.live().exists() or versions.scheduled().exists()
    return [
        step
        for step in STEPS.values()
        if State(copy.state) in step.states and may(step, user, copy) and (is_public or not step.needs_public)
    ]


def require(step: WorkflowStep, user: RequestUser, copy: WorkingCopy) -> None:
    """Raise PermissionDenied unless ``user`` may take ``step`` with such a text."""
    if not may(step, user, copy):
        raise PermissionDenied


def button(step: WorkflowStep, path: str) -> dict[str, Any]:
    """The step as a button, as Unfold describes an action."""
    return {
        "title": step.button,
        "icon": step.icon,
        "variant": ActionVariant.DEFAULT,
        "attrs": {},
        "path": path,
        "items": [],
    }
