"""Changed texts that came with a newer release of the portal: shown, accepted or refused."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers.admin.base import account_of
from careers.documents.chapters import FIELD_LABELS
from careers.documents.diff import compare
from careers.editorial.attention import waiting_proposals
from careers.editorial.models import Career
from careers.editorial.models.working_copy import WorkingCopy
from careers.models import Version
from careers.publishing.freezing import freeze
from careers.publishing.proposals import (
    AnsweredError,
    accept,
    accept_and_publish,
    has_unpublished_changes,
    proposed_fields,
    refuse,
)

if TYPE_CHECKING:
    from careers.admin.texts.base import WorkingCopyAdmin


def proposal_view(
    admin: "WorkingCopyAdmin", request: HttpRequest, object_id: str, number: int
) -> HttpResponse:
    """Show what the new text changes. When posted, accept it into the draft or refuse it."""
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
    return TemplateResponse(request, "admin_pages/proposal.html", context)


def _answer(
    admin: "WorkingCopyAdmin", request: HttpRequest, copy: WorkingCopy, version: Version
) -> HttpResponse:
    if not admin.has_change_permission(request, copy) or not isinstance(copy, Career):
        raise PermissionDenied
    try:
        if "take" in request.POST:
            accept(career=copy, version=version, by=account_of(request))
            messages.success(request, _("Taken into the draft. Readers see it when you publish."))
        else:
            refuse(version=version, by=account_of(request), note=request.POST.get("note", ""))
            messages.success(request, _("Refused. Your text stays as it is."))
    except AnsweredError:
        messages.error(request, _("Somebody answered this proposal before you."))
    return redirect(admin.form_address(copy))


def proposals_view(admin: "WorkingCopyAdmin", request: HttpRequest) -> HttpResponse:
    """List all proposals. Those ticked are accepted and published.

    A draft with unpublished changes is skipped.
    """
    if not request.user.has_perm("editorial.view_career"):
        raise PermissionDenied
    waiting = waiting_proposals()
    if request.method == "POST":
        return _publish_ticked(request, list(waiting.filter(pk__in=_numbers(request.POST.getlist("take")))))
    keys = waiting.values_list("subject_key", flat=True)
    pages = dict(Career.objects.filter(key__in=keys).values_list("key", "pk"))
    lines = [
        (
            version,
            reverse("admin:editorial_career_proposal", args=[pages[version.subject_key], version.number]),
        )
        for version in waiting
    ]
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": _("Newer shipped texts"),
        "lines": lines,
        "may_publish": request.user.has_perm("editorial.publish_career"),
    }
    return TemplateResponse(request, "admin_pages/proposals.html", context)


def _publish_ticked(request: HttpRequest, versions: list[Version]) -> HttpResponse:
    # Each of them is a proposal that waits; the documents are needed now.
    whole = Version.objects.filter(pk__in=[version.pk for version in versions])
    skipped = accept_and_publish(versions=whole, by=account_of(request))
    done = len(versions) - len(skipped)
    text = ngettext("Published %(count)d newer text.", "Published %(count)d newer texts.", done)
    messages.success(request, text % {"count": done})
    if skipped:
        titles = ", ".join(career.title for career in skipped)
        text = _("Left alone, because their drafts have changes of their own: %(titles)s.")
        messages.warning(request, text % {"titles": titles})
    return redirect("admin:editorial_career_proposals")


def _numbers(values: list[str]) -> list[int]:
    return [int(value) for value in values if value.isdecimal() and len(value) < 15]
