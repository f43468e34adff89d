"""The page of the finder: what was asked, what was found, and the ways to narrow it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers.formatting.numbers import money, number
from careers.models import Release
from careers.reference import sources
from schools.finder import FinderQuery, FinderResults, Place, ProgramMatch, Sort, find_subject, search
from schools.finder.query import COSTS, MILES
from schools.finder.search import PAGE_LENGTH
from schools.levels import LevelGroup
from schools.models import School
from schools.page.rows import SchoolRow, school_rows
from schools.page.sources import newest_releases, year_text
from schools.states import STATES, state_name

SOURCES = (
    sources.IPEDS_INSTITUTIONS,
    sources.IPEDS_COMPLETIONS,
    sources.SCORECARD_INSTITUTIONS,
    sources.IPEDS_COST,
)


@dataclass(frozen=True, slots=True)
class FinderOption:
    """A choice of a filter with the number of schools behind it."""

    key: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FinderChip:
    """A filter that is on; ``query`` is the finder's without it."""

    label: str
    query: str


@dataclass(frozen=True, slots=True)
class FinderPage:
    query: FinderQuery
    subject: ProgramMatch
    place: Place | None
    results: FinderResults
    rows: list[SchoolRow]
    heading: str
    levels: list[FinderOption]
    controls: list[FinderOption]
    sizes: list[FinderOption]
    costs: list[FinderOption]
    states: list[FinderOption]
    sorts: list[FinderOption]
    online_count: int
    chips: list[FinderChip]
    year: str
    credits: list[str]

    @property
    def pages(self) -> Page[int]:
        """The page's place among the others."""
        return Paginator(range(self.results.count), PAGE_LENGTH).get_page(self.query.page)

    @property
    def miles(self) -> tuple[int, ...]:
        return MILES


def ask(
    query: FinderQuery, place: Place | None, *, is_whole: bool = False
) -> tuple[ProgramMatch, FinderResults]:
    """What was asked and found. Words that name no program are taken for a part of a school's name."""
    subject = find_subject(program=query.program, career=query.career, words=query.q)
    name = query.q if subject.is_by_name else ""
    return subject, search(query, programs=subject.programs, place=place, name=name, is_whole=is_whole)


def finder_page(query: FinderQuery, place: Place | None) -> FinderPage:
    """The page for ``query``, in a fixed handful of queries."""
    subject, results = ask(query, place)
    releases = newest_releases(*SOURCES)
    newest: Release | None = releases.get(sources.IPEDS_COMPLETIONS)
    return FinderPage(
        query=query,
        subject=subject,
        place=place,
        results=results,
        rows=school_rows(results.schools, _worth_naming(subject), newest),
        heading=heading(query, subject, place, results.count),
        levels=_options(LevelGroup.choices, results.facets.get("level", {}), query.level),
        controls=_options(School.Control.choices, results.facets.get("control", {}), query.control),
        sizes=_options(School.Size.choices, results.facets.get("size", {}), query.size),
        costs=_costs(results, query),
        states=_states(results, query),
        sorts=_sorts(results, place, subject.programs),
        online_count=results.facets.get("online", {}).get("1", 0),
        chips=_chips(query, subject, place),
        year=year_text(newest) if newest else "",
        credits=[release.credit_line for release in releases.values()],
    )


def _worth_naming(subject: ProgramMatch) -> list[str] | None:
    """The programs to name beside each school: those looked for; none where it is one for all."""
    return subject.programs if subject.programs and len(subject.programs) > 1 else None


def heading(query: FinderQuery, subject: ProgramMatch, place: Place | None, count: int) -> str:
    """How many schools, for what, and where, in one line."""
    words = {"count": number(count), "what": subject.title, "where": _where(query, place)}
    if words["what"] and words["where"]:
        text = ngettext(
            "%(count)s school for %(what)s, %(where)s", "%(count)s schools for %(what)s, %(where)s", count
        )
    elif words["what"]:
        text = ngettext("%(count)s school for %(what)s", "%(count)s schools for %(what)s", count)
    elif words["where"]:
        text = ngettext("%(count)s school, %(where)s", "%(count)s schools, %(where)s", count)
    else:
        text = ngettext("%(count)s school", "%(count)s schools", count)
    return text % words


def _where(query: FinderQuery, place: Place | None) -> str:
    if place and place.is_known:
        return _("within %(miles)s miles of %(place)s") % {"miles": query.miles, "place": place.name}
    return state_name(query.state) if query.state else ""


def _options(
    choices: Iterable[tuple[str, object]], counts: dict[str, int], chosen: tuple[str, ...]
) -> list[FinderOption]:
    """The choices that lead anywhere, and those that are on."""
    return [
        FinderOption(value, str(label), counts.get(value, 0), value in chosen)
        for value, label in choices
        if value and (counts.get(value) or value in chosen)
    ]


def _costs(results: FinderResults, query: FinderQuery) -> list[FinderOption]:
    counts = results.facets.get("cost", {})
    return [
        FinderOption(
            str(cost),
            _("Under %(amount)s") % {"amount": money(cost)},
            counts.get(str(cost), 0),
            query.cost == cost,
        )
        for cost in COSTS
    ]


def _states(results: FinderResults, query: FinderQuery) -> list[FinderOption]:
    counts = results.facets.get("state", {})
    return [
        FinderOption(code, name, counts.get(code, 0), code == query.state)
        for code, name in sorted(STATES.items(), key=lambda item: item[1])
        if counts.get(code) or code == query.state
    ]


def _sorts(results: FinderResults, place: Place | None, programs: list[str] | None) -> list[FinderOption]:
    def is_possible(sort: Sort) -> bool:
        if sort is Sort.DISTANCE:
            return bool(place and place.is_known)
        return sort is not Sort.COST or results.can_sort_by_cost

    return [
        FinderOption(sort.value, str(sort.label), 0, sort is results.sort)
        for sort in Sort
        if is_possible(sort)
    ]


def _chips(query: FinderQuery, subject: ProgramMatch, place: Place | None) -> list[FinderChip]:
    chips = []
    if subject.title and (query.program or query.career):
        chips.append(FinderChip(subject.title, query.but(program="", career="").query_string))
    if query.state:
        chips.append(FinderChip(state_name(query.state), query.but(state="").query_string))
    if place and place.is_known:
        chips.append(FinderChip(_where(query, place), query.but(near="").query_string))
    for name, choices in (
        ("level", LevelGroup),
        ("control", School.Control),
        ("size", School.Size),
    ):
        values: tuple[str, ...] = getattr(query, name)
        for value in values:
            rest = tuple(other for other in values if other != value)
            chips.append(FinderChip(str(choices(value).label), query.but(**{name: rest}).query_string))
    if query.online:
        chips.append(FinderChip(_("All programs online"), query.but(online=False).query_string))
    if query.cost is not None:
        label = _("Under %(amount)s") % {"amount": money(query.cost)}
        chips.append(FinderChip(label, query.but(cost=None).query_string))
    return chips
