"""Schools, programs and their figures: imported, so to be looked at and found, not changed."""

from typing import ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from careers.admin.base import LookUpAdmin
from schools.models import CipCode, School


@admin.register(School)
class SchoolAdmin(LookUpAdmin):
    list_display = ("name", "city", "state", "control", "status", "is_listed", "unitid")
    list_filter = ("status", "control", "length", "state")
    search_fields = ("name", "city", "=unitid")
    ordering = ("name",)
    list_per_page = 50
    fieldsets: ClassVar = [
        (None, {"fields": ["unitid", "name", "aliases", "slug", "status", "closed_on", "merged_into"]}),
        (_("Where"), {"fields": ["street", "city", "state", "zip_code", "county", "latitude", "longitude"]}),
        (_("Contact"), {"fields": ["phone", "website", "admissions_page", "aid_page", "price_page"]}),
        (
            _("Kind"),
            {
                "fields": [
                    "control",
                    "length",
                    "size",
                    "is_office",
                    "takes_federal_aid",
                    "is_hbcu",
                    "is_tribal",
                ]
            },
        ),
        (_("Where this comes from"), {"fields": ["release", "is_vanished"]}),
    ]

    @admin.display(description=_("in the lists"), boolean=True)
    def is_listed(self, school: School) -> bool:
        return school.listing.is_listed

    def get_queryset(self, request: HttpRequest) -> QuerySet[School]:
        schools: QuerySet[School] = super().get_queryset(request)
        return schools.select_related("listing")


@admin.register(CipCode)
class CipCodeAdmin(LookUpAdmin):
    list_display = ("code", "title", "level", "is_current")
    list_filter = ("level", "is_current")
    search_fields = ("code", "title")
    exclude = ("search",)
