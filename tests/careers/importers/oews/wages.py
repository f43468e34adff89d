"""Files of wages in the Bureau's layout: real rows cut to a few, and rows made for a test."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from openpyxl import Workbook

from careers.importers.base.problems import Refusals
from careers.importers.oews.layout import FULL, WageRow
from careers.importers.oews.reader import read_wages
from tests.careers.importers.conftest import DATA

OEWS = DATA / "oews"
#: A made row: the nation, all industries, every cell known.
ROW = dict.fromkeys(FULL, "") | {
    "AREA": "99",
    "AREA_TITLE": "U.S.",
    "AREA_TYPE": "1",
    "PRIM_STATE": "US",
    "NAICS": "000000",
    "NAICS_TITLE": "Cross-industry",
    "I_GROUP": "cross-industry",
    "OWN_CODE": "1235",
    "OCC_CODE": "29-2072",
    "OCC_TITLE": "Medical Records Specialists",
    "O_GROUP": "detailed",
    "TOT_EMP": "1000",
    "EMP_PRSE": "1.0",
    "H_MEAN": "25.00",
    "A_MEAN": "52000",
    "MEAN_PRSE": "0.5",
    "H_PCT10": "15.00",
    "H_PCT25": "20.00",
    "H_MEDIAN": "25.00",
    "H_PCT75": "30.00",
    "H_PCT90": "35.00",
    "A_PCT10": "31200",
    "A_PCT25": "41600",
    "A_MEDIAN": "52000",
    "A_PCT75": "62400",
    "A_PCT90": "72800",
}
ABILENE = {"AREA": "10180", "AREA_TITLE": "Abilene, TX", "AREA_TYPE": "4", "PRIM_STATE": "TX"}
TEXAS = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}


def write_csv(path: Path, rows: Iterable[Mapping[str, str]], columns: Iterable[str] = FULL) -> Path:
    """A file of made rows: each says only where it differs from ``ROW``."""
    names = list(columns)
    with path.open("w", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([{**ROW, **row}[name] for name in names] for row in rows)
    return path


def write_workbook(path: Path, rows: Iterable[Mapping[str, str]], *, notes: Iterable[str] = ()) -> Path:
    """The same as a workbook, numbers as numbers, with the sheet of notes that the Bureau adds."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(FULL)
    for row in rows:
        cells = {**ROW, **row}
        sheet.append([_cell(name, cells[name]) for name in FULL])
    described = book.create_sheet("Field Descriptions")
    for note in notes:
        described.append([note])
    book.save(path)
    return path


def _cell(name: str, text: str) -> str | float | None:
    if name in ("AREA", "AREA_TYPE", "NAICS", "OWN_CODE"):
        return text
    try:
        return float(text)
    except ValueError:
        return text or None


def rows_of(path: Path, **options: bool | frozenset[str]) -> list[WageRow]:
    """All rows of a file, none of which may be refused."""
    refusals = Refusals(path)
    rows = list(read_wages(path, refusals, **options))  # type: ignore[arg-type]  # passed through unchanged
    assert [str(refusal) for refusal in refusals.items] == []
    return rows


def row_of(path: Path, code: str, group: str = "detailed", **options: bool | frozenset[str]) -> WageRow:
    """The first row of a code."""
    return next(row for row in rows_of(path, **options) if (row.soc, row.group) == (code, group))
