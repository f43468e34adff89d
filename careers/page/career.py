"""The whole page of a career, chapter by chapter in the order that every career shares."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from careers.documents.choices import CodeScheme
from careers.documents.profile import Profile
from careers.documents.sheet import ClusterRef, Figure, Related, ReleaseRef, Sheet
from careers.documents.summary import NO_FIGURE, CareerSummary
from careers.page.getting_in import GettingInChapter, getting_in_chapter
from careers.page.key_facts import KeyFact, key_facts
from careers.page.outlook import OutlookChapter, outlook_chapter, span
from careers.page.pay import LocalPay, PayChapter, pay_chapter
from careers.page.profile_text import (
    CertificationRow,
    FirstPayRow,
    certification_rows,
    first_pay_rows,
    licensing_words,
    route_note,
    ways_to_try,
    week_rows,
)
from careers.page.requirements import RequirementsChapter, requirements_chapter
from careers.page.sources import SourceLine, SourceListing, Sources

#: Other titles that a page shows; the editors' own come first.
MAX_TITLES = 12


@dataclass(frozen=True, slots=True)
class Chapter:
    """An entry of the contents list; ``id`` is the anchor."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class RelatedCareerRow:
    """A neighbor, and why editors name it; empty for the agency's own."""

    career: CareerSummary
    reason: str = ""

    @property
    def figures(self) -> str:
        """Pay and growth, as far as they are published."""
        career = self.career
        pay = career.pay if career.has_pay else ""
        growth = career.growth if career.growth_percent is not None else ""
        return " · ".join(text for text in (pay, growth) if text)


@dataclass(frozen=True, slots=True)
class Code:
    """A reference code: the scheme's name, and the code with its meaning."""

    scheme: str
    code: str


@dataclass(frozen=True, slots=True)
class CareerPage:
    """Everything the template of a career page reads."""

    title: str
    slug: str
    sheet: Sheet
    profile: Profile | None
    field: ClusterRef | None
    vouch: str
    key_facts: tuple[KeyFact, ...]
    contents: tuple[Chapter, ...]
    other_titles: tuple[str, ...]
    titles_source: SourceLine | None
    pay: PayChapter
    outlook: OutlookChapter
    getting_in: GettingInChapter
    requirements: RequirementsChapter
    related: tuple[RelatedCareerRow, ...]
    related_source: SourceLine | None
    codes: tuple[Code, ...]
    sources: tuple[SourceListing, ...]
    source_numbers: Mapping[str, int]
    week: tuple[tuple[str, str], ...] = ()
    route_notes: tuple[str, ...] = ()
    first_pays: tuple[FirstPayRow, ...] = ()
    certifications: tuple[CertificationRow, ...] = ()
    ways_to_try: tuple[tuple[str, str], ...] = ()
    licensing: str = ""


def career_page(
    *,
    sheet: Sheet,
    profile: Profile | None,
    local_pay: LocalPay | None,
    clause_of: Callable[[ReleaseRef], str],
) -> CareerPage:
    """Make the page of ``sheet`` and ``profile``, with the pay in the reader's area where one is chosen.

    ``clause_of`` says in words that newer figures of a release are out or due, or nothing.
    """
    sources = Sources(sheet.releases, clause_of)
    outlook = outlook_chapter(sheet, sources)
    getting_in = getting_in_chapter(sheet, sources, outlook)
    requirements = requirements_chapter(sheet, sources)
    related = _related(sheet, profile)
    titles = _other_titles(sheet, profile)
    return CareerPage(
        title=profile.title if profile else sheet.title,
        slug=profile.slug if profile else sheet.slug,
        sheet=sheet,
        profile=profile,
        field=sheet.clusters.items[0] if sheet.clusters and sheet.clusters.items else None,
        vouch=_vouch(sheet, profile, sources),
        key_facts=key_facts(sheet, getting_in),
        contents=_contents(
            has_work=bool(profile or titles or _has_agency_text(sheet)),
            requirements=requirements,
            related=related,
        ),
        other_titles=titles,
        titles_source=sources.line(sheet.other_titles.releases[0]) if sheet.other_titles else None,
        pay=pay_chapter(sheet, sources, local_pay),
        outlook=outlook,
        getting_in=getting_in,
        requirements=requirements,
        related=related,
        related_source=sources.line(sheet.related.release) if sheet.related and related else None,
        codes=_codes(sheet, profile),
        sources=sources.entries(),
        **_written(profile),
    )


