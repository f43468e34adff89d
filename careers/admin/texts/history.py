"""History: who did what and when, any two states compared word by word, and an old one brought back."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from careers.admin.base import account_of
from careers.admin.texts.conflicts import seen_in
from careers.documents.diff import compare, compare_editions
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.saving import EditConflictError
from careers.models import AuditEntry, SheetRecord, Version
from careers.publishing.freezing import freeze
from careers.publishing.working_copies import revert

if TYPE_CHECKING:
    from careers.admin.texts.base import WorkingCopyAdmin

#: Stands for the working copy where a version's number could stand.
DRAFT = "draft"


def history_view(admin: "WorkingCopyAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """All versions, and all that was done."""
    copy = admin.text_or_404(request, object_id)
    versions = list(_versions(copy).without_documents())
    context = {
        **admin.page_context(request, copy),
        "title": _("History"),
        "subtitle": copy.title,
        "versions": versions,
        "live": Version.objects.live()
        .of(copy.subject_type, copy.key)
        .values_list("number", flat=True)
        .first(),
        "entries": AuditEntry.objects.about(copy.subject_type, copy.key),
        "may_revert": admin.has_change_permission(request, copy),
        "choices": [*(str(version.number) for version in versions), DRAFT],
        "back": admin.form_address(copy),
    }
    return TemplateResponse(request, "admin_pages/history.html", context)


def compare_view(admin: "WorkingCopyAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Two states side by side, named by ``?from=`` and ``?to=``."""
    copy = admin.text_or_404(request, object_id)
    old, old_sheet = _state(copy, request.GET.get("from", ""))
    new, new_sheet = _state(copy, request.GET.get("to", DRAFT))
    context = {
        **admin.page_context(request, copy),
        "title": _("Compare"),
        "subtitle": copy.title,
        "old": request.GET.get("from", ""),
        "new": request.GET.get("to", DRAFT),
        "choices": [*(str(number) for number in _versions(copy).values_list("number", flat=True)), DRAFT],
        "changes": compare(old, new),
        "editions": compare_editions(old_sheet, new_sheet),
        "back": admin.form_address(copy),
    }
    return TemplateResponse(request, "admin_pages/compare.html", context)


def revert_view(admin: "WorkingCopyAdmin", request: HttpRequest, object_id: str, number: int) -> HttpResponse:
    """Shows what bringing a version back changes in the draft, and does it when it is posted."""
    copy = admin.text_or_404(request, object_id)
    if not admin.has_change_permission(request, copy):
        raise PermissionDenied
    version = get_object_or_404(_versions(copy), number=number)
    if request.method == "POST":
        return _revert(admin, request, copy, version)
    now = freeze(copy, is_lenient=True).model_dump(mode="json")
    context = {
        **admin.page_context(request, copy),
        "title": _("Bring back version %(number)s") % {"number": number},
        "subtitle": copy.title,
        "version": version,
        "changes": compare(now, version.document),
        "seen": copy.lock_version,
        "back": admin.form_address(copy),
    }
    return TemplateResponse(request, "admin_pages/revert.html", context)


def _revert(
    admin: "WorkingCopyAdmin", request: HttpRequest, copy: WorkingCopy, version: Version
) -> HttpResponse:
    try:
        revert(copy=copy, version=version, by=account_of(request), seen=seen_in(request.POST))
    except EditConflictError as error:
        messages.error(
            request, _("%(who)s saved this text since you opened it. Look again.") % {"who": error.by}
        )
        return redirect(request.path)
    text = _("Version %(number)s is the draft now. Readers see no change until you publish it.")
    messages.success(request, text % {"number": version.number})
    return redirect(admin.form_address(copy))


def _versions(copy: WorkingCopy) -> Any:
    return Version.objects.of(copy.subject_type, copy.key).newest_first()


def _state(copy: WorkingCopy, name: str) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The document and the figures of a version, or of the draft as it is now."""
    if name == DRAFT:
        sheet = SheetRecord.objects.filter(occupation_id=getattr(copy, "occupation_id", None)).first()
        document = freeze(copy, is_lenient=True).model_dump(mode="json")
        return document, sheet.document if sheet else None
    version = _versions(copy).filter(number=int(name)).first() if name.isdecimal() and len(name) < 9 else None
    if version is None:
        raise Http404
    return version.document, version.sheet
