"""What the admin's screens have in common: audited changes, and look-ups that nobody can change."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest, QueryDict
from unfold.admin import ModelAdmin

from careers.editorial.people import name_of
from careers.models import AuditEntry


class DeskAdmin(ModelAdmin):  # type: ignore[misc]  # Unfold has no types
    """A list and a form as editors know them from the rest of the desk."""

    formfield_overrides: ClassVar[dict[Any, Any]] = {models.URLField: {"assume_scheme": "https"}}
    list_fullwidth = True
    list_filter_submit = True
    compressed_fields = False
    warn_unsaved_form = True
    list_per_page = 50

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Browsers send line ends in two characters; kept so, every text would differ from what it was."""
        if request.method == "POST":
            request.POST = _with_plain_line_ends(request.POST)  # type: ignore[assignment]  # the same, copied
        return super().changeform_view(request, object_id, form_url, extra_context)


class AuditedAdmin(DeskAdmin):
    """Every row added, changed or deleted here stands in the audit log, with the fields that changed."""

    #: What the audit log calls such a row; the model's own name by default.
    audited_as: ClassVar[str] = ""

    def save_model(self, request: HttpRequest, obj: Model, form: "ModelForm[Any]", change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            self.note(request, obj, "added")
        elif form.changed_data:
            self.note(request, obj, "changed", ", ".join(labels(form, form.changed_data)))

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        self.note(request, obj, "deleted")
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: Iterable[Model]) -> None:
        for obj in queryset:
            self.note(request, obj, "deleted")
        super().delete_queryset(request, queryset)

    def note(self, request: HttpRequest, obj: Model, action: str, note: str = "") -> None:
        """One line in the audit log about ``obj``."""
        AuditEntry.record(
            who=name_of(request.user),  # type: ignore[arg-type]  # only accounts get here
            action=action,
            subject_type=self.audited_as or str(self.opts.model_name),
            subject_key=str(obj.pk),
            title=str(obj)[:250],
            note=note,
        )


class LookUpAdmin(DeskAdmin):
    """Rows that importers or the portal write: everybody may look, nobody may change them here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


def labels(form: "ModelForm[Any]", names: Iterable[str]) -> list[str]:
    """What editors call these fields."""
    return [str(form.fields[name].label or name) for name in names if name in form.fields]


def _with_plain_line_ends(posted: QueryDict) -> QueryDict:
    plain = posted.copy()
    for name, values in posted.lists():
        plain.setlist(name, [str(value).replace("\r\n", "\n") for value in values])
    return plain
