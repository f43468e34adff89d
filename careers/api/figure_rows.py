"""Single figures: the cells of the publishers' tables, each under the publisher's own column.

A figure without a number says why. Nothing is worked out here but the Bureau's thousands of jobs, which are
given as jobs.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from careers.api.catalog_documents import FigureItem
from careers.models import Attainment, Projection, Release, Status, Wage
from careers.models.figures import ANNUAL_MEASURES, HOURLY_MEASURES, MEASURES

YEAR, HOUR, JOBS, PERCENT = "US dollars a year", "US dollars an hour", "jobs", "per cent"
UNITS: Mapping[str, str] = {
    **dict.fromkeys(ANNUAL_MEASURES, YEAR),
    **dict.fromkeys(HOURLY_MEASURES, HOUR),
    "TOT_EMP": JOBS,
    "EMP_PRSE": "per cent, relative standard error",
    "MEAN_PRSE": "per cent, relative standard error",
    "JOBS_1000": "jobs per 1,000 jobs in the area",
    "LOC_QUOTIENT": "ratio to the nation",
    "PCT_TOTAL": "per cent of the industry's jobs",
}
#: The publisher leaves these columns out of the nation's table, or of industries'.
OPTIONAL = frozenset({"JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL", "MEAN_PRSE", "EMP_PRSE"})
NATION: Mapping[str, str] = {"area": "99", "area_title": "U.S."}
ALL_INDUSTRIES: Mapping[str, str] = {
    "industry": "000000",
    "industry_title": "Cross-industry",
    "industry_level": "cross-industry",
}


def wage_figures(wages: Iterable[Wage]) -> Iterator[FigureItem]:
    """All measures of rows read with their release, code, area and industry."""
    for wage in wages:
        release = wage.release
        shared = {
            **_origin(release),
            "code": wage.soc_id,
            "code_title": wage.soc.title,
            "group": wage.group,
            "area": wage.area_id,
            "area_title": wage.area.title,
            "industry": wage.industry.code,
            "industry_title": wage.industry.title,
            "industry_level": wage.industry.level,
        }
        for measure in MEASURES:
            value, status = getattr(wage, measure.lower()), wage.status(measure)
            if value is None and measure in OPTIONAL and measure not in (wage.marks or {}):
                continue
            yield FigureItem(
                **shared,
                measure=measure,
                value=_number(value),
                unit=UNITS[measure],
                status=status.value,
                at_least=_top_code(measure, release) if status == Status.TOP_CODED else None,
            )


def _top_code(measure: str, release: Release) -> float | None:
    least = release.top_code_annual if measure in ANNUAL_MEASURES else release.top_code_hourly
    return _number(least)


def _number(value: int | Decimal | None) -> int | float | None:
    """As JSON has it: whole numbers without a point."""
    return float(value) if isinstance(value, Decimal) else value


def projection_figures(projections: Iterable[Projection]) -> Iterator[FigureItem]:
    """The numbers of table 1.2 under its columns' names, with the years of the edition."""
    for row in projections:
        span = f"{row.base_year}–{row.target_year % 100:02d}"
        cells: list[tuple[str, Any, str]] = [
            (f"Employment, {row.base_year}", row.base_employment, JOBS),
            (f"Employment, {row.target_year}", row.target_employment, JOBS),
            (f"Employment change, numeric, {span}", row.change, JOBS),
            (f"Employment change, percent, {span}", row.change_percent, PERCENT),
            (f"Percent self employed, {row.base_year}", row.self_employed_percent, PERCENT),
            (f"Occupational openings, {span} annual average", row.annual_openings, JOBS),
            (f"Median annual wage, dollars, {row.base_year}", row.median_wage, YEAR),
        ]
        group = "detailed" if row.kind == "Line item" else "summary"
        shared = _national(row.release, row.soc_id, row.title, group)
        for measure, value, unit in cells:
            is_top_coded = unit == YEAR and value is None and row.is_median_top_coded
            yield _cell(shared, measure, value, unit, Status.TOP_CODED if is_top_coded else None)


def attainment_figures(rows: Iterable[Attainment]) -> Iterator[FigureItem]:
    """Workers by highest level of schooling, as in table 5.3."""
    for row in rows:
        shared = _national(row.release, row.soc_id, row.soc.title, "")
        yield _cell(shared, row.level, row.percent, "per cent of workers aged 25 and over")


def _origin(release: Release) -> dict[str, str]:
    return {
        "source": release.source,
        "edition": release.edition,
        "period": release.reference_period or release.edition,
    }


def _national(release: Release, code: str, title: str, group: str) -> dict[str, str]:
    codes = {"code": code, "code_title": title, "group": group}
    return {**_origin(release), **codes, **NATION, **ALL_INDUSTRIES}


def _cell(
    shared: Mapping[str, Any], measure: str, value: Any, unit: str, status: Status | None = None
) -> FigureItem:
    usual = Status.NOT_PUBLISHED if value is None else Status.PUBLISHED
    why = (status or usual).value
    return FigureItem(**shared, measure=measure, value=_number(value), unit=unit, status=why)
