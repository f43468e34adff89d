"""Rows of a list for occupations in a given order.

Beside each occupation stand the careers that share it and have a page of their own.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from django.db.models import F

from careers.listing.clusters import shown_sheets
from careers.listing.rows import CareerRow, career_rows
from careers.models import SubjectType, Version


def rows_by_occupation(codes: Sequence[str]) -> dict[str, list[CareerRow]]:
    """The pages of each code in ``codes``, in that order, the occupation's own first. Four queries."""
    sheets = shown_sheets().filter(pk__in=codes)
    code_of = dict(sheets.values_list("slug", "pk"))
    by_code = {code_of[row.career.slug]: row for row in career_rows(sheets)}
    own = own_pages(codes)
    return {
        code: [
            by_code[code],
            *(_named(by_code[code], slug=slug, title=title, summary=text) for slug, title, text in own[code]),
        ]
        for code in codes
        if code in by_code
    }


def rows_of(codes: Sequence[str]) -> list[CareerRow]:
    """The same, one below the other."""
    return [row for rows in rows_by_occupation(codes).values() for row in rows]


def _named(row: CareerRow, *, slug: str, title: str, summary: str) -> CareerRow:
    """The same figures under the name of another career."""
    return replace(row, career=replace(row.career, slug=slug, title=title, summary=summary))


def own_pages(codes: Sequence[str]) -> dict[str, list[tuple[str, str, str]]]:
    """Slug, title and line of the live careers that share one of ``codes`` and own an address, by code."""
    versions = (
        Version.objects.live()
        .filter(subject_type=SubjectType.CAREER, onet__in=codes)
        .exclude(subject_key=F("onet"))
        .order_by("title")
        .values_list("onet", "slug", "title", "summary")
    )
    pages: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for code, slug, title, summary in versions:
        pages[str(code)].append((slug, title, summary or ""))
    return pages
