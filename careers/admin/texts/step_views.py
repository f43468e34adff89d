"""The page of a step."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from careers.admin.base import account_of
from careers.admin.texts.steps import STEPS, WorkflowStep, open_steps, require
from careers.documents.diff import ChapterDiff, compare
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.saving import EditConflictError
from careers.editorial.workflow import StepError
from careers.models import Version
from careers.publishing.freezing import freeze
from careers.publishing.problems import NotPublishableError
from careers.publishing.versions import CannotWithdrawError
from careers.publishing.working_copies import check

if TYPE_CHECKING:
    from careers.admin.texts.base import WorkingCopyAdmin


def step_view(admin: "WorkingCopyAdmin", request: HttpRequest, object_id: str, name: str) -> HttpResponse:
    """Show what the step does and its form; take the step when it is posted."""
    copy = admin.text_or_404(request, object_id)
    step = STEPS.get(name)
    if step is None:
        raise Http404
    require(step, request.user, copy)
    form = step.form(request.POST or None, initial={"seen": copy.lock_version})
    if request.method == "POST" and form.is_valid() and _perform(step, copy, request, form.cleaned_data):
        return redirect(admin.form_address(copy))
    problems = check(copy) if step.is_publishing else []
    context = {
        **admin.page_context(request, copy),
        "title": step.button,
        "subtitle": copy.title,
        "step": step,
        "form": form,
        "is_open": step in open_steps(request.user, copy),
        "problems": problems,
        "has_errors": any(problem.is_error for problem in problems),
        "changes": changes_for_readers(copy) if step.is_publishing else [],
        "back": admin.form_address(copy),
    }
    return TemplateResponse(request, "admin_pages/step.html", context)


def changes_for_readers(copy: WorkingCopy) -> list[ChapterDiff]:
    """What readers would see change if the text were published now."""
    live = Version.objects.live().of(copy.subject_type, copy.key).first()
    if live is None:
        return []
    return compare(live.document, freeze(copy, is_lenient=True).model_dump(mode="json"))


def _perform(step: WorkflowStep, copy: WorkingCopy, request: HttpRequest, values: dict[str, Any]) -> bool:
    """Take the step and return whether that worked. If not, a message says why."""
    try:
        with transaction.atomic():
            step.perform(copy, account_of(request), values)
    except NotPublishableError as error:
        for problem in error.problems:
            messages.error(request, f"{problem.label}: {problem.message}")
    except EditConflictError as error:
        messages.error(
            request, _("%(who)s saved this text since you opened it. Look again.") % {"who": error.by}
        )
    except CannotWithdrawError:
        messages.error(request, _("Nothing of this text is public or scheduled."))
    except StepError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, step.done)
        return True
    return False
