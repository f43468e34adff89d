"""The smallest row that the database takes of any model: required columns filled, others left out."""

import datetime as dt
import itertools
from typing import Any

from django.db import models
from django.utils import timezone

_numbers = itertools.count(1)


def smallest(model: type[models.Model], **values: Any) -> models.Model:
    """A saved row of ``model`` with ``values``, and the smallest rows that it needs of other models.

    It is written as it is: without the model's own ``save``, which may change or refuse it.
    """
    missing = [field for field in model._meta.concrete_fields if field.name not in values]
    row = model(**{field.name: smallest_value(field) for field in missing if is_required(field)}, **values)
    row.save_base(raw=True, force_insert=True)
    return row


def again(row: models.Model, **values: Any) -> models.Model:
    """A second row that says the same as ``row``, but for ``values``."""
    fields = [
        field
        for field in row._meta.concrete_fields
        if not isinstance(field, (models.AutoField, models.GeneratedField))
    ]
    same = {field.name: getattr(row, field.name) for field in fields}
    second = type(row)(**{**same, **values})
    second.save_base(raw=True, force_insert=True)
    return second


def is_required(field: "models.Field[Any, Any]") -> bool:
    if isinstance(field, (models.AutoField, models.GeneratedField)):
        return False
    may_be_empty = field.blank and field.empty_strings_allowed and not field.primary_key
    return not (field.null or field.has_default() or field.has_db_default() or may_be_empty)


def smallest_value(field: "models.Field[Any, Any]") -> Any:
    """A value that ``field`` takes; text and keys are different each time."""
    if isinstance(field, models.ForeignKey):
        return smallest(field.related_model)
    if field.choices and not callable(field.choices):
        return next(value for value, _label in field.flatchoices if value not in ("", None))
    for kind, value in SMALLEST_VALUES:
        if isinstance(field, kind):
            return value
    assert isinstance(field, (models.CharField, models.TextField)), field
    return str(next(_numbers))[-(field.max_length or 9) :]


#: A date and time is a date to Django, and comes first.
SMALLEST_VALUES: tuple[tuple[type, Any], ...] = (
    (models.BooleanField, False),
    (models.DateTimeField, timezone.now()),
    (models.DateField, dt.date(2026, 1, 1)),
    (models.JSONField, {}),
    (models.BinaryField, b""),
    (models.DecimalField, 1),
    (models.FloatField, 1.0),
    (models.IntegerField, 1),
)
