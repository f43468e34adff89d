"""Careers as rows of a list: title, pay on one line, education, growth."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from careers.charts import Axis, Stair, Strip, axis, stairs
from careers.documents.sheet import Pay
from careers.formatting.numbers import change
from careers.listing.entries import Entry
from careers.models import SheetRecord, Version
from careers.page.cells import has_amount, pay_text, pay_text_with_unit
from careers.page.key_facts import PAY_LINE, pay_strip
from careers.reference.education_levels import level_name


@dataclass(frozen=True, slots=True)
class CareerRow:
    """``range`` says the ends of the strip in words; texts are empty where nothing is published."""

    slug: str
    title: str
    summary: str
    median: str
    range: str
    strip: Strip | None
    education: str
    stairs: tuple[Stair, ...]
    growth: str


def pay_axis() -> Axis:
    """The line that all strips of a list stand on."""
    return axis(*PAY_LINE, (20_000, 110_000, 200_000))


def career_rows(sheets: QuerySet[SheetRecord]) -> list[CareerRow]:
    """The rows of ``sheets``, in their order, from two queries."""
    found = list(sheets.values("pk", "slug", "title", "education_rank", "growth_percent", "document__pay"))
    summaries = _summaries([values["pk"] for values in found])
    return [_row(dict(values), summaries.get(values["pk"], "")) for values in found]


def entry_rows(entries: Sequence[Entry]) -> list[CareerRow]:
    """The rows of pages in a list, in their order, from one query."""
    columns = ("pk", "education_rank", "growth_percent", "document__pay")
    sheets = SheetRecord.objects.filter(pk__in={entry.onet for entry in entries}).values(*columns)
    by_code = {values["pk"]: dict(values) for values in sheets}
    return [
        _row({**by_code[entry.onet], "slug": entry.slug, "title": entry.title}, entry.summary)
        for entry in entries
        if entry.onet in by_code
    ]


def _summaries(codes: list[str]) -> dict[str, str]:
    """The published line of each occupation that has one."""
    versions = Version.objects.live().filter(subject_type="career", subject_key__in=codes)
    return {key: summary or "" for key, summary in versions.values_list("subject_key", "summary")}


def _row(values: dict[str, Any], summary: str) -> CareerRow:
    document = values["document__pay"]
    pay = Pay.model_validate(document) if document else None
    rank, growth = values["education_rank"], values["growth_percent"]
    return CareerRow(
        slug=values["slug"],
        title=values["title"],
        summary=summary,
        median=_median(pay),
        range=_range(pay),
        strip=pay_strip(pay) if pay else None,
        education=level_name(rank),
        stairs=stairs(rank) if rank else (),
        growth="" if growth is None else change(growth),
    )


def _median(pay: Pay | None) -> str:
    if pay is None or not has_amount(pay.main.median):
        return _("No figure")
    return pay_text_with_unit(pay.main.median, "hour" if pay.is_hourly_only else "year")


def _range(pay: Pay | None) -> str:
    if pay is None or not (has_amount(pay.main.p10) and has_amount(pay.main.p90)):
        return ""
    unit = "hour" if pay.is_hourly_only else "year"
    ends = {"low": pay_text(pay.main.p10, unit), "high": pay_text(pay.main.p90, unit)}  # type: ignore[arg-type]
    return _("Pay runs from %(low)s to %(high)s. The median is") % ends
