"""Records that careers share: organizations, certifications, courses, subjects."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from import_export.admin import ImportExportModelAdmin
from import_export.formats.base_formats import CSV, XLSX
from unfold.contrib.import_export.forms import ExportForm, ImportForm
from unfold.decorators import action, display

from careers.admin.base import AuditedAdmin, account_of
from careers.admin.record_files import (
    CertificationResource,
    CourseResource,
    OrganizationResource,
    SubjectResource,
)
from careers.editorial.models import Career, Certification, Course, Organization, SchoolSubject
from careers.publishing.republish import SharedRecord, pending_updates, republish_careers


class RecordAdmin(AuditedAdmin, ImportExportModelAdmin):  # type: ignore[misc]  # import-export has no types
    """A record that can be imported and exported as CSV or XLSX, with a preview of what would change."""

    import_form_class = ImportForm
    export_form_class = ExportForm
    formats = (CSV, XLSX)
    show_change_form_export = False
    #: Nobody exports a hand-picked few; the list's own button takes all that the filters show.
    actions = None


class FrozenRecordAdmin(RecordAdmin):
    """A record that is frozen into published texts, which are updated after it changes."""

    actions_detail = ("republish_careers",)

    def save_model(self, request: HttpRequest, obj: Any, form: "ModelForm[Any]", change: bool) -> None:
        super().save_model(request, obj, form, change)
        outdated = len(pending_updates(obj)) if change and form.changed_data else 0
        if outdated:
            text = ngettext(
                "%(count)d published career still shows this as it was.",
                "%(count)d published careers still show this as it was.",
                outdated,
            )
            link = format_html(
                ' <a href="{}">{}</a>', self._republish_address(obj), _("Look at what would change")
            )
            messages.warning(request, format_html("{}{}", text % {"count": outdated}, link))

    @action(description=gettext_lazy("Bring to careers that use it"), icon="move_up", url_path="republish")
    def republish_careers(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """List what would change in each career; publish those left ticked."""
        record: SharedRecord | None = self.get_object(request, object_id)
        if record is None or not self.has_view_permission(request, record):
            raise PermissionDenied
        if request.method == "POST":
            return self._republish(request, record)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": record,
            "title": _("Bring to careers that use it"),
            "subtitle": str(record),
            "updates": pending_updates(record),
            "may_publish": request.user.has_perm("editorial.publish_career"),
            "back": reverse(f"admin:editorial_{self.opts.model_name}_change", args=[record.pk]),
        }
        return TemplateResponse(request, "admin_pages/republish.html", context)

    def _republish(self, request: HttpRequest, record: SharedRecord) -> HttpResponse:
        versions = republish_careers(
            record=record,
            by=account_of(request),
            note=request.POST.get("note", ""),
            only=request.POST.getlist("only"),
        )
        text = ngettext(
            "Published %(count)d career anew.", "Published %(count)d careers anew.", len(versions)
        )
        messages.success(request, text % {"count": len(versions)})
        return redirect(self._republish_address(record))

    def _republish_address(self, record: SharedRecord) -> str:
        return reverse(f"admin:editorial_{self.opts.model_name}_republish_careers", args=[record.pk])


@admin.register(Organization)
class OrganizationAdmin(FrozenRecordAdmin):
    """Associations and agencies."""

    resource_classes = (OrganizationResource,)
    list_display = ("named", "phone", "web", "use_count")
    search_fields = ("name", "abbreviation", "key")
    prepopulated_fields: ClassVar = {"key": ("abbreviation",)}
    fields = ("name", "abbreviation", "key", "postal_address", "phone", "web")

    @display(description=gettext_lazy("Name"), ordering="name", header=True)
    def named(self, organization: Organization) -> list[str]:
        return [organization.name, organization.abbreviation]

    @display(description=gettext_lazy("Drafts that use it"))
    def use_count(self, organization: Organization) -> int:
        return Career.objects.filter(associations__organization=organization).distinct().count()

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Organization | None = None
    ) -> dict[str, Any]:
        return {} if obj else dict(self.prepopulated_fields)


@admin.register(Certification)
class CertificationAdmin(FrozenRecordAdmin):
    """Credentials with their fees, which have a date."""

    resource_classes = (CertificationResource,)
    list_display = ("named", "issuer", "exam_fee", "fee_on", "renewal_months")
    list_filter = ("issuer",)
    list_select_related = ("issuer",)
    search_fields = ("name", "abbreviation", "key", "issuer__abbreviation", "issuer__name")
    autocomplete_fields = ("issuer",)
    prepopulated_fields: ClassVar = {"key": ("abbreviation",)}
    fieldsets = (
        (None, {"fields": ("name", "abbreviation", "key", "issuer", "shows", "web")}),
        (gettext_lazy("What it asks"), {"fields": ("asks_exam", "asks_program", "asks_experience")}),
        (gettext_lazy("What it costs"), {"fields": (("exam_fee", "exam_fee_member"), "fee_on")}),
        (gettext_lazy("Renewal"), {"fields": (("renewal_months", "renewal_fee"), "renewal_asks")}),
    )

    @display(description=gettext_lazy("Name"), ordering="abbreviation", header=True)
    def named(self, certification: Certification) -> list[str]:
        return [certification.abbreviation or certification.name, certification.name]

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Certification | None = None
    ) -> dict[str, Any]:
        return {} if obj else dict(self.prepopulated_fields)


@admin.register(Course)
class CourseAdmin(RecordAdmin):
    """Classes of programs after high school."""

    resource_classes = (CourseResource,)
    list_display = ("name",)
    search_fields = ("name",)


@admin.register(SchoolSubject)
class SubjectAdmin(RecordAdmin):
    """High-school courses."""

    resource_classes = (SubjectResource,)
    list_display = ("name",)
    search_fields = ("name",)
