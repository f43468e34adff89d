"""The page of one program of study, wherever it is taught."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from careers.formatting.numbers import number
from careers.models import Release
from careers.page.sources import Sources
from careers.reference import sources
from schools.finder import FinderQuery, FinderResults, search
from schools.levels import AwardLevel, in_order
from schools.models import CipCode, Program
from schools.page.careers import CareerLink, careers_of
from schools.page.rows import SchoolRow, school_rows
from schools.page.sources import newest_releases, sources_of, year_text
from schools.states import state_name

MAX_SCHOOLS = 10
SOURCES = (
    sources.CIP_CODES,
    sources.CIP_SOC,
    sources.IPEDS_COMPLETIONS,
    sources.IPEDS_INSTITUTIONS,
    sources.OEWS_NATIONAL,
)


@dataclass(frozen=True, slots=True)
class LevelRow:
    """How many finished at one level, and at how many schools; ``width`` is the bar's, in per cent."""

    label: str
    completions: int
    schools: int
    before: int | None
    width: float


@dataclass(frozen=True, slots=True)
class StateLink:
    code: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ProgramPage:
    program: CipCode
    group: str
    family: CipCode | None
    careers: list[CareerLink]
    levels: list[LevelRow]
    completions: int
    completions_before: int | None
    results: FinderResults
    schools: list[SchoolRow]
    states: list[StateLink]
    siblings: list[CipCode]
    year: str
    year_before: str
    sources: Sources


def program_page(program: CipCode) -> ProgramPage:
    """The page of ``program`` from the newest figures, in a fixed handful of queries."""
    releases = newest_releases(*SOURCES)
    years = list(Release.objects.of(sources.IPEDS_COMPLETIONS).newest_first()[:2])
    newest = releases.get(sources.IPEDS_COMPLETIONS)
    results = search(FinderQuery(), programs=[program.code])
    levels, before = _levels(program, years)
    around = CipCode.objects.filter(
        Q(pk=program.family) | Q(pk=program.code[:5]) | Q(pk__startswith=program.code[:5], level="6")
    )
    named = {row.code: row for row in around if row.is_current}
    group = named.get(program.code[:5])
    return ProgramPage(
        program=program,
        group=group.title if group else "",
        family=named.get(program.family),
        careers=careers_of([program.code]).get(program.code, []),
        levels=levels,
        completions=sum(row.completions for row in levels),
        completions_before=before,
        results=results,
        schools=school_rows(results.schools[:MAX_SCHOOLS], None, newest),
        states=_states(results),
        siblings=[
            sibling
            for code, sibling in sorted(named.items())
            if sibling.level == CipCode.Level.PROGRAM and code != program.code
        ],
        year=year_text(newest) if newest else "",
        year_before=year_text(years[1]) if len(years) > 1 else "",
        sources=sources_of(releases),
    )


def _levels(program: CipCode, years: list[Release]) -> tuple[list[LevelRow], int | None]:
    rows = (
        Program.objects.current()
        .filter(cip=program, release__in=years)
        .values("release", "award_level")
        .annotate(total=Sum("completions"), schools=Count("school", filter=Q(completions__gt=0)))
    )
    totals: defaultdict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for row in rows:
        totals[row["release"]][row["award_level"]] = (row["total"], row["schools"])
    if not years:
        return [], None
    newest = totals[years[0].pk]
    before = totals[years[1].pk] if len(years) > 1 else None
    most = max((count for count, _ in newest.values()), default=0)
    level_rows = [
        LevelRow(
            str(AwardLevel(level).label),
            newest[level][0],
            newest[level][1],
            before.get(level, (0, 0))[0] if before is not None else None,
            round(100 * newest[level][0] / most, 1) if most else 0,
        )
        for level in in_order(set(newest))
        if newest[level][0]
    ]
    return level_rows, sum(count for count, _ in before.values()) if before is not None else None


def _states(results: FinderResults) -> list[StateLink]:
    counts = results.facets.get("state", {})
    links = [StateLink(code, state_name(code), count) for code, count in counts.items()]
    return sorted(links, key=lambda link: link.name)


def describe(page: ProgramPage) -> dict[str, str]:
    """Numbers of the page in words, for its summary line."""
    return {"schools": number(page.results.count), "completions": number(page.completions), "year": page.year}
