"""Chosen careers as a list: the line, and three figures of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from careers.compare import MAX_COMPARED
from careers.documents.sheet import Sheet
from careers.formatting.numbers import change
from careers.page.cells import has_amount, pay_text_with_unit
from careers.public.careers import PublicCareer
from careers.reference.education_levels import level_name


@dataclass(frozen=True, slots=True)
class CareerCard:
    """One career of a list; figures that are not published say so."""

    slug: str
    title: str
    summary: str
    pay: str
    growth: str
    education: str


def career_cards(careers: Iterable[PublicCareer]) -> list[CareerCard]:
    """``careers`` in their order."""
    return [
        CareerCard(
            career.slug,
            career.title,
            career.summary,
            _pay(career.sheet),
            _growth(career.sheet),
            _education(career.sheet),
        )
        for career in careers
    ]


def credits_of(careers: Iterable[PublicCareer]) -> list[str]:
    """The credit lines of the figures in the list, each once."""
    found = (
        career.sheet.releases[part.release].credit_line
        for career in careers
        for part in (career.sheet.pay, career.sheet.outlook, career.sheet.entry)
        if part and part.release in career.sheet.releases
    )
    return list(dict.fromkeys(found))


def compare_address(slugs: Sequence[str]) -> str:
    """The comparison of the first few; empty where there is nothing to compare."""
    if len(slugs) < 2:
        return ""
    query = urlencode([("c", slug) for slug in slugs[:MAX_COMPARED]])
    return f"{reverse('careers:career-compare')}?{query}"


def _pay(sheet: Sheet) -> str:
    pay = sheet.pay
    if pay is None or not has_amount(pay.main.median):
        return _("Not published")
    return pay_text_with_unit(pay.main.median, "hour" if pay.is_hourly_only else "year")


def _growth(sheet: Sheet) -> str:
    known = sheet.outlook.change_percent if sheet.outlook else None
    return _("Not published") if known is None else change(known)


def _education(sheet: Sheet) -> str:
    entry = sheet.entry
    return (level_name(entry.rank, entry.education) if entry else "") or _("Not published")
