"""The tables of the Employment Projections as rows with their line numbers.

The publisher's workbooks have a title above the header, years inside the names of columns and notes after the
last row. A table saved as .csv, with its header on the first line, is read as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from careers.importers.base.files import Row, open_workbook, read_table, sheet_rows
from careers.importers.base.problems import ImportProblem
from careers.reference.education_levels import LOWEST_ATTAINMENT

OUTLOOK, ATTAINMENT, ASSIGNMENTS = "Table 1.2", "Table 5.3", "Table 5.4"
CODE = re.compile(r"(\d{4}) National Employment Matrix code")
CHANGE = re.compile(r"Employment change, numeric, (\d{4})[–-](\d{2,4})")
#: How far down a header may stand.
MAX_TITLES = 10
NOTES = ("Footnotes", "Note:", "Source:", "Data Source:", "Table Source:")


@dataclass(frozen=True, slots=True)
class ProjectionTable:
    """A table's title (empty for .csv), its columns, and its rows without the notes at the end."""

    path: Path
    title: str
    header: list[str]
    rows: Iterator[tuple[int, Row]]

    def column(self, pattern: str) -> str:
        """The name of the column that ``pattern`` describes. Raises ImportProblem where there is none."""
        names = self.columns(pattern)
        if not names:
            wanted = re.sub(r"\(\\d\{[^)]*\)", "YYYY", pattern)
            raise ImportProblem(
                f"{self.path.name}: the column “{wanted}” is missing; it has {'; '.join(self.header)}. "
                "Check that it is the right file."
            )
        return names[0]

    def columns(self, pattern: str) -> list[str]:
        return [name for name in self.header if re.fullmatch(pattern, name)]

    @property
    def base_year(self) -> int:
        """The year of the matrix, as in "2024 National Employment Matrix code"."""
        return int(self.column(CODE.pattern)[:4])


def tables_in(path: Path) -> list[str]:
    """Which of the tables that are read here a file holds, by name."""
    if path.suffix == ".xlsx":
        return [
            name for name in (OUTLOOK, ATTAINMENT, ASSIGNMENTS) if name in open_workbook(path).sheet_names
        ]
    header = open_table(path, OUTLOOK).header
    if any(CHANGE.fullmatch(name) for name in header):
        return [OUTLOOK]
    return [ATTAINMENT] if LOWEST_ATTAINMENT in header else []


def open_table(path: Path, name: str) -> ProjectionTable:
    """A table of a workbook, or the one table of a .csv file. Raises ImportProblem when it has no header."""
    if path.suffix == ".xlsx":
        return _from_workbook(path, name)
    rows = read_table(path, (), delimiter=",", quoted=True)
    first = next(rows, None)
    if first is None:
        raise ImportProblem(f"{path.name} has no rows. Download it again.")

    def all_rows() -> Iterator[tuple[int, Row]]:
        yield first
        yield from rows

    return ProjectionTable(path, "", list(first[1]), all_rows())


def _from_workbook(path: Path, name: str) -> ProjectionTable:
    rows = enumerate((list(map(_text, cells)) for cells in sheet_rows(path, name)), start=1)
    title = ""
    for line, cells in rows:
        if any(CODE.fullmatch(cell) for cell in cells):
            header = cells
            return ProjectionTable(path, title, header, _until_notes(rows, header))
        title = title or cells[0]
        if line >= MAX_TITLES:
            break
    raise ImportProblem(
        f"{path.name}, sheet {name}: no column is named “YYYY National Employment Matrix code”. "
        "Check that it is the right file."
    )


def _until_notes(rows: Iterator[tuple[int, list[str]]], header: list[str]) -> Iterator[tuple[int, Row]]:
    for line, cells in rows:
        if cells[0].startswith(NOTES):
            return
        if any(cells):
            yield line, dict(zip(header, cells, strict=False))


def _text(cell: object) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    return str(cell).strip()
