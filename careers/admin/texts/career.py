"""The screen of a career."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Field, FileField, OuterRef, QuerySet, Subquery, TextField
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import RelatedDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from careers.admin.base import account_of
from careers.admin.texts.base import Layout
from careers.admin.texts.career_rows import CAREER_ROWS
from careers.admin.texts.files import ShippedOrUploadedWidget
from careers.admin.texts.lists import TextListAdmin
from careers.admin.texts.proposals import proposals_view
from careers.editorial.fields import LinesField
from careers.editorial.models import Career
from careers.models import Address, SheetRecord, SubjectType, Version

LICENSE_IS_KNOWN = "licensing_is_required && licensing_is_required != 'no'"
HAS_VIDEO = "video_title"

Fieldsets = tuple[tuple[Any, dict[str, Any]], ...]

FIELDSETS: Fieldsets = (
    (
        gettext_lazy("Title and address"),
        {"fields": ["title", "summary", "slug", "occupation", "owns_address"]},
    ),
    (gettext_lazy("Picture"), {"fields": ["picture_file", "picture_alt", "picture_credit"]}),
    (gettext_lazy("Who looks after it"), {"fields": ["editor", "byline", "reviewed_on", "review_due_on"]}),
    (gettext_lazy("Overview"), {"fields": ["overview"]}),
    (gettext_lazy("Names, kinds and places"), {"fields": ["other_titles", "settings", "kinds"]}),
    (
        gettext_lazy("A normal week"),
        {"fields": ["week_where", "week_hours", "week_shifts", "week_pace", "week_people"]},
    ),
    (
        gettext_lazy("What it is like"),
        {"fields": ["conditions", "temperament", "skills", "likes", "hard_parts"]},
    ),
    (
        gettext_lazy("Video"),
        {
            "fields": [
                "video_title",
                "video_address",
                "video_file",
                "video_captions",
                "video_seconds",
                "video_transcript",
            ],
            "description": gettext_lazy("Leave it all empty if there is none. With a title, the rest opens."),
        },
    ),
    (gettext_lazy("Whose figures these are"), {"fields": ["figures_note"]}),
    (
        gettext_lazy("Education"),
        {
            "fields": [
                "education_needs",
                "education_text",
                ("education_months_min", "education_months_max"),
                "education_schools",
                "education_awards",
                "education_caution",
                "education_source_keys",
            ]
        },
    ),
    (gettext_lazy("High school"), {"fields": ["high_school_text"]}),
    (
        gettext_lazy("Training on the job"),
        {
            "fields": [
                "on_the_job_where",
                "on_the_job_text",
                ("on_the_job_months_min", "on_the_job_months_max"),
                "on_the_job_source_keys",
            ]
        },
    ),
    (
        gettext_lazy("License"),
        {"fields": ["licensing_is_required", "licensing_by_whom", "licensing_text", "licensing_source_keys"]},
    ),
    (gettext_lazy("In short"), {"fields": ["in_short"]}),
)


@admin.register(Career)
class CareerAdmin(TextListAdmin):
    """Everything that a career's page says, chapter by chapter."""

    list_display = ("named", "stage", "public", "score", "reviewed", "figures_age", "keeper")
    list_filter = (*TextListAdmin.list_filter[:3], ("editor", RelatedDropdownFilter), "owns_address")
    search_fields = ("title", "slug", "occupation__code", "occupation__title")
    autocomplete_fields = ("occupation",)
    prepopulated_fields: ClassVar = {"slug": ("title",)}
    inlines = CAREER_ROWS
    fieldsets = FIELDSETS
    add_fieldsets = (
        (
            gettext_lazy("A new career"),
            {
                "fields": ["title", "occupation", "owns_address", "slug", "summary"],
                "description": gettext_lazy(
                    "Begin with its name and the occupation whose figures stand on its page. The chapters "
                    "open when you have saved. If the occupation's own page has a text already, tick the "
                    "box: then this career gets a page beside it."
                ),
            },
        ),
    )
    conditional_fields: ClassVar = {
        "licensing_by_whom": LICENSE_IS_KNOWN,
        "licensing_text": LICENSE_IS_KNOWN,
        "licensing_source_keys": LICENSE_IS_KNOWN,
        "video_address": HAS_VIDEO,
        "video_file": HAS_VIDEO,
        "video_captions": HAS_VIDEO,
        "video_seconds": HAS_VIDEO,
        "video_transcript": HAS_VIDEO,
    }
    layout: ClassVar[Layout] = {
        "page": ("A new career", "Title and address", "Picture", "Who looks after it"),
        "work": (
            "Overview", "duties", "Names, kinds and places", "A normal week", "What it is like",
            "specialties", "things_to_know", "graduates", "Video",
        ),
        "pay": ("Whose figures these are", "pay_notes"),
        "outlook": ("outlook_notes",),
        "begin": (
            "steps", "routes", "Education", "courses", "High school", "subjects", "ways_to_try", "programs",
            "Training on the job", "License", "certifications", "advancement",
        ),
        "more": ("related", "associations", "resources", "sources", "reference_codes", "In short"),
    }  # fmt: skip

    def get_urls(self) -> list[URLPattern]:
        def answer(request: HttpRequest) -> HttpResponse:
            return proposals_view(self, request)

        view = self.admin_site.admin_view(answer)
        return [path("proposals/", view, name="editorial_career_proposals"), *super().get_urls()]

    def get_inlines(self, request: HttpRequest, obj: Career | None) -> tuple[Any, ...]:
        return self.inlines if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Career | None = None) -> dict[str, Any]:
        """Fill in the slug only for a new career: afterwards its address is published."""
        return {} if obj else dict(self.prepopulated_fields)

    def get_readonly_fields(self, request: HttpRequest, obj: Career | None = None) -> tuple[str, ...]:
        """The occupation is fixed once the career exists: its versions depend on it."""
        return ("occupation", "owns_address") if obj else ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        sheet = SheetRecord.objects.filter(pk=OuterRef("occupation_id"))
        live = Version.objects.live().filter(subject_type=SubjectType.CAREER, subject_key=OuterRef("key"))
        careers: QuerySet[Any] = super().get_queryset(request)
        listed: QuerySet[Any] = careers.annotate(
            releases=Subquery(sheet.values("document__releases")[:1]),
            pay_release=Subquery(sheet.values("document__pay__release")[:1]),
            releases_then=Subquery(live.values("sheet__releases")[:1]),
        )
        return listed

    def formfield_for_dbfield(self, db_field: "Field[Any, Any]", request: HttpRequest, **options: Any) -> Any:
        """Give text boxes a height that suits their content; lists are written one to a line."""
        field = super().formfield_for_dbfield(db_field, request, **options)
        if isinstance(db_field, LinesField):
            field.widget = UnfoldAdminTextareaWidget(attrs={"rows": 4})
        if isinstance(db_field, FileField):
            field.widget = ShippedOrUploadedWidget()
        if isinstance(db_field, TextField):
            field.widget.attrs["rows"] = 10 if db_field.name in {"video_transcript", "overview"} else 3
        return field

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"editor": request.user.pk, **super().get_changeform_initial_data(request)}

    def save_model(self, request: HttpRequest, obj: Career, form: "ModelForm[Any]", change: bool) -> None:
        """Make whoever begins a text its editor."""
        if not change:
            obj.editor = obj.editor or account_of(request)
            obj.slug = obj.slug or _address_of(obj)
        super().save_model(request, obj, form, change)

    @display(description=gettext_lazy("Figures"))
    def figures_age(self, career: Any) -> str:
        """The edition of the pay on the page, and whether figures are newer than the text."""
        releases = career.releases or {}
        edition = releases.get(career.pay_release, {}).get("edition") or _("no pay")
        if career.releases_then is not None and _editions(career.releases_then) != _editions(releases):
            return format_html('{} <span class="desk-late">{}</span>', edition, _("newer than the text"))
        return str(edition)


def _editions(releases: dict[str, Any]) -> set[tuple[str, str]]:
    return {(release["source"], release["edition"]) for release in releases.values()}


def _address_of(career: Career) -> str:
    slugs = (
        Address.objects.current().filter(occupation_id=career.occupation_id).values_list("slug", flat=True)
    )
    return slugs.first() or ""
