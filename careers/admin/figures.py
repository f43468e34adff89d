"""Read-only screens of imported figures, and known editions, which operators edit."""

import json
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter
from unfold.decorators import display

from careers.admin.base import AuditedAdmin, LookUpAdmin
from careers.models import (
    Area,
    Industry,
    KnownEdition,
    Occupation,
    OtherTitle,
    Projection,
    Rating,
    Release,
    SheetRecord,
    SocCode,
    Wage,
)


@admin.register(Release)
class ReleaseAdmin(LookUpAdmin):
    """Editions of tables that are loaded."""

    list_display = ("source", "edition", "published_on", "next_expected_on", "row_count", "loaded_at")
    list_filter = ("source",)
    search_fields = ("source", "edition", "publisher")


@admin.register(KnownEdition)
class KnownEditionAdmin(AuditedAdmin):
    """Editions that exist, loaded or not: what makes pages say that newer figures are out."""

    list_display = ("family", "edition", "published_on", "next_expected_on", "note")
    list_filter = ("family",)
    search_fields = ("edition", "note")


@admin.register(SocCode)
class SocCodeAdmin(LookUpAdmin):
    """Codes of the classification."""

    list_display = ("code", "title", "level", "is_vanished")
    list_filter = ("level", "is_vanished")
    search_fields = ("code", "title")


@admin.register(Occupation)
class OccupationAdmin(LookUpAdmin):
    """The agency's occupations."""

    list_display = ("code", "title", "soc", "is_vanished")
    list_filter = ("is_vanished",)
    list_select_related = ("soc",)
    search_fields = ("code", "title")
    ordering = ("title",)


@admin.register(OtherTitle)
class OtherTitleAdmin(LookUpAdmin):
    """Other names of occupations, as the agency collected them."""

    list_display = ("title", "short_title", "kind", "occupation")
    list_filter = ("kind", ["occupation", AutocompleteSelectFilter])
    list_select_related = ("occupation",)
    search_fields = ("title", "short_title")
    show_full_result_count = False


@admin.register(SheetRecord)
class SheetAdmin(LookUpAdmin):
    """The figures of each page, as pages read them."""

    list_display = (
        "title",
        "figures_code",
        "annual_median",
        "growth_percent",
        "annual_openings",
        "changed_at",
    )
    search_fields = ("title", "slug", "occupation__code")
    list_filter = ("is_bright", "job_zone")
    fields = (
        "occupation", "title", "slug", "figures_code", "annual_median", "growth_percent", "annual_openings",
        "employment", "interest_code", "job_zone", "changed_at", "whole",
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        """The list shows the columns; the document is for the row's own page."""
        sheets = super().get_queryset(request)
        return (
            sheets
            if request.resolver_match and "object_id" in request.resolver_match.kwargs
            else sheets.defer("document")
        )

    @display(description=gettext_lazy("Whole document"))
    def whole(self, sheet: SheetRecord) -> str:
        return format_html(
            '<pre class="desk-json">{}</pre>', json.dumps(sheet.document, indent=2, ensure_ascii=False)
        )


class FiguresAdmin(LookUpAdmin):
    """Tables of hundreds of thousands of rows: found by code and release, never counted."""

    show_full_result_count = False
    list_per_page = 30


@admin.register(Wage)
class WageAdmin(FiguresAdmin):
    """Employment and pay, by code, area and industry."""

    list_display = ("soc", "area", "industry", "tot_emp", "a_median", "h_median", "release")
    list_filter = (
        "release",
        ["soc", AutocompleteSelectFilter],
        ["area", AutocompleteSelectFilter],
    )
    list_select_related = ("soc", "area", "industry", "release")
    search_fields = ("=soc__code", "soc__title")
    search_help_text = gettext_lazy("A SOC code or words of its title")


@admin.register(Projection)
class ProjectionAdmin(FiguresAdmin):
    """What the Bureau expects."""

    list_display = (
        "soc",
        "title",
        "base_employment",
        "target_employment",
        "change_percent",
        "annual_openings",
        "release",
    )
    list_filter = ("release",)
    list_select_related = ("soc", "release")
    search_fields = ("soc__code", "title")


@admin.register(Rating)
class RatingAdmin(FiguresAdmin):
    """What workers and analysts say matters."""

    list_display = ("occupation", "element", "importance", "level", "release")
    list_filter = ("release", ["occupation", AutocompleteSelectFilter])
    list_select_related = ("occupation", "element", "release")
    search_fields = ("=occupation__code", "occupation__title", "element__name")


@admin.register(Area)
class AreaAdmin(LookUpAdmin):
    """Places that pay is published for."""

    list_display = ("title", "code", "kind", "state")
    list_filter = ("kind", "state")
    search_fields = ("title", "=code")


@admin.register(Industry)
class IndustryAdmin(LookUpAdmin):
    """Industries that pay is published for."""

    list_display = ("title", "code", "level")
    list_filter = ("level",)
    search_fields = ("title", "=code")
