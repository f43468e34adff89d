"""Careers as rows of a list: title, pay on one line, education, growth."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from careers.charts import Axis, Stair, Strip, axis, stairs
from careers.documents.cells import pay_text
from careers.documents.sheet import Pay
from careers.documents.summary import CareerSummary, summarize
from careers.listing.entries import Entry
from careers.models import SheetRecord, SubjectType, Version
from careers.page.key_facts import PAY_LINE, pay_strip


@dataclass(frozen=True, slots=True)
class CareerRow:
    """A career with the charts of its row; ``strip`` is its pay, ``stairs`` its usual schooling."""

    career: CareerSummary
    strip: Strip | None
    stairs: tuple[Stair, ...]

    @property
    def range(self) -> str:
        """The ends of the strip in words; empty where they are not published."""
        career = self.career
        if not career.has_pay_range:
            return ""
        ends = {"low": pay_text(career.low, career.unit), "high": pay_text(career.high, career.unit)}
        return _("Pay runs from %(low)s to %(high)s. The median is") % ends


def pay_axis() -> Axis:
    """The line that all strips of a list stand on."""
    return axis(*PAY_LINE, (20_000, 110_000, 200_000))


def career_rows(sheets: QuerySet[SheetRecord]) -> list[CareerRow]:
    """The rows of ``sheets``, in their order, from two queries."""
    records = list(sheets.values("pk", "slug", "title", "education_rank", "growth_percent", "document__pay"))
    summaries = _summaries([values["pk"] for values in records])
    return [_row(dict(values), summaries.get(values["pk"], "")) for values in records]


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
    versions = Version.objects.live().filter(subject_type=SubjectType.CAREER, subject_key__in=codes)
    return {key: summary or "" for key, summary in versions.values_list("subject_key", "summary")}


def _row(values: dict[str, Any], summary: str) -> CareerRow:
    document = values["document__pay"]
    pay = Pay.model_validate(document) if document else None
    rank = values["education_rank"]
    career = summarize(
        values["slug"],
        values["title"],
        summary,
        pay=pay,
        growth_percent=values["growth_percent"],
        education_rank=rank,
    )
    return CareerRow(career, pay_strip(pay) if pay else None, stairs(rank) if rank else ())
