"""A guide's text is clean whichever way it came in."""

import pytest
from django.db import connection

from careers.documents.markup import clean_markup
from careers.editorial.models import Guide

pytestmark = pytest.mark.django_db

DIRTY = '<p onclick="x()">One.</p><script>x()</script><div x-data x-init="x()">Two.</div>'
CLEAN = "<p>One.</p>Two."


def stored_body() -> str:
    """The text as the row has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM editorial_guide")
        return str(cursor.fetchone()[0])


def test_markup_is_cleaned_when_a_row_is_saved() -> None:
    Guide.objects.create(title="Pay", slug="pay", body=DIRTY)

    assert stored_body() == CLEAN


def test_markup_is_cleaned_by_a_bulk_update() -> None:
    Guide.objects.create(title="Pay", slug="pay")

    Guide.objects.update(body=DIRTY)

    assert stored_body() == CLEAN


def test_markup_is_cleaned_when_it_is_read_back() -> None:
    Guide.objects.create(title="Pay", slug="pay")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_guide SET body = %s", [DIRTY])

    assert Guide.objects.get().body == CLEAN
    assert Guide.objects.values_list("body", flat=True).get() == CLEAN


def test_cleaning_twice_changes_nothing() -> None:
    assert clean_markup(clean_markup(DIRTY)) == CLEAN
