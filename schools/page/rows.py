"""Schools as rows of a list."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.formatting.numbers import money
from careers.models import Release
from schools.finder import FoundSchool
from schools.levels import groups_of
from schools.models import CipCode, Program, School
from schools.page.words import kind, place

MAX_PROGRAMS = 3


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """Texts are empty where nothing is known. ``programs`` are those that were looked for."""

    slug: str
    name: str
    place: str
    kind: str
    tuition: str
    completions: int | None
    levels: list[str]
    programs: list[tuple[str, str]]
    more_programs: int
    miles: str


def school_rows(
    results: Sequence[FoundSchool], programs: Sequence[str] | None, release: Release | None
) -> list[SchoolRow]:
    """The rows of ``results`` in their order. Two queries, three where programs were looked for."""
    schools = School.objects.select_related("listing").in_bulk([row.unitid for row in results])
    taught = _taught(list(schools), programs, release)
    return [_row(row, schools[row.unitid], taught.get(row.unitid, [])) for row in results]


def _taught(
    schools: Sequence[int], programs: Sequence[str] | None, release: Release | None
) -> dict[int, list[tuple[str, str]]]:
    """What was looked for and each school teaches, with most who finish first."""
    if not programs or release is None:
        return {}
    rows = (
        Program.objects.current()
        .filter(release=release, school__in=schools, cip__in=programs)
        .values_list("school", "cip", "completions")
    )
    counts: defaultdict[int, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for school, cip, completions in rows:
        counts[school][cip] += completions
    shown = {
        school: sorted(by_code, key=lambda code: (-by_code[code], code)) for school, by_code in counts.items()
    }
    wanted = {code for codes in shown.values() for code in codes[:MAX_PROGRAMS]}
    titles = dict(CipCode.objects.filter(pk__in=wanted).values_list("code", "title"))
    return {school: [(code, titles.get(code, code)) for code in codes] for school, codes in shown.items()}


def _row(result: FoundSchool, school: School, programs: list[tuple[str, str]]) -> SchoolRow:
    listing = school.listing
    return SchoolRow(
        slug=school.slug,
        name=school.name,
        place=place(school),
        kind=kind(school),
        tuition="" if listing.tuition is None else money(listing.tuition),
        completions=result.completions,
        levels=[str(group.label) for group in groups_of(result.award_levels)],
        programs=programs[:MAX_PROGRAMS],
        more_programs=max(0, len(programs) - MAX_PROGRAMS),
        miles="" if result.distance is None else miles_text(result.distance),
    )


def miles_text(distance: float) -> str:
    if distance < 1:
        return _("less than a mile away")
    if round(distance) == 1:
        return _("1 mile away")
    return _("%(count)s miles away") % {"count": f"{round(distance):,}"}