def _written(profile: Profile | None) -> dict[str, Any]:
    """What the profile alone knows, by the names of the page's fields."""
    if profile is None:
        return {"source_numbers": {}}
    return {
        "source_numbers": {source.key: place for place, source in enumerate(profile.sources, start=1)},
        "week": week_rows(profile),
        "route_notes": tuple(route_note(route) for route in profile.routes),
        "first_pays": first_pay_rows(profile),
        "certifications": certification_rows(profile),
        "ways_to_try": ways_to_try(profile),
        "licensing": licensing_words(profile),
    }


def _has_agency_text(sheet: Sheet) -> bool:
    return bool(sheet.description or (sheet.tasks and sheet.tasks.tasks))


def _other_titles(sheet: Sheet, profile: Profile | None) -> tuple[str, ...]:
    names = [
        *(profile.other_titles if profile else []),
        *(sheet.other_titles.titles if sheet.other_titles else []),
    ]
    return tuple(dict.fromkeys(names))[:MAX_TITLES]


def _vouch(sheet: Sheet, profile: Profile | None, sources: Sources) -> str:
    """Who answers for the text, when it was last read, and how old the figures are."""
    sentences = (_answers_for(profile) if profile else "", _ages(sheet, sources))
    return " ".join(sentence for sentence in sentences if sentence)


def _answers_for(profile: Profile) -> str:
    words = {
        "editor": profile.editor,
        "day": date_format(profile.reviewed_on, "DATE_FORMAT") if profile.reviewed_on else "",
    }
    if profile.editor and profile.reviewed_on:
        return _("Text: %(editor)s, last checked on %(day)s.") % words
    if profile.reviewed_on:
        return _("The text was last checked on %(day)s.") % words
    return _("Text: %(editor)s.") % words if profile.editor else ""


def _ages(sheet: Sheet, sources: Sources) -> str:
    words = {
        "pay": sources.edition(sheet.pay.release) if sheet.pay else "",
        "outlook": span(sheet.outlook) if sheet.outlook else "",
    }
    if sheet.pay and sheet.outlook:
        return _("Pay is from %(pay)s. The outlook covers %(outlook)s.") % words
    if sheet.pay:
        return _("Pay is from %(pay)s.") % words
    return _("The outlook covers %(outlook)s.") % words if sheet.outlook else ""


def _contents(
    *, has_work: bool, requirements: RequirementsChapter, related: Sequence[RelatedCareerRow]
) -> tuple[Chapter, ...]:
    chapters = (
        Chapter("work", _("The work")) if has_work else None,
        Chapter("pay", _("Pay")),
        Chapter("outlook", _("Outlook")),
        Chapter("begin", _("How to begin")),
        Chapter("asks", _("What it asks of you")) if requirements.has_something else None,
        Chapter("more", _("Careers like this")) if related else None,
        Chapter("sources", _("Sources and codes")),
    )
    return tuple(chapter for chapter in chapters if chapter)


def _related(sheet: Sheet, profile: Profile | None) -> tuple[RelatedCareerRow, ...]:
    """The editors' neighbors with their reasons first, then the agency's."""
    chosen = {row.slug: row for row in (profile.related if profile else [])}
    rated = {row.slug: _summary(row) for row in (sheet.related.items if sheet.related else [])}
    rows = [
        RelatedCareerRow(replace(rated.get(slug, CareerSummary(slug, "")), title=row.title), row.reason)
        for slug, row in chosen.items()
    ]
    rows += [RelatedCareerRow(career) for slug, career in rated.items() if slug not in chosen]
    return tuple(rows)


def _summary(row: Related) -> CareerSummary:
    """A neighbor with what the sheet keeps of its figures."""
    median = NO_FIGURE if row.annual_median is None else Figure(value=row.annual_median)
    return CareerSummary(row.slug, row.title, median=median, growth_percent=row.growth_percent)


def _codes(sheet: Sheet, profile: Profile | None) -> tuple[Code, ...]:
    codes = [Code(_("SOC"), f"{sheet.soc} {sheet.soc_title}")]
    codes.append(Code(_("O*NET-SOC"), sheet.onet))
    codes += [
        Code(_("Career cluster"), f"{cluster.title}: {cluster.pathway}")
        for cluster in (sheet.clusters.items if sheet.clusters else [])
    ]
    if sheet.interests and sheet.interests.code:
        codes.append(Code(_("Holland code"), sheet.interests.code))
    if sheet.job_zone:
        codes.append(Code(_("Job zone"), sheet.job_zone.zone))
    for reference in profile.reference_codes if profile else []:
        words = {"code": reference.code, "meaning": reference.meaning}
        text = _("%(code)s %(meaning)s") % words if reference.meaning else reference.code
        codes.append(Code(str(CodeScheme(reference.scheme).label), text))
    return tuple(codes)
