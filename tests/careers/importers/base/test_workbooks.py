"""Workbooks as a stream: the same cells as any other reader finds, whatever program wrote them."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from careers.importers.base.problems import ImportProblem
from careers.importers.base.workbooks import cell_links, stream_rows

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEETS = '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>'
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{SHEETS}</workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def write(path: Path, sheet: str, **parts: str) -> Path:
    """A workbook whose only sheet has this content, as programs other than Excel write it."""
    declared = f'<worksheet xmlns="{MAIN}" xmlns:x14ac="http://schemas.microsoft.com/x14ac">{sheet}'
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**PARTS, "xl/worksheets/sheet1.xml": declared, **parts}.items():
            archive.writestr(name, text)
    return path


def test_cells_of_every_kind_are_read(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["code", "with & <marks>", 1.5, 200, None, True, "last"])
    book.worksheets[0].append([None, None, "middle"])
    book.save(tmp_path / "a.xlsx")

    assert list(stream_rows(tmp_path / "a.xlsx")) == [
        (1, ["code", "with & <marks>", "1.5", "200", "", "TRUE", "last"]),
        (2, ["", "", "middle"]),
    ]


def test_rows_that_are_missing_or_empty_keep_their_numbers(tmp_path: Path) -> None:
    rows = (
        '<sheetData><row r="1"/><row r="3"><c r="B3"><v>7</v></c></row><row r="4"/></sheetData></worksheet>'
    )

    assert list(stream_rows(write(tmp_path / "a.xlsx", rows))) == [(3, ["", "7"])]


def test_texts_inside_cells_and_foreign_attributes_are_read(tmp_path: Path) -> None:
    rows = (
        '<sheetData><row r="1" x14ac:dyDescent="0.3">'
        '<c r="A1" t="inlineStr"><is><t>a: b=</t><t> c</t></is></c>'
        '<c r="C1" s="2"><f>1+1</f><v>2</v></c></row></sheetData>'
    )

    assert list(stream_rows(write(tmp_path / "a.xlsx", rows))) == [(1, ["a: b= c", "", "2"])]


def test_texts_in_parts_are_put_together(tmp_path: Path) -> None:
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<si><r><t>Medical </t></r><r><t>Records</t></r></si></sst>"
    )
    rows = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'

    assert list(stream_rows(write(tmp_path / "a.xlsx", rows, **{"xl/sharedStrings.xml": strings}))) == [
        (1, ["Medical Records"])
    ]


def test_a_sheet_that_stops_early_is_refused(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.xlsx", '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"'
    )

    with pytest.raises(ImportProblem, match="after line 1: the sheet is cut off"):
        list(stream_rows(path))


def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path) -> None:
    strings = '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa">]><sst><si><t>text</t></si></sst>'
    path = write(tmp_path / "a.xlsx", "<sheetData/></worksheet>", **{"xl/sharedStrings.xml": strings})

    with pytest.raises(ImportProblem, match="declares entities"):
        list(stream_rows(path))


def test_links_of_cells_are_found(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Table 1.2")
    sheet["B2"] = "Content"
    sheet["B2"].hyperlink = "https://www.bls.gov/ooh/a.htm"
    book.save(tmp_path / "a.xlsx")

    assert cell_links(tmp_path / "a.xlsx", "Table 1.2") == {"B2": "https://www.bls.gov/ooh/a.htm"}


def test_a_whole_file_of_the_bureau_is_read_as_another_reader_reads_it(agency_files: Path) -> None:
    path = agency_files / "oews" / "natsector_M2024_dl.xlsx"
    expected = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()

    differing = 0
    for (line, cells), row in zip(stream_rows(path), expected, strict=True):
        filled = cells + [""] * (len(row) - len(cells))
        differing += sum(
            float(text) != cell if isinstance(cell, float) else text != cell
            for text, cell in zip(filled, row, strict=True)
        )
        assert line <= len(expected)

    assert differing == 0
