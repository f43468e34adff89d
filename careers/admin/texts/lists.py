"""The lists of texts: columns and filters that show an editor what to do next."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.decorators import action, display

from careers.admin.texts import bulk
from careers.admin.texts.base import WorkingCopyAdmin
from careers.editorial.models import State
from careers.editorial.models.working_copy import WorkingCopy
from careers.models import Version

STATE_COLORS = {
    State.DRAFT.label: "info",
    State.READY.label: "warning",
    State.CHANGES_ASKED.label: "danger",
    State.APPROVED.label: "primary",
    State.PUBLISHED.label: "success",
}


class AttentionFilter(admin.SimpleListFilter):
    """Texts that need an editor's attention."""

    title = gettext_lazy("needs")
    parameter_name = "needs"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("review", gettext_lazy("Past its review date")),
            ("undated", gettext_lazy("No review date")),
            ("nobody", gettext_lazy("Looked after by nobody")),
            ("proposal", gettext_lazy("A newer shipped text waits")),
            ("never", gettext_lazy("Never published")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        kind = queryset.model.subject_type
        versions = Version.objects.filter(subject_type=kind)
        match self.value():
            case "review":
                return queryset.filter(review_due_on__lt=timezone.localdate())
            case "undated":
                return queryset.filter(review_due_on=None)
            case "nobody":
                return queryset.filter(editor=None)
            case "proposal":
                return queryset.filter(key__in=versions.proposed().values("subject_key"))
            case "never":
                return queryset.exclude(key__in=versions.exclude(publish_at=None).values("subject_key"))
        return queryset


class CompletenessFilter(admin.SimpleListFilter):
    """Complete texts, half-way ones, and lines only."""

    title = gettext_lazy("completeness")
    parameter_name = "complete"
    BANDS: ClassVar[dict[str, tuple[int, int]]] = {"whole": (90, 100), "half": (30, 89), "line": (0, 29)}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("whole", gettext_lazy("90 % and more")),
            ("half", gettext_lazy("30 to 89 %")),
            ("line", gettext_lazy("Under 30 %")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        band = self.BANDS.get(self.value() or "")
        return queryset.filter(completeness__range=band) if band else queryset


class TextListAdmin(WorkingCopyAdmin):
    """Columns, filters and what can be done to many texts at once."""

    list_filter: tuple[Any, ...] = ("state", AttentionFilter, CompletenessFilter, "editor")
    list_select_related = ("editor",)
    ordering = ("title",)
    actions = ("assign", "set_review_date", "publish_approved")
    search_help_text = gettext_lazy("A title, an address, or a code")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        texts: QuerySet[Any] = super().get_queryset(request)
        of_text = {"subject_type": self.model.subject_type, "subject_key": OuterRef("key")}
        live = Version.objects.live().filter(**of_text)
        waiting = Version.objects.filter(**of_text).scheduled().order_by("publish_at")
        listed: QuerySet[Any] = texts.annotate(
            live_number=Subquery(live.values("number")[:1]),
            waits_until=Subquery(waiting.values("publish_at")[:1]),
        )
        return listed

    @display(description=gettext_lazy("Title"), ordering="title", header=True)
    def named(self, copy: WorkingCopy) -> list[str]:
        return [copy.title, f"/{copy.subject_type}s/{copy.slug}/"]

    @display(description=gettext_lazy("Draft"), ordering="state", label=STATE_COLORS)
    def stage(self, copy: WorkingCopy) -> str:
        return str(State(copy.state).label)

    @display(description=gettext_lazy("Readers see"))
    def public(self, copy: Any) -> str:
        if copy.waits_until:
            return _("from %(day)s") % {
                "day": date_format(timezone.localtime(copy.waits_until), "DATETIME_FORMAT")
            }
        return _("version %(number)s") % {"number": copy.live_number} if copy.live_number else _("nothing")

    @display(description=gettext_lazy("Complete"), ordering="completeness")
    def score(self, copy: WorkingCopy) -> str:
        return format_html(
            '<span class="desk-score"><progress max="100" value="{0}" aria-label="{0} %"></progress> '
            "{0} %</span>",
            copy.completeness,
        )

    @display(description=gettext_lazy("Reviewed"), ordering="reviewed_on")
    def reviewed(self, copy: WorkingCopy) -> str:
        if copy.review_due_on and copy.review_due_on < timezone.localdate():
            due = date_format(copy.review_due_on, "SHORT_DATE_FORMAT")
            return format_html('<span class="desk-late">{}</span>', _("due since %(day)s") % {"day": due})
        return date_format(copy.reviewed_on, "SHORT_DATE_FORMAT") if copy.reviewed_on else "–"

    @display(description=gettext_lazy("Editor"), ordering="editor__username")
    def keeper(self, copy: WorkingCopy) -> str:
        return (copy.editor.get_full_name() or copy.editor.get_username()) if copy.editor else "–"

    @action(description=gettext_lazy("Give to an editor…"), permissions=["change"])
    def assign(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return bulk.bulk_view(self, request, queryset, bulk.ASSIGN)

    @action(description=gettext_lazy("Set the date of the next review…"), permissions=["change"])
    def set_review_date(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return bulk.bulk_view(self, request, queryset, bulk.REVIEW_DATE)

    @action(description=gettext_lazy("Publish those that are approved…"), permissions=["publish"])
    def publish_approved(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return bulk.bulk_view(self, request, queryset, bulk.PUBLISH)

    def has_publish_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm(f"editorial.publish_{self.opts.model_name}"))
