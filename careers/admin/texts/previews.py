"""Previews of a draft: for its editors, and for others by a signed link."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.previews import LIFETIME, preview_token

if TYPE_CHECKING:
    from careers.admin.texts.base import WorkingCopyAdmin


def preview_view(admin: "WorkingCopyAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Redirect to the page as publishing would make it."""
    return redirect(_path(admin.text_or_404(request, object_id)))


def link_view(admin: "WorkingCopyAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Show a link for someone without an account, to copy."""
    copy = admin.text_or_404(request, object_id)
    path = _path(copy)
    context = {
        **admin.page_context(request, copy),
        "title": _("A link for someone without an account"),
        "subtitle": copy.title,
        "link": f"{settings.SITE_ADDRESS}{path}"
        if settings.SITE_ADDRESS
        else request.build_absolute_uri(path),
        "until": timezone.now() + LIFETIME,
        "back": admin.form_address(copy),
    }
    return TemplateResponse(request, "admin_pages/link.html", context)


def _path(copy: WorkingCopy) -> str:
    return reverse("preview", args=[preview_token(copy)])
