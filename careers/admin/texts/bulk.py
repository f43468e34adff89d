"""Actions on many texts at once, confirmed on a page that lists what will happen to each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminSingleDateWidget, UnfoldAdminTextareaWidget

from careers.admin.base import account_of
from careers.editorial.models import State
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.people import name_of
from careers.models import AuditEntry
from careers.publishing.problems import NotPublishableError
from careers.publishing.working_copies import check, publish

if TYPE_CHECKING:
    from careers.admin.texts.base import WorkingCopyAdmin


class AssignForm(forms.Form):
    editor = forms.ModelChoiceField(
        label=gettext_lazy("Editor"),
        queryset=get_user_model().objects.filter(is_active=True, is_staff=True).order_by("username"),
        widget=UnfoldAdminSelectWidget,
        help_text=gettext_lazy("Who looks after these texts from now on."),
    )


class ReviewDateForm(forms.Form):
    review_due_on = forms.DateField(
        label=gettext_lazy("Read again by"),
        widget=UnfoldAdminSingleDateWidget,
        help_text=gettext_lazy("Readers see the date when a text is published the next time."),
    )


class PublishForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        help_text=gettext_lazy("The same for all, in the history and the mails."),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """What will happen to one text. ``is_skipped``: nothing will, and ``words`` say why."""

    copy: WorkingCopy
    words: str
    is_skipped: bool = False


@dataclass(frozen=True, slots=True)
class Bulk:
    """An action. ``needs`` is the permission for each text, as in ``editorial.publish_career``."""

    name: str
    title: Any
    submit: Any
    needs: str
    form: type[forms.Form]
    line: Callable[[WorkingCopy], Line]
    perform: Callable[[WorkingCopy, User, dict[str, Any]], None]


def _assign_line(copy: WorkingCopy) -> Line:
    now = copy.editor.get_full_name() or copy.editor.get_username() if copy.editor else _("nobody")
    return Line(
        copy, _("Looked after by %(now)s today; by the person you choose from now on.") % {"now": now}
    )


def _assign(copy: WorkingCopy, by: User, values: dict[str, Any]) -> None:
    copy.editor = values["editor"]
    copy.save(update_fields=["editor"])
    _note(copy, by, "assigned", name_of(values["editor"]))


def _date_line(copy: WorkingCopy) -> Line:
    if copy.review_due_on is None:
        return Line(copy, _("Has no date today."))
    return Line(copy, _("Today: %(date)s.") % {"date": date_format(copy.review_due_on)})


def _set_date(copy: WorkingCopy, by: User, values: dict[str, Any]) -> None:
    copy.review_due_on = values["review_due_on"]
    copy.save(update_fields=["review_due_on"])
    _note(copy, by, "set review date", values["review_due_on"].isoformat())


def _publish_line(copy: WorkingCopy) -> Line:
    if copy.state != State.APPROVED:
        state = State(copy.state).label
        return Line(
            copy, _("Left alone: it is not approved (%(state)s).") % {"state": state}, is_skipped=True
        )
    errors = [problem for problem in check(copy) if problem.is_error]
    if errors:
        words = {"what": f"{errors[0].label}: {errors[0].message}"}
        return Line(copy, _("Left alone: %(what)s") % words, is_skipped=True)
    return Line(copy, _("Is published at once."))


def _publish(copy: WorkingCopy, by: User, values: dict[str, Any]) -> None:
    publish(copy=copy, by=by, note=values["note"], seen=copy.lock_version)


def _note(copy: WorkingCopy, by: User, action: str, note: str) -> None:
    AuditEntry.record(
        who=name_of(by),
        action=action,
        subject_type=copy.subject_type,
        subject_key=copy.key,
        title=copy.title,
        note=note,
    )


ASSIGN = Bulk(
    "assign",
    gettext_lazy("Give to an editor"),
    gettext_lazy("Give"),
    "change",
    AssignForm,
    _assign_line,
    _assign,
)
REVIEW_DATE = Bulk(
    "set_review_date",
    gettext_lazy("Set the date of the next review"),
    gettext_lazy("Set the date"),
    "change",
    ReviewDateForm,
    _date_line,
    _set_date,
)
PUBLISH = Bulk(
    "publish_approved",
    gettext_lazy("Publish those that are approved"),
    gettext_lazy("Publish"),
    "publish",
    PublishForm,
    _publish_line,
    _publish,
)


def bulk_view(
    admin: "WorkingCopyAdmin", request: HttpRequest, texts: Iterable[WorkingCopy], bulk: Bulk
) -> HttpResponse | None:
    """The page that lists what will happen; ``None``, which leads back to the list, once it is done."""
    if not request.user.has_perm(f"editorial.{bulk.needs}_{admin.opts.model_name}"):
        raise PermissionDenied
    form = bulk.form(request.POST if "confirmed" in request.POST else None)
    lines = [bulk.line(copy) for copy in texts]
    if form.is_valid():
        _perform(request, bulk, lines, form.cleaned_data)
        return None
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": bulk.title,
        "bulk": bulk,
        "form": form,
        "lines": lines,
        "count": sum(not line.is_skipped for line in lines),
        "selected": request.POST.getlist(ACTION_CHECKBOX_NAME),
        "select_across": request.POST.get("select_across", "0"),
        "back": request.get_full_path(),
    }
    return TemplateResponse(request, "admin_pages/bulk.html", context)


def _perform(request: HttpRequest, bulk: Bulk, lines: Iterable[Line], values: dict[str, Any]) -> None:
    done = 0
    for line in lines:
        if line.is_skipped:
            continue
        try:
            with transaction.atomic():
                bulk.perform(line.copy, account_of(request), values)
            done += 1
        except NotPublishableError as error:
            messages.error(request, f"{line.copy.title}: {error}")
    text = ngettext("Done for %(count)d text.", "Done for %(count)d texts.", done)
    messages.success(request, text % {"count": done})
