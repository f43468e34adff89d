"""The page of one school."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.documents.cells import not_published
from careers.formatting.numbers import money, number
from careers.models import Release
from careers.page.sources import Sources
from careers.reference import sources
from schools.levels import LevelGroup, groups_of
from schools.models import School, SchoolTotal
from schools.page.cautions import Caution, cautions, fate
from schools.page.figures import COST_MEASURES, RESULT_MEASURES, KnownFigures, known_figures
from schools.page.offers import ProgramField, fields_of
from schools.page.sources import newest_releases, sources_of, year_text
from schools.page.words import kind, lede, place, surroundings

PAY_SOURCE = sources.OEWS_NATIONAL


@dataclass(frozen=True, slots=True)
class Cell:
    """A fact at the top: ``value`` with what it is of; ``is_words`` where it is not a number."""

    label: str
    value: str
    below: str = ""
    is_words: bool = False


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """Everything the template shows. ``end`` is set where there is nothing to apply to any more."""

    school: School
    kind: str
    lede: str
    place: str
    end: Caution | None
    cautions: list[Caution]
    glance: list[Cell]
    costs: list[Cell]
    results: list[Cell]
    fields: list[ProgramField]
    levels: list[LevelGroup]
    completions: int | None
    year: str
    year_before: str
    sources: Sources
    cost_sources: list[str]
    result_sources: list[str]

    @property
    def program_count(self) -> int:
        return sum(len(field.offers) for field in self.fields)


def school_page(school: School) -> SchoolPage:
    """The page of ``school`` from its newest figures, in a fixed handful of queries."""
    releases = newest_releases(sources.IPEDS_INSTITUTIONS, sources.IPEDS_COMPLETIONS, PAY_SOURCE)
    newest = releases.get(sources.IPEDS_COMPLETIONS)
    years = list(Release.objects.of(sources.IPEDS_COMPLETIONS).newest_first()[:2])
    programs = school.programs.current().filter(release__in=years).select_related("cip")
    fields = fields_of(programs, newest)
    figures = known_figures(list(school.figures.current().select_related("release")))
    totals = _totals(school, newest)
    completions = sum(totals.values()) if totals else None
    year = year_text(newest) if newest else ""
    directory = releases.get(sources.IPEDS_INSTITUTIONS)
    is_in_directory = directory is not None and school.release_id == directory.pk and not school.is_vanished
    successor = School.objects.filter(pk=school.merged_into).first() if school.merged_into else None
    end = fate(school, successor, is_in_directory=is_in_directory)
    used = [release for key, release in releases.items() if key != PAY_SOURCE or fields]
    return SchoolPage(
        school=school,
        kind=kind(school),
        lede=lede(school),
        place=place(school),
        end=end,
        cautions=[] if end else cautions(school, figures, completions, year),
        glance=_glance(school, figures, completions, year, is_over=end is not None),
        costs=[] if end else _costs(figures),
        results=[] if end else _results(figures),
        fields=fields,
        levels=groups_of({level for level, count in totals.items() if count}),
        completions=completions,
        year=year,
        year_before=year_text(years[1]) if len(years) > 1 else "",
        sources=sources_of([*used, *([] if end else figures.releases)]),
        cost_sources=_credits(figures, COST_MEASURES),
        result_sources=_credits(figures, RESULT_MEASURES),
    )


def _totals(school: School, newest: Release | None) -> dict[int, int]:
    rows = SchoolTotal.objects.current().filter(school=school, release=newest)
    return dict(rows.values_list("award_level", "completions"))


def _credits(figures: KnownFigures, measures: tuple[str, ...]) -> list[str]:
    """The source lines of the releases that ``measures`` are from, each once."""
    lines = [
        figure.release.credit_line for measure in measures if (figure := figures.by_measure.get(measure))
    ]
    return list(dict.fromkeys(lines))


def _glance(
    school: School, figures: KnownFigures, completions: int | None, year: str, *, is_over: bool
) -> list[Cell]:
    size = str(School.Size(school.size).label) if school.size else ""
    where = ". ".join(part for part in (surroundings(school), size) if part)
    where_cell = Cell(_("Where"), place(school), where, is_words=True)
    if is_over:
        kind_cell = Cell(_("Kind of school"), kind(school), is_words=True)
        return [kind_cell, where_cell] if kind_cell.value else [where_cell]
    return [
        _tuition_cell(figures),
        _count_cell(_("People who finish"), completions, _("in %(year)s, all programs") % {"year": year}),
        _earnings_cell(figures),
        where_cell,
    ]


def _none(label: str, why: str) -> Cell:
    return Cell(label, not_published(), why, is_words=True)


def _count_cell(label: str, count: int | None, below: str) -> Cell:
    if count is None:
        return _none(label, _("The newest collection has no count for this school."))
    return Cell(label, number(count), below)


def _tuition_cell(figures: KnownFigures) -> Cell:
    label = _("Tuition and fees")
    for measure, below in (
        ("tuition_in_state", _("a year, if you live in the state")),
        ("tuition_in_district", _("a year, if you live in the district")),
        ("program_price", _("for the whole of its largest program")),
    ):
        if figures.value(measure) is not None:
            return Cell(label, money(figures.value(measure)), below)
    return _none(label, _("Ask the school for the full price of your program."))


def _earnings_cell(figures: KnownFigures) -> Cell:
    label = _("Pay ten years on")
    value = figures.value("median_earnings")
    if value is None:
        why = _("Too few people to show, to protect them.") if "median_earnings" in figures.withheld else ""
        return _none(label, why or _("No figure for this school."))
    return Cell(label, money(value), _("a year. Half of those who work earn more, half less"))


def _costs(figures: KnownFigures) -> list[Cell]:
    rows = (
        ("tuition_in_district", _("Tuition and fees, from the district")),
        ("tuition_in_state", _("Tuition and fees, from the state")),
        ("tuition_out_of_state", _("Tuition and fees, from another state")),
        ("program_price", _("Largest program, in whole")),
        ("cost_of_attendance", _("With books, room and meals")),
        ("net_price", _("The same after grants, on average")),
        ("median_debt", _("Typical debt of those who finish")),
    )
    return [
        Cell(label, money(figures.value(measure)))
        for measure, label in rows
        if figures.value(measure) is not None
    ]


def _results(figures: KnownFigures) -> list[Cell]:
    cells = []
    admitted = figures.value("admission_rate")
    if figures.value("has_open_admission"):
        cells.append(Cell(_("Getting in"), _("Takes everyone who applies"), is_words=True))
    elif admitted is not None:
        cells.append(Cell(_("Getting in"), _in_100(admitted), _("of those who apply are let in")))
    for measure, label, write, below in (
        ("completion_rate", _("Finishing"), _in_100, _("finish within one and a half times the usual time")),
        ("students", _("Students"), number, _("who seek a degree or certificate")),
        (
            "median_earnings",
            _("Pay of former students"),
            money,
            _("the median ten years after they began, of those who work"),
        ),
    ):
        value = figures.value(measure)
        if value is not None:
            cells.append(Cell(label, write(value), below))
    return cells


def _in_100(share: float) -> str:
    """A share as people: "68 in 100"; never "0" for what is only small."""
    if 0 < share < 0.005:
        return _("Fewer than 1 in 100")
    return _("%(count)s in 100") % {"count": round(share * 100)}
