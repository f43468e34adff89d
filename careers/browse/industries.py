"""Careers by the industry that people work in: the sectors of the Bureau's wage survey."""

from dataclasses import dataclass

from django.db.models import Count, F, QuerySet

from careers.models import Industry, Release, Wage
from careers.reference import sources

SOURCE = sources.OEWS_SECTOR


@dataclass(frozen=True, slots=True)
class Sector:
    """``count`` is the number of codes with jobs there. The code may be a range, such as 31-33."""

    code: str
    title: str
    count: int


def newest() -> Release | None:
    return Release.objects.newest(SOURCE).first()


def jobs(release: Release | None) -> QuerySet[Wage]:
    """The rows of sectors for detailed codes whose number of jobs is published."""
    return Wage.objects.current().filter(
        release=release, group="detailed", industry__level="sector", tot_emp__gt=0
    )


def sectors() -> list[Sector]:
    """All sectors that have jobs, by code. Two queries."""
    rows = (
        jobs(newest())
        .values("industry__code", "industry__title")
        .annotate(count=Count("soc", distinct=True))
        .order_by("industry__code")
    )
    return [Sector(row["industry__code"], row["industry__title"], row["count"]) for row in rows]


def jobs_by_code(industry: Industry, release: Release | None) -> dict[str, int]:
    """Jobs in ``industry`` by the code of the figures, most first. Rows differ by who owns the employers."""
    rows = jobs(release).filter(industry=industry).order_by(F("tot_emp").desc(), "soc")
    counts: dict[str, int] = {}
    for code, count in rows.values_list("soc", "tot_emp"):
        counts.setdefault(str(code), int(count or 0))
    return counts
