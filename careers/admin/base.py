"""What the admin's screens share: audited changes, and read-only look-ups."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Model
from django.forms import ModelForm
from django.http import HttpRequest, QueryDict
from unfold.admin import ModelAdmin

from careers.editorial.people import name_of
from careers.models import AuditEntry


class DeskAdmin(ModelAdmin):  # type: ignore[misc]  # Unfold has no types
    """The list and form options that all screens share."""

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
        """Normalize line ends first: browsers send CRLF, and every text would count as changed."""
        if request.method == "POST":
            request.POST = _with_plain_line_ends(request.POST)  # type: ignore[assignment]  # the same, copied
        return super().changeform_view(request, object_id, form_url, extra_context)


class AuditedAdmin(DeskAdmin):
    """Writes every added, changed or deleted row to the audit log, with the fields that changed."""

    #: The subject type in the audit log; by default the model's name.
    audit_type: ClassVar[str] = ""

    def save_model(self, request: HttpRequest, obj: Model, form: "ModelForm[Any]", change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change:
            self.log(request, obj, "added")
        elif form.changed_data:
            self.log(request, obj, "changed", ", ".join(labels(form, form.changed_data)))

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        self.log(request, obj, "deleted")
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: Iterable[Model]) -> None:
        for obj in queryset:
            self.log(request, obj, "deleted")
        super().delete_queryset(request, queryset)

    def log(self, request: HttpRequest, obj: Model, action: str, note: str = "") -> None:
        """Write an entry about ``obj`` to the audit log."""
        AuditEntry.record(
            who=name_of(account_of(request)),
            action=action,
            subject_type=self.audit_type or str(self.opts.model_name),
            subject_key=str(obj.pk),
            title=str(obj)[:250],
            note=note,
        )


class LookUpAdmin(DeskAdmin):
    """Read-only rows, which importers or the portal write."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


def account_of(request: HttpRequest) -> User:
    """The account that sends the request. Raises PermissionDenied for visitors, whom the admin keeps out."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def labels(form: "ModelForm[Any]", names: Iterable[str]) -> list[str]:
    """The labels of the fields with these ``names``."""
    return [str(form.fields[name].label or name) for name in names if name in form.fields]


def _with_plain_line_ends(posted: QueryDict) -> QueryDict:
    plain = posted.copy()
    for name, values in posted.lists():
        plain.setlist(name, [str(value).replace("\r\n", "\n") for value in values])
    return plain
