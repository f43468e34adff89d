"""IPEDS institutional characteristics (IC) and student charges (IC_AY, IC_PY).

What a school costs, and whether it is online.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals
from careers.importers.base.sync import SyncTarget
from careers.models import Release
from schools.importers.cells import agency_rows, count, marks, needed_count, yes_or_no
from schools.models import SchoolFigures

#: The measures that a file feeds; the publisher's column is beside each.
Measures = dict[str, tuple[str, Callable[[Row, str], Any]]]

CHARACTERISTICS: Measures = {
    "is_online_only": ("DISTNCED", yes_or_no),
    "has_open_admission": ("OPENADMP", yes_or_no),
}
#: Of the four years that a charges file holds, the one numbered 3 is the file's own.
CHARGES: Measures = {
    "tuition_in_district": ("CHG1AY3", count),
    "tuition_in_state": ("CHG2AY3", count),
    "tuition_out_of_state": ("CHG3AY3", count),
}
PROGRAM_CHARGES: Measures = {"program_price": ("CHG1PY3", count)}
#: Either kind of file has columns that the other lacks; these decide which it is.
OPTIONAL = frozenset({"OPENADMP"})


@dataclass(frozen=True, slots=True)
class FiguresRow:
    """``values`` are fields of ``SchoolFigures``."""

    line: int
    unitid: int
    values: dict[str, Any] = field(default_factory=dict)


def read_figures(path: Path, measures: Measures, refusals: Refusals) -> Iterator[FiguresRow]:
    """One row per school that the file says anything about."""
    columns = [column for column, _ in measures.values()]

    def parse(line: int, row: Row) -> FiguresRow | None:
        values: dict[str, Any] = {name: cell(row, column) for name, (column, cell) in measures.items()}
        values["marks"] = marks(row, columns)
        if all(value in (None, "") for value in values.values()):
            return None
        return FiguresRow(line, needed_count(row, "UNITID"), values)

    needed = [column for column in columns if column not in OPTIONAL]
    return agency_rows(path, ["UNITID", *needed], parse, refusals)


def load_figures(
    load: Load,
    release: Release,
    path: Path,
    *,
    measures: Measures,
    rows: Iterator[FiguresRow],
    refusals: Refusals,
) -> None:
    """Bring one release's figures of schools to ``rows``."""
    names = ("accreditor", *(name for name in (*measures, "marks") if name != "accreditor"))
    target = SyncTarget.of_release(SchoolFigures, release, ("school",), names, subject="school")
    values = (
        (row.line, (release.pk, row.unitid, *({"accreditor": "", **row.values}.get(name) for name in names)))
        for row in rows
    )
    load.load_rows(release, target, values, path=path, label="Figures of schools", refusals=[refusals])


def load_charges(load: Load, release: Release, path: Path, measures: Measures) -> None:
    refusals = Refusals(path)
    rows = read_figures(path, measures, refusals)
    load_figures(load, release, path, measures=measures, rows=rows, refusals=refusals)
