"""The ordered parts of a career, as rows that editors drag into order."""

from typing import Any, ClassVar

from django.contrib.admin.utils import flatten
from django.db import models
from django.forms import Field
from django.http import HttpRequest
from django.utils.text import capfirst
from unfold.admin import StackedInline, TabularInline
from unfold.widgets import UnfoldAdminExpandableTextareaWidget, UnfoldAdminTextInputWidget

from careers.editorial import models as rows


class LongLineWidget(UnfoldAdminExpandableTextareaWidget):  # type: ignore[misc]  # Unfold has no types
    """A line that may be longer than its box: the box grows, and what is typed stays one line."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return " ".join(value.split()) if isinstance(value, str) else value


class RowsMixin:
    """What rows of either look share."""

    extra = 0
    ordering_field = "position"
    hide_ordering_field = True
    hide_title = True

    @property
    def names_sources(self) -> bool:
        """Whether the rows have a box for sources, so that the form lists those there are."""
        return "source_keys" in flatten(getattr(self, "fields", ()))

    formfield_overrides: ClassVar = {
        models.TextField: {"widget": UnfoldAdminExpandableTextareaWidget},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest, **options: Any
    ) -> Any:
        """Sentences get a box that grows with them, names a line; the box for sources says what it takes."""
        field: Field = super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]  # Unfold's
        if (
            isinstance(db_field, models.CharField)
            and not db_field.choices
            and not isinstance(db_field, models.URLField)
            and (db_field.max_length or 0) >= 80
        ):
            field.widget = LongLineWidget(attrs={"rows": 1})
        if db_field.name == "source_keys":
            field.widget = UnfoldAdminTextInputWidget(attrs={"placeholder": "bls-oews, ahima-exams"})
        if field is not None:
            _name_box(field)
        return field


def _name_box(field: Field) -> None:
    """The name that a screen reader says; in a table no label stands beside the box."""
    box: Any = getattr(field.widget, "widget", field.widget)  # a wrapper with buttons has the box inside
    box.attrs["aria-label"] = capfirst(field.label)


class Rows(RowsMixin, TabularInline):  # type: ignore[misc]  # Unfold has no types
    """Short rows, one beneath the other."""

    template = "admin_pages/rows_tabular.html"
    #: A table has room for its help texts only above it.
    has_help_above = True


class Cards(RowsMixin, StackedInline):  # type: ignore[misc]  # Unfold has no types
    """Rows with many fields, each a card."""

    template = "admin_pages/rows_stacked.html"


class DutyRows(Rows):
    model = rows.Duty
    fields = ("verb", "rest", "employer", "position")


class SpecialtyCards(Cards):
    model = rows.Specialty
    fields = ("name", "text", "requirement", "source_keys", "position")


class ThingToKnowRows(Rows):
    model = rows.ThingToKnow
    fields = ("text", "source_keys", "position")


class GraduatesRows(Rows):
    model = rows.Graduates
    fields = ("name", "source_keys", "position")


class PayNoteRows(Rows):
    model = rows.PayNote
    fields = ("text", "source_keys", "position")


class OutlookNoteRows(Rows):
    model = rows.OutlookNote
    fields = ("text", "source_keys", "position")


class StepRows(Rows):
    model = rows.Step
    fields = ("title", "when", "text", "position")


class RouteCards(Cards):
    model = rows.Route
    fields = (
        ("kind", "title"),
        "text",
        ("months_min", "months_max"),
        ("cost_min", "cost_max", "cost_year"),
        "credentials",
        "source_keys",
        "position",
    )
    autocomplete_fields = ("credentials",)


class CourseRows(Rows):
    model = rows.CareerCourse
    fields = ("course", "position")
    autocomplete_fields = ("course",)


class SubjectRows(Rows):
    model = rows.CareerSubject
    fields = ("subject", "is_required", "position")
    autocomplete_fields = ("subject",)


class WayToTryRows(Rows):
    model = rows.WayToTry
    fields = ("kind", "text", "position")


class StudyProgramRows(Rows):
    model = rows.StudyProgram
    fields = ("cip", "title", "kind", "position")


class CertificationRows(Rows):
    model = rows.CareerCertification
    fields = ("certification", "need", "stage", "note", "position")
    autocomplete_fields = ("certification",)


class AdvancementRows(Rows):
    model = rows.Advancement
    fields = ("title", "text", "slug", "position")


class RelatedRows(Rows):
    model = rows.RelatedCareer
    fields = ("slug", "title", "reason", "position")


class AssociationRows(Rows):
    model = rows.CareerAssociation
    fields = ("organization", "why", "position")
    autocomplete_fields = ("organization",)


class ResourceRows(Rows):
    model = rows.Resource
    fields = ("title", "address", "text", "position")


class SourceCards(Cards):
    model = rows.CareerSource
    fields = (
        ("key", "publisher"),
        "title",
        "address",
        ("published_on", "accessed_on"),
        "supports",
        "position",
    )


class ReferenceCodeRows(Rows):
    model = rows.ReferenceCode
    fields = ("scheme", "code", "meaning", "position")


class GuideSourceCards(Cards):
    model = rows.GuideSource
    fields = SourceCards.fields


CAREER_ROWS = (
    DutyRows, SpecialtyCards, ThingToKnowRows, GraduatesRows, PayNoteRows, OutlookNoteRows, StepRows,
    RouteCards, CourseRows, SubjectRows, WayToTryRows, StudyProgramRows, CertificationRows, AdvancementRows,
    RelatedRows, AssociationRows, ResourceRows, SourceCards, ReferenceCodeRows,
)  # fmt: skip
