"""What stands on public pages or comes from them: versions, notices, synonyms, searches in vain; links."""

import datetime as dt
import json
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.decorators import action, display

from careers.admin.base import AuditedAdmin, LookUpAdmin
from careers.editorial.models import LinkCheck
from careers.models import AuditEntry, ContentVersion, Notice, Synonym, Version, ZeroResultSearch
from careers.search.index import refresh_relations

VERSION_COLORS = {
    "published": "success", "scheduled": "warning", "withdrawn": "danger", "proposed": "info",
}  # fmt: skip
LINK_COLORS = {
    LinkCheck.State.FINE.label: "success",
    LinkCheck.State.MOVED.label: "info",
    LinkCheck.State.GUARDED.label: "info",
    LinkCheck.State.SILENT.label: "warning",
    LinkCheck.State.GONE.label: "danger",
    LinkCheck.State.REFUSED.label: "danger",
}


@admin.register(Version)
class VersionAdmin(LookUpAdmin):
    """Everything that was ever published, word for word."""

    list_display = ("title", "number", "subject_type", "stage", "publish_at", "by")
    list_filter = ("subject_type", "is_proposal")
    search_fields = ("title", "subject_key", "by")
    fields = ("title", "number", "subject_type", "subject_key", "by", "note", "created_at", "publish_at",
              "withdraw_at", "whole")  # fmt: skip
    ordering = ("-created_at",)
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        versions = super().get_queryset(request)
        return versions.without_documents() if "object_id" not in _kwargs(request) else versions

    @display(description=gettext_lazy("State"), label=VERSION_COLORS)
    def stage(self, version: Version) -> str:
        return version.status()

    @display(description=gettext_lazy("Whole document"))
    def whole(self, version: Version) -> str:
        text = json.dumps(version.document, indent=2, ensure_ascii=False)
        return format_html('<pre class="desk-json">{}</pre>', text)


@admin.register(AuditEntry)
class AuditEntryAdmin(LookUpAdmin):
    """Who published, withdrew, changed a role or a figure, and when."""

    list_display = ("at", "who", "action", "title", "note")
    list_filter = ("subject_type",)
    search_fields = ("who", "action", "title", "note", "subject_key")
    date_hierarchy = "at"


@admin.register(Notice)
class NoticeAdmin(AuditedAdmin):
    """A sentence on top of every page, from one moment to another."""

    list_display = ("text", "stage", "starts_at", "ends_at")
    search_fields = ("text",)
    fields = ("text", ("link_text", "link_address"), "starts_at", "ends_at")
    actions_detail = ("end_now",)

    @display(
        description=gettext_lazy("State"),
        label={"shown": "success", "to come": "warning", "over": "info"},
    )
    def stage(self, notice: Notice) -> str:
        now = timezone.now()
        if notice.starts_at > now:
            return "to come"
        return "over" if notice.ends_at and notice.ends_at <= now else "shown"

    @action(description=gettext_lazy("End it now"), icon="stop_circle", permissions=["change"])
    def end_now(self, request: HttpRequest, object_id: str) -> Any:
        """Takes the notice away at once, after asking."""
        notice = get_object_or_404(Notice, pk=object_id)
        back = reverse("admin:careers_notice_change", args=[notice.pk])
        if request.method == "POST":
            notice.ends_at = max(timezone.now(), notice.starts_at + dt.timedelta(microseconds=1))
            notice.save()
            self.log(request, notice, "ended")
            messages.success(request, _("Readers don't see it any more."))
            return redirect(back)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("End this notice now?"),
            "lead": notice.text,
            "submit": _("End it"),
            "back": back,
        }
        return TemplateResponse(request, "admin_pages/confirm.html", context)


@admin.register(Synonym)
class SynonymAdmin(AuditedAdmin):
    """Everyday words, and the words that pages use. A change works at once."""

    list_display = ("words", "means", "weight", "is_two_way", "is_shipped", "is_used")
    list_filter = ("is_shipped", "is_used")
    search_fields = ("words", "means")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        self._update_search()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        self._update_search()

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        super().delete_queryset(request, queryset)
        self._update_search()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The words of shipped rows stay, so that a newer edition of the software knows them again."""
        return ("words", "means", "is_two_way") if obj and obj.is_shipped else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A shipped row would come back with the next load; it is switched off instead."""
        return super().has_delete_permission(request, obj) and not (obj and obj.is_shipped)

    def _update_search(self) -> None:
        refresh_relations()
        ContentVersion.bump()


@admin.register(ZeroResultSearch)
class ZeroResultSearchAdmin(AuditedAdmin):
    """What readers looked for in vain. Answer it by a synonym or a text, then tick it off."""

    list_display = ("text", "count", "first_on", "last_on", "is_dealt_with")
    list_filter = ("is_dealt_with",)
    list_editable = ("is_dealt_with",)
    search_fields = ("text",)
    readonly_fields = ("text", "count", "first_on", "last_on")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(LinkCheck)
class LinkCheckAdmin(LookUpAdmin):
    """Addresses in texts, and whether they answer. ``manage.py check_links`` looks."""

    list_display = ("address", "stage", "status_code", "places", "checked_at")
    list_filter = ("state",)
    search_fields = ("address",)
    fields = ("address", "state", "status_code", "words", "leads_to", "failures", "checked_at", "places")

    @display(description=gettext_lazy("State"), ordering="state", label=LINK_COLORS)
    def stage(self, link: LinkCheck) -> str:
        return str(LinkCheck.State(link.state).label)

    @display(description=gettext_lazy("Where it stands"))
    def places(self, link: LinkCheck) -> str:
        return format_html_join(", ", "{}", ((place["title"],) for place in link.used_in)) or "–"


def _kwargs(request: HttpRequest) -> dict[str, Any]:
    return request.resolver_match.kwargs if request.resolver_match else {}
