"""Programs of study by the name of a major, or by field."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Sum

from careers.models import SheetRecord
from careers.reference import sources
from schools.finder import find_subject
from schools.models import CipCode, Program
from schools.page.sources import newest_releases, year_text


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """A program with the number of people who finished it and of schools that teach it."""

    code: str
    title: str
    completions: int
    schools: int


@dataclass(frozen=True, slots=True)
class FamilyRow:
    code: str
    title: str
    programs: int


@dataclass(frozen=True, slots=True)
class ProgramListPage:
    words: str
    family: CipCode | None
    families: list[FamilyRow]
    rows: list[ProgramRow]
    careers: list[SheetRecord]
    year: str
    credits: list[str]


def program_list_page(*, words: str = "", family: str = "") -> ProgramListPage:
    """The programs that ``words`` name, else those of the ``family``, else the families."""
    releases = newest_releases(sources.IPEDS_COMPLETIONS, sources.CIP_CODES)
    newest = releases.get(sources.IPEDS_COMPLETIONS)
    subject = find_subject(words=words)
    chosen = CipCode.objects.filter(pk=family, level=CipCode.Level.FAMILY).first() if not words else None
    codes = subject.programs or []
    if chosen:
        codes = list(CipCode.objects.programs().filter(family=chosen.code).values_list("pk", flat=True))
    return ProgramListPage(
        words=words,
        family=chosen,
        families=_families(),
        rows=_rows(codes),
        careers=subject.careers,
        year=year_text(newest) if newest else "",
        credits=[release.credit_line for release in releases.values()],
    )


def _families() -> list[FamilyRow]:
    reported = Program.objects.newest().filter(cip=OuterRef("pk"))
    counts = Counter(CipCode.objects.programs().filter(Exists(reported)).values_list("family", flat=True))
    families = CipCode.objects.filter(level=CipCode.Level.FAMILY, pk__in=counts).order_by("title")
    return [FamilyRow(family.code, family.title, counts[family.code]) for family in families]


def _rows(codes: list[str]) -> list[ProgramRow]:
    """The programs of ``codes``, with most who finish first."""
    totals = {
        row["cip"]: row
        for row in Program.objects.taught_today()
        .filter(cip__in=codes)
        .values("cip")
        .annotate(
            total=Sum("completions"), schools=Count("school", distinct=True, filter=Q(completions__gt=0))
        )
    }
    titles = CipCode.objects.filter(pk__in=codes).values_list("code", "title")
    rows = [
        ProgramRow(
            code,
            title,
            totals[code]["total"] if code in totals else 0,
            totals[code]["schools"] if code in totals else 0,
        )
        for code, title in titles
    ]
    return sorted(rows, key=lambda row: (-row.completions, row.title))
