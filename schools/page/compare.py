"""Up to three schools side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext as _

from careers.documents.cells import not_published
from careers.formatting.numbers import money, number
from careers.models import Release
from careers.reference import sources
from schools.levels import groups_of
from schools.models import CipCode, Program, School, SchoolFigures
from schools.page.cautions import fate
from schools.page.figures import KnownFigures, known_figures
from schools.page.sources import credit, newest_releases, year_text
from schools.page.words import kind, place

MAX_COMPARED_SCHOOLS = 3
LETTERS = "ABC"


@dataclass(frozen=True, slots=True)
class SchoolComparisonRow:
    """``is_text`` for words rather than numbers."""

    label: str
    cells: list[str]
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class ComparePage:
    schools: list[School]
    rows: list[SchoolComparisonRow]
    program: CipCode | None
    credits: list[str]


def compare_page(slugs: Sequence[str], program: str = "") -> ComparePage:
    """The schools of ``slugs`` that exist, in that order."""
    by_slug = {
        school.slug: school for school in School.objects.select_related("listing").filter(slug__in=slugs)
    }
    schools = [by_slug[slug] for slug in slugs if slug in by_slug]
    releases = newest_releases(sources.IPEDS_INSTITUTIONS, sources.IPEDS_COMPLETIONS)
    newest = releases.get(sources.IPEDS_COMPLETIONS)
    wanted = CipCode.objects.programs().filter(pk=program).first() if program else None
    by_school: dict[int, list[SchoolFigures]] = {school.pk: [] for school in schools}
    for row in SchoolFigures.objects.current().filter(school__in=schools).select_related("release"):
        by_school[row.school_id].append(row)
    figures = {pk: known_figures(rows) for pk, rows in by_school.items()}
    rows = _rows(schools, figures, newest)
    if wanted and newest:
        rows.insert(3, _program_row(schools, wanted, newest))
    used = {release.pk: release for of_school in figures.values() for release in of_school.releases}
    lines = [credit(release) for release in (*releases.values(), *used.values())]
    return ComparePage(schools, [row for row in rows if any(row.cells)], wanted, lines)


def _rows(
    schools: list[School], figures: dict[int, KnownFigures], newest: Release | None
) -> list[SchoolComparisonRow]:
    def dollars(measure: str) -> list[str]:
        return [_amount(figures[school.pk].value(measure), money) for school in schools]

    finished = _("People who finish, %(year)s") % {"year": year_text(newest)} if newest else ""
    return [
        SchoolComparisonRow(_("Where"), [place(school) for school in schools], is_text=True),
        SchoolComparisonRow(_("Kind"), [kind(school) for school in schools], is_text=True),
        SchoolComparisonRow(
            _("Size"), [str(School.Size(school.size).label) for school in schools], is_text=True
        ),
        SchoolComparisonRow(finished, [_amount(school.listing.completions, number) for school in schools]),
        SchoolComparisonRow(_("Levels"), [_levels(school) for school in schools], is_text=True),
        SchoolComparisonRow(_("Tuition and fees, from the state"), dollars("tuition_in_state")),
        SchoolComparisonRow(_("Tuition and fees, from another state"), dollars("tuition_out_of_state")),
        SchoolComparisonRow(_("With books, room and meals"), dollars("cost_of_attendance")),
        SchoolComparisonRow(_("Pay ten years after they began"), dollars("median_earnings")),
        SchoolComparisonRow(_("To know"), [_fate(school) for school in schools], is_text=True),
    ]


def _amount(value: int | None, write: Callable[[int], str]) -> str:
    return not_published() if value is None else write(value)


def _levels(school: School) -> str:
    return ", ".join(str(group.label) for group in groups_of(school.listing.award_levels))


def _fate(school: School) -> str:
    end = fate(school, None, is_in_directory=school.listing.is_listed or school.status != "open")
    return end.text if end else ""


def _program_row(schools: list[School], program: CipCode, newest: Release) -> SchoolComparisonRow:
    totals = dict(
        Program.objects.current()
        .filter(release=newest, cip=program, school__in=schools)
        .values("school")
        .annotate(total=Sum("completions"))
        .values_list("school", "total")
    )
    label = _("Finish %(program)s, %(year)s") % {"program": program.title, "year": year_text(newest)}
    return SchoolComparisonRow(
        label,
        [number(totals[school.pk]) if school.pk in totals else _("Not taught") for school in schools],
    )
