"""The parts of sheets about kinds of employers and places: where the jobs are, and where pay is highest."""

from collections import defaultdict
from collections.abc import Container, Iterable
from typing import Any

from django.db import connection

from careers.documents.sheet import AreaPay, Figure, IndustryPay, TopAreas
from careers.models import Release, Status, Wage
from careers.reference import sources
from careers.reference.ranking import may_rank
from careers.sheets.releases import Releases

#: The finer table first: where it can be ranked, it says more.
INDUSTRY_TABLES = (sources.OEWS_INDUSTRY, sources.OEWS_SECTOR)
METRO = sources.OEWS_METRO
MAX_INDUSTRIES = 5
MAX_AREAS = 10

Row = dict[str, Any]


def industries_by_code(releases: Releases, hourly_only: Container[str]) -> dict[str, list[IndustryPay]]:
    """The industries that employ most of a code, with their pay, the biggest first.

    ``hourly_only`` are codes whose annual pay is never published, which copies of the tables don't say.
    """
    industries: dict[str, list[IndustryPay]] = {}
    for source in INDUSTRY_TABLES:
        if not releases.has(source):
            continue
        for code, rows in _industry_rows(releases.by_key[source]).items():
            unknown = sum(row["tot_emp"] is None for row in rows)
            if code not in industries and may_rank(unknown, len(rows)):
                industries[code] = _biggest(rows, releases.by_key[source], is_hourly_only=code in hourly_only)
    return industries


def _industry_rows(release: Release) -> dict[str, list[Row]]:
    fields = (
        *("soc_id", "industry__code", "industry__level", "industry__title", "ownership"),
        *("tot_emp", "a_median", "a_mean", "marks"),
    )
    wages = Wage.objects.current().filter(release=release, group="detailed")
    # An industry may be divided by who owns the employers; the row that counts most jobs stands for it.
    largest: dict[tuple[str, str], Row] = {}
    for row in wages.order_by("soc_id", "industry__code", "ownership").values(*fields):
        key = (row["soc_id"], row["industry__code"])
        if key not in largest or (row["tot_emp"] or 0) > (largest[key]["tot_emp"] or 0):
            largest[key] = row
    by_code: dict[str, list[Row]] = defaultdict(list)
    for (code, _), row in largest.items():
        by_code[code].append(row)
    return by_code


def _biggest(rows: Iterable[Row], release: Release, *, is_hourly_only: bool) -> list[IndustryPay]:
    counted_rows = sorted(
        (row for row in rows if row["tot_emp"] is not None),
        key=lambda row: (-row["tot_emp"], row["industry__code"]),
    )
    return [
        _industry_pay(row, release, is_hourly_only=is_hourly_only) for row in counted_rows[:MAX_INDUSTRIES]
    ]


def _industry_pay(row: Row, release: Release, *, is_hourly_only: bool) -> IndustryPay:
    """Pay is the median where published (also as "this or more"), else the mean."""
    marks = row["marks"] or {}
    has_median = row["a_median"] is not None or marks.get("A_MEDIAN") == "#"
    has_mean = row["a_mean"] is not None or marks.get("A_MEAN") == "#"
    measure = "A_MEDIAN" if has_median or (not has_mean and "A_MEDIAN" in marks) else "A_MEAN"
    value = row[measure.lower()]
    return IndustryPay(
        release=release.source,
        code=row["industry__code"],
        level=row["industry__level"],
        title=row["industry__title"],
        employment=Figure(value=row["tot_emp"]),
        pay=annual_figure(value, marks.get(measure), release.top_code_annual, is_hourly_only=is_hourly_only),
        measure="A_MEDIAN" if measure == "A_MEDIAN" else "A_MEAN",
    )


def annual_figure(
    value: int | None, mark: str | None, top_code: int | None, *, is_hourly_only: bool = False
) -> Figure:
    """A cell of annual pay from its value, or the publisher's sign where it has none."""
    if value is not None:
        return Figure(value=value)
    if mark == "#":
        return Figure(status=Status.TOP_CODED, at_least=top_code)
    return Figure(status=Status.HOURLY_ONLY if is_hourly_only else Status.NOT_PUBLISHED)


#: All medians of a code with their rank: top-coded ones above every figure, then the highest; equals by name.
RANKED = """
    SELECT soc_id, area_id, title, a_median, mark, areas, unknown FROM (
        SELECT w.soc_id, w.area_id, a.title, w.a_median, w.marks ->> 'A_MEDIAN' AS mark,
               count(*) OVER code AS areas,
               count(*) FILTER (WHERE w.a_median IS NULL AND w.marks ->> 'A_MEDIAN' IS DISTINCT FROM '#')
                   OVER code AS unknown,
               row_number() OVER (
                   PARTITION BY w.soc_id
                   ORDER BY (w.marks ->> 'A_MEDIAN' IS NOT DISTINCT FROM '#') DESC,
                            w.a_median DESC NULLS LAST, a.title
               ) AS place
        FROM careers_wage w JOIN careers_area a ON a.code = w.area_id
        WHERE w.release_id = %s AND w."group" = 'detailed' AND NOT w.is_vanished
        WINDOW code AS (PARTITION BY w.soc_id)
    ) AS ranked
    WHERE place <= %s
    ORDER BY soc_id, place
"""


def top_areas_by_code(releases: Releases) -> dict[str, TopAreas]:
    """The metropolitan areas with the highest median of each code, or that they can't be ranked."""
    if not releases.has(METRO):
        return {}
    release = releases.by_key[METRO]
    with connection.cursor() as cursor:
        cursor.execute(RANKED, [release.pk, MAX_AREAS])
        rows = cursor.fetchall()
    areas: dict[str, list[AreaPay]] = defaultdict(list)
    counts: dict[str, tuple[int, int]] = {}
    for code, area, title, median, mark, count, unknown in rows:
        counts[code] = count, unknown
        if median is not None or mark == "#":
            pay = annual_figure(median, mark, release.top_code_annual)
            areas[code].append(AreaPay(area=area, title=title, median=pay))
    return {
        code: TopAreas(
            release=METRO,
            areas=areas[code] if may_rank(unknown, count) else [],
            area_count=count,
            unknown_count=unknown,
            refused=not may_rank(unknown, count),
        )
        for code, (count, unknown) in counts.items()
    }
