"""The newest known figure of each measure of a school, with the release it is from."""

from dataclasses import dataclass
from typing import Any

from careers.models import Release
from careers.reference import sources
from schools.models import SchoolFigures

#: The better source first: IPEDS' own survey before the Scorecard's copy of it.
PREFERRED = (
    sources.IPEDS_COST,
    sources.IPEDS_PROGRAM_COST,
    sources.IPEDS_CHARACTERISTICS,
    sources.SCORECARD_INSTITUTIONS,
)
COST_MEASURES = (
    "tuition_in_district",
    "tuition_in_state",
    "tuition_out_of_state",
    "program_price",
    "cost_of_attendance",
    "net_price",
    "median_debt",
)
RESULT_MEASURES = ("admission_rate", "completion_rate", "median_earnings", "students")
MEASURES = (*COST_MEASURES, *RESULT_MEASURES, "is_online_only", "has_open_admission", "accreditor")
#: The publisher's column, by which withheld cells are marked.
COLUMNS = {"median_earnings": "MD_EARN_WNE_P10", "median_debt": "GRAD_DEBT_MDN"}


@dataclass(frozen=True, slots=True)
class Known:
    """A figure and where it is from."""

    value: Any
    release: Release


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """``withheld`` names measures that the publisher keeps back to protect people."""

    by_measure: dict[str, Known]
    withheld: frozenset[str] = frozenset()

    def value(self, measure: str) -> Any:
        figure = self.by_measure.get(measure)
        return None if figure is None else figure.value

    @property
    def releases(self) -> list[Release]:
        return list({figure.release.pk: figure.release for figure in self.by_measure.values()}.values())


def known_figures(rows: list[SchoolFigures]) -> KnownFigures:
    """``rows`` are one school's, with their releases."""
    ordered = sorted(rows, key=lambda row: row.release.edition_order, reverse=True)
    ordered.sort(key=lambda row: PREFERRED.index(row.release.source))
    by_measure: dict[str, Known] = {}
    withheld = set()
    for row in ordered:
        for measure in MEASURES:
            value = getattr(row, measure)
            if value not in (None, "") and measure not in by_measure:
                by_measure[measure] = Known(value, row.release)
            if COLUMNS.get(measure) in (row.marks or {}):
                withheld.add(measure)
    return KnownFigures(by_measure, frozenset(withheld - by_measure.keys()))
