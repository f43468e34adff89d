"""Fields of editors' tables: a list of short texts, and markup that is clean wherever it came from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression

from careers.documents.markup import clean_markup


class LinesFormField(forms.CharField):
    """A text area whose lines are the list's entries; empty lines and space around an entry don't count."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]  # a list is what the model field holds
        if isinstance(value, (list, tuple)):
            return list(value)
        return [" ".join(line.split()) for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)

    def clean(self, value: Any) -> list[str]:
        lines = self.to_python(value)
        if self.required and not lines:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return lines


if TYPE_CHECKING:
    TextArrayField = ArrayField[Sequence[str], list[str]]
else:
    TextArrayField = ArrayField


class LinesField(TextArrayField):
    """A list of short texts in the editor's order.

    Editors write one to a line and move lines to reorder them.
    """

    def __init__(self, **options: Any) -> None:
        options.setdefault("blank", True)
        options.setdefault("default", list)
        options["base_field"] = models.CharField(max_length=250)
        super().__init__(**options)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, positional, options = super().deconstruct()
        del options["base_field"]
        return name, path, positional, options

    def formfield(self, **options: Any) -> forms.Field:
        return LinesFormField(
            **{
                "required": not self.blank,
                "label": options.get("label", str(self.verbose_name).capitalize()),
                "help_text": self.help_text,
                **{
                    key: value for key, value in options.items() if key in {"widget", "help_text", "required"}
                },
            }
        )


class MarkupField(models.TextField):  # type: ignore[type-arg]  # not generic when it runs
    """HTML that holds only what a guide's text may hold.

    An editing box runs what it is given, so nothing unclean may reach one: the text is cleaned when a form is
    checked, when a row is written (also by an import or a bulk update), and when it is read back.
    """

    def to_python(self, value: Any) -> Any:
        return clean_markup(value) if isinstance(value, str) else super().to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return clean_markup(prepared) if isinstance(prepared, str) else prepared

    def from_db_value(
        self, value: str | None, expression: Expression, connection: BaseDatabaseWrapper
    ) -> str | None:
        return clean_markup(value) if value else value
