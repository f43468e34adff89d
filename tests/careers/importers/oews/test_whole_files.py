"""The Bureau's whole files: every cell comes out as it went in, and the counts are known."""

from collections import Counter
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from careers.importers.base.problems import Refusals
from careers.importers.oews.layout import WageRow
from careers.importers.projections.reader import read_attainment, read_projections
from careers.models.figures import MEASURES
from tests.careers.importers.oews.wages import rows_of

Cells = dict[str, str | float]


def cells_of(path: Path, sheet: str | int = 0, header: int = 0) -> list[Cells]:
    """The rows as another reader finds them."""
    book = CalamineWorkbook.from_path(str(path))
    worksheet = book.get_sheet_by_name(sheet) if isinstance(sheet, str) else book.get_sheet_by_index(sheet)
    names, *rows = worksheet.to_python()[header:]
    return [dict(zip(map(str, names), row, strict=True)) for row in rows]  # type: ignore[arg-type]  # texts and numbers


def differs(row: WageRow, cells: Cells, measure: str) -> bool:
    value, cell = row.value(measure), cells[measure]
    if value is None:
        return cell != (row.marks or {}).get(measure, "")
    return float(value) != cell


@pytest.mark.parametrize("name", ["national_M2025_dl", "national_M2024_dl", "natsector_M2024_dl"])
def test_every_cell_equals_the_agencys(agency_files: Path, name: str) -> None:
    path = agency_files / "oews" / f"{name}.xlsx"

    rows, expected = rows_of(path), cells_of(path)

    assert len(rows) == len(expected)
    wrong = [
        (row.line, measure)
        for row, cells in zip(rows, expected, strict=True)
        for measure in MEASURES
        if (row.soc, row.group, row.branch.code) != (cells["OCC_CODE"], cells["O_GROUP"], cells["NAICS"])
        or differs(row, cells, measure)
    ]
    assert wrong == []


def test_blanks_of_the_extract_by_area_are_as_counted(agency_files: Path) -> None:
    by_the_hour = {
        row.soc for row in rows_of(agency_files / "oews" / "national_M2024_dl.xlsx") if row.is_hourly_only
    }

    rows = rows_of(
        agency_files / "oews" / "MSA_M2024_extract.csv", blanks_lost=True, hourly_only=frozenset(by_the_hour)
    )

    kinds = Counter("lost" if "?" in row.marks.values() else "top-coded" for row in rows if row.marks)
    assert len(rows) == 150_176
    assert kinds["top-coded"] == 3_946
    assert kinds["lost"] + sum(row.is_hourly_only for row in rows) == 1_703
    assert len({row.place for row in rows}) == 393


def test_the_projections_are_as_published(agency_files: Path) -> None:
    path = agency_files / "ep_2024_34" / "occupation.xlsx"
    refusals = Refusals(path)

    years, rows = read_projections(path, refusals)

    by_code = {row.soc: row for row in rows}
    expected = {
        str(cells["2024 National Employment Matrix code"]): cells for cells in cells_of(path, "Table 1.2", 1)
    }
    assert (years.edition, len(by_code), refusals.items) == ("2024–34", 1_113, [])
    assert sum(row.is_median_top_coded for row in by_code.values()) == 19
    assert sum(bool(row.handbook_address) for row in by_code.values()) == 603
    for code, row in by_code.items():
        assert row.base_employment == round(float(expected[code]["Employment, 2024"]) * 1000)
        assert float(row.change_percent or 0) == expected[code]["Employment change, percent, 2024–34"]


def test_the_next_projections_can_be_read(agency_files: Path) -> None:
    path = agency_files / "ep_2025_35_samples" / "table_1_2_sample.csv"
    refusals = Refusals(path)

    years, rows = read_projections(path, refusals)

    assert (years.edition, len(list(rows)), refusals.items) == ("2025–35", 11, [])


def test_the_attainment_is_as_published(agency_files: Path) -> None:
    path = agency_files / "ep_2024_34" / "education.xlsx"

    years, period, rows = read_attainment(path, Refusals(path))

    assert (years.edition, period, len(list(rows))) == ("2024–34", "2022–23", 833)
