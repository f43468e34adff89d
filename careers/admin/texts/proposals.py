"""Changed texts that came with a newer release of the portal: looked at, taken in, or refused."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from careers.diff import compare
from careers.editorial.models import Career
from careers.editorial.models.working_copy import WorkingCopy
from careers.models import Version
from careers.profile_chapters import FIELD_LABELS
from careers.publishing.freezing import freeze
from careers.publishing.proposals import (
    AnsweredError,
    has_unpublished_changes,
    proposed_fields,
    refuse,
    take_in,
)

if TYPE_CHECKING:
    from careers.admin.texts.base import WorkingCopyAdmin


def proposal_view(
    admin: "WorkingCopyAdmin", request: HttpRequest, object_id: str, number: int
) -> HttpResponse:
    """What the new text changes; it is taken into the draft or refused when it is posted."""
    copy = admin.text_or_404(request, object_id)
    waiting = Version.objects.of(copy.subject_type, copy.key).proposed()
    version = get_object_or_404(waiting, number=number)
    if request.method == "POST":
        return _answer(admin, request, copy, version)
    fields = proposed_fields(version)
    now = freeze(copy, is_lenient=True).model_dump(mode="json")
    after = {**now, **{name: version.document.get(name) for name in fields}}
    context = {
        **admin.page_context(request, copy),
        "title": _("The portal ships a newer text"),
        "subtitle": copy.title,
        "version": version,
        "fields": [FIELD_LABELS.get(name, name) for name in fields],
        "changes": compare(now, after),
        "has_own_changes": isinstance(copy, Career) and has_unpublished_changes(copy),
        "back": admin.form_address(copy),
    }
    return TemplateResponse(request, "desk/proposal.html", context)


def _answer(
    admin: "WorkingCopyAdmin", request: HttpRequest, copy: WorkingCopy, version: Version
) -> HttpResponse:
    if not admin.has_change_permission(request, copy) or not isinstance(copy, Career):
        raise PermissionDenied
    try:
        if "take" in request.POST:
            take_in(career=copy, version=version, by=request.user)  # type: ignore[arg-type]  # only accounts get here
            messages.success(request, _("Taken into the draft. Readers see it when you publish."))
        else:
            refuse(version=version, by=request.user, note=request.POST.get("note", ""))  # type: ignore[arg-type]  # likewise
            messages.success(request, _("Refused. Your text stays as it is."))
    except AnsweredError:
        messages.error(request, _("Somebody answered this proposal before you."))
    return redirect(admin.form_address(copy))
