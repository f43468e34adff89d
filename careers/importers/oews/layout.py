"""The columns of OEWS files, and which table a row belongs to.

The Bureau's own files have the same 32 columns, from the national one to the one of all data; see their sheet
"Field Descriptions". Two shorter layouts are read as well: of some tables only such copies are to be had.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from careers.importers.base.files import check_columns
from careers.models.figures import EMPLOYMENT_MEASURES, MEASURES
from careers.reference import sources

ANNUAL_PERCENTILES = ("A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90")
HOURLY_PERCENTILES = ("H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90")

#: The Bureau's layout, in its order.
FULL = (
    *("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE"),
    *("OCC_CODE", "OCC_TITLE", "O_GROUP"),
    *(*EMPLOYMENT_MEASURES, "PCT_RPT"),
    *("H_MEAN", "A_MEAN", "MEAN_PRSE"),
    *(*HOURLY_PERCENTILES, *ANNUAL_PERCENTILES, "ANNUAL", "HOURLY"),
)
#: Industries of the nation with jobs and mean pay only.
INDUSTRY_MEANS = ("NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE", "OCC_CODE", "O_GROUP", "TOT_EMP", "A_MEAN")
#: Areas with the five percentiles of annual pay only. A "?" is a blank whose reason is lost.
AREA_PERCENTILES = (
    *("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "OCC_CODE", "O_GROUP", *ANNUAL_PERCENTILES, "HOURLY"),
)
EXTRACTS = (INDUSTRY_MEANS, AREA_PERCENTILES)

GROUPS = {"total", "major", "minor", "broad", "detailed"}

#: (AREA_TYPE, I_GROUP) → the source that such rows are a release of.
SOURCE_OF: dict[tuple[str, str], str] = {
    ("1", "cross-industry"): sources.OEWS_NATIONAL,
    ("1", "sector"): sources.OEWS_SECTOR,
    ("1", "3-digit"): sources.OEWS_INDUSTRY,
    ("1", "4-digit"): sources.OEWS_INDUSTRY_4,
    ("1", "5-digit"): sources.OEWS_INDUSTRY_5,
    ("1", "6-digit"): sources.OEWS_INDUSTRY_6,
    ("2", "cross-industry"): sources.OEWS_STATE,
    ("3", "cross-industry"): sources.OEWS_STATE,
    ("4", "cross-industry"): sources.OEWS_METRO,
    ("6", "cross-industry"): sources.OEWS_NONMETRO,
}


@dataclass(frozen=True, slots=True)
class WageArea:
    """An area under the publisher's code. ``kind`` is AREA_TYPE."""

    code: str
    title: str
    kind: str
    state: str


@dataclass(frozen=True, slots=True)
class WageIndustry:
    """An industry under the publisher's NAICS code, at one level (I_GROUP)."""

    code: str
    level: str
    title: str


@dataclass(frozen=True, slots=True)
class WageRow:
    """One row as published. ``values`` stand in the order of ``MEASURES``, as decimal text; None is no value.

    ``marks`` has the publisher's sign by measure where one stands instead of a number.
    """

    line: int
    source: str
    soc: str
    group: str
    place: WageArea
    branch: WageIndustry
    ownership: str
    values: tuple[str | None, ...]
    is_annual_only: bool
    is_hourly_only: bool
    marks: dict[str, str] | None

    def value(self, measure: str) -> str | None:
        return self.values[MEASURES.index(measure)]


NATION = WageArea("99", "U.S.", "1", "US")
ALL_INDUSTRIES = WageIndustry("000000", "cross-industry", "Cross-industry")
ALL_OWNERS = "1235"


def layout_of(path: Path, header: Collection[str]) -> tuple[str, ...]:
    """Which of the layouts ``header`` is. Raises ImportProblem, naming what it lacks of the Bureau's."""
    for extract in EXTRACTS:
        if set(header) - {"OCC_TITLE"} == set(extract):
            return extract
    check_columns(path, header, FULL)
    return FULL
