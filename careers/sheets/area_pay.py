"""Pay in the area that a reader chose, and the areas to choose from."""

from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from django.db.models import Exists, OuterRef, Q

from careers.documents.sheet import Figure, PayUnit, Percentiles, ReleaseRef, Sheet
from careers.models import Area, Wage
from careers.reference import sources
from careers.sheets.pay import DETAILED, figure, percentiles
from careers.sheets.releases import reference

#: Where areas' figures come from. The nation and industries are in the sheet.
SOURCES = (sources.OEWS_METRO, sources.OEWS_NONMETRO, sources.OEWS_STATE)
#: Every area has a row for all occupations together, which the index finds quickly.
ALL_OCCUPATIONS = "00-0000"
STATES = (Area.Kind.STATE, Area.Kind.TERRITORY)


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """Pay of a career's code in ``area``, which is the one asked for or, where that has no row, its state.

    ``national`` is the nation's median of the same edition, since another year's would not compare;
    ``difference`` is by how many per cent the area's median lies above it (below: negative).
    """

    area: Area
    is_state_instead: bool
    release: ReleaseRef
    employment: Figure
    annual: Percentiles
    hourly: Percentiles
    is_hourly_only: bool
    national: Figure | None
    difference: float | None

    @property
    def unit(self) -> PayUnit:
        """The unit of time of ``median`` and ``national``."""
        return "hour" if self.is_hourly_only else "year"

    @property
    def median(self) -> Figure:
        return (self.hourly if self.is_hourly_only else self.annual).median


@dataclass(frozen=True, slots=True)
class AreaAnswer:
    """``figures`` is None where nothing is published for the career's code in the area."""

    area: Area
    figures: AreaFigures | None


def area_pay(sheet: Sheet, area_code: str) -> AreaAnswer | None:
    """Pay in an area of the publisher's AREA code, in two queries. None for a code that no area has."""
    area = Area.objects.filter(code=area_code).exclude(kind=Area.Kind.NATION).first()
    if area is None:
        return None
    code = sheet.pay.figures_of.code if sheet.pay else sheet.soc
    where = Q(area=area)
    if area.state:
        where |= Q(area__kind__in=STATES, area__state=area.state)
    wages = (
        Wage.objects.filter(where)
        .current()
        .filter(soc=code, group=DETAILED, release__source__in=SOURCES)
        .select_related("area", "release")
        .order_by("-release__edition_order")
    )
    candidates = sorted(wages, key=lambda wage: wage.area_id != area.code)
    return AreaAnswer(area, _figures(candidates[0], area, sheet) if candidates else None)


def _figures(wage: Wage, area: Area, sheet: Sheet) -> AreaFigures:
    release = reference(wage.release)
    annual = percentiles(wage, "A", wage.release)
    hourly = percentiles(wage, "H", wage.release)
    national = _national_median(sheet, release.edition, "hourly" if wage.is_hourly_only else "annual")
    own = hourly.median.value if wage.is_hourly_only else annual.median.value
    difference = None
    if national is not None and national.value and own is not None:
        difference = round((own / national.value - 1) * 100, 1)
    return AreaFigures(
        area=wage.area,
        is_state_instead=wage.area_id != area.code,
        release=release,
        employment=figure(wage, "TOT_EMP", wage.release),
        annual=annual,
        hourly=hourly,
        is_hourly_only=wage.is_hourly_only,
        national=national,
        difference=difference,
    )


def _national_median(sheet: Sheet, edition: str, basis: Literal["annual", "hourly"]) -> Figure | None:
    pay = sheet.pay
    if pay is None:
        return None
    if sheet.releases[pay.release].edition == edition:
        return pay.hourly.median if basis == "hourly" else pay.annual.median
    before = pay.previous
    if before and before.basis == basis and sheet.releases[before.release].edition == edition:
        return before.median
    return None


@dataclass(frozen=True, slots=True)
class StateAreas:
    """The areas of a state, by its postal code: the state itself first, then the others by name."""

    state: str
    areas: list[Area]


def areas_by_state() -> list[StateAreas]:
    """Every area that figures are loaded for, in one query."""
    has_wages = Exists(Wage.objects.current().filter(area=OuterRef("pk"), soc=ALL_OCCUPATIONS))
    areas = Area.objects.exclude(kind=Area.Kind.NATION).filter(has_wages)
    ordered = sorted(areas, key=lambda area: (area.state, area.kind not in STATES, area.title))
    return [StateAreas(state, list(group)) for state, group in groupby(ordered, key=lambda area: area.state)]
