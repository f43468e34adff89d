"""Reading the first sheet of a very large workbook as a stream of rows of text.

calamine, which reads the other workbooks, holds a whole sheet in memory: 830 MB for 400,000 rows of 32 cells.
Here a row is taken from the packed sheet as soon as it is complete, so that memory stays small. Only what
agencies' tables contain is understood (numbers, texts, TRUE, FALSE); formulas keep their last value, formats
are passed over.
"""

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import IO
from xml.etree import ElementTree as ET  # parts that declare entities are refused before

from careers.importers.base.files import CHUNK, open_workbook
from careers.importers.base.problems import ImportProblem

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ROW_END = b"</row>"
ROW_START = re.compile(rb"<row\b([^>]*)>")
NUMBER = re.compile(rb'\br="(\d+)"')
#: A cell as Excel writes it. Rows with cells of another shape take the slow way, through an XML parser.
CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d+"(?: s="\d+")?(?: t="(s|n|str|b|e)")?(?:/>|></c>|><v>([^<]*)</v></c>)'
)
#: Kinds of cells whose value is a number as it stands.
NUMBERS = ("", "n")
PREFIX = re.compile(rb"\s([A-Za-z]\w*):\w+=")
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, IndexError, ValueError, ET.ParseError)
CELL_START = re.compile(r"<c[ />]")


def stream_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet as (line number, texts of its cells); empty cells are "".

    Cells after the last one that is filled, and rows without cells, are left out.
    Raises ImportProblem for what is not a workbook, is damaged, or declares entities.
    """
    open_workbook(path)
    try:
        with zipfile.ZipFile(path) as archive:
            strings = _shared_strings(path, archive)
            with archive.open(_sheet_part(path, archive)) as sheet:
                for line, xml in _row_parts(path, sheet):
                    yield line, _cells(xml, strings)
    except DAMAGE as error:
        raise ImportProblem(f"{path.name} is damaged ({error}). Download it again.") from None


def cell_links(path: Path, sheet: str) -> dict[str, str]:
    """The addresses that cells of a sheet link to, by cell ("P6"). Raises as ``stream_rows``."""
    open_workbook(path)
    try:
        with zipfile.ZipFile(path) as archive:
            part = PurePosixPath(_sheet_part(path, archive, sheet))
            relations = f"{part.parent}/_rels/{part.name}.rels"
            if relations not in archive.namelist():
                return {}
            targets = {link.get("Id"): link.get("Target", "") for link in _parse(path, archive, relations)}
            cells = _parse(path, archive, str(part)).iter(f"{MAIN}hyperlink")
            return {cell.get("ref", ""): targets.get(cell.get(LINK), "") for cell in cells}
    except DAMAGE as error:
        raise ImportProblem(f"{path.name} is damaged ({error}). Download it again.") from None


def _parse(path: Path, archive: zipfile.ZipFile, part: str) -> ET.Element:
    text = archive.read(part)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise ImportProblem(
            f"{path.name} declares entities in {part}, which no agency's workbook does. It is refused."
        )
    return ET.fromstring(text)  # noqa: S314  without a document type there are no entities to expand


def _sheet_part(path: Path, archive: zipfile.ZipFile, name: str = "") -> str:
    """Where a sheet is in the archive: the one of this name, or the first."""
    sheets = _parse(path, archive, "xl/workbook.xml").findall(f"{MAIN}sheets/{MAIN}sheet")
    sheet = next((sheet for sheet in sheets if not name or sheet.get("name") == name), None)
    if sheet is None:
        raise ImportProblem(f"{path.name} has no sheet {name}. Check that it is the right file.")
    for link in _parse(path, archive, "xl/_rels/workbook.xml.rels"):
        if link.get("Id") == sheet.get(LINK):
            target = link.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise ImportProblem(f"{path.name} does not say where its sheets are. Download it again.")


def _shared_strings(path: Path, archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [
        "".join(text.text or "" for text in item.iter(f"{MAIN}t"))
        for item in _parse(path, archive, "xl/sharedStrings.xml").iter(f"{MAIN}si")
    ]


def _row_parts(path: Path, sheet: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Each row's XML with its number, as the sheet is unpacked."""
    rest, line = b"", 0
    while chunk := sheet.read(CHUNK):
        *complete, rest = (rest + chunk).split(ROW_END)
        for part in complete:
            starts = list(ROW_START.finditer(part))  # several where rows without cells stand before
            if not starts:
                raise ImportProblem(
                    f"{path.name}, after line {line}: the sheet is damaged. Download it again."
                )
            start, number = starts[-1], NUMBER.search(starts[-1][1])
            line = int(number[1]) if number else line + 1
            yield line, part[start.start() :]
    if b"sheetData" not in rest:
        raise ImportProblem(f"{path.name}, after line {line}: the sheet is cut off. Download it again.")


def _cells(xml: bytes, strings: list[str]) -> list[str]:
    text = xml.decode()
    cells = CELL.findall(text)
    if len(cells) != len(CELL_START.findall(text)):
        return _parsed_cells(xml, strings)
    row = [""] * max((_place(column) for column, _, _ in cells[-1:]), default=0)
    for column, kind, value in cells:
        if kind == "s":
            row[_place(column) - 1] = strings[int(value)]
        else:
            row[_place(column) - 1] = value if kind in NUMBERS else _text(kind, html.unescape(value))
    return row


def _text(kind: str, value: str) -> str:
    return ("TRUE" if value == "1" else "FALSE") if kind == "b" else value


def _parsed_cells(xml: bytes, strings: list[str]) -> list[str]:
    names = b"".join(b' xmlns:%s="-"' % prefix for prefix in {*PREFIX.findall(xml)})
    document = b"<sheet%s>%s</row></sheet>" % (names, xml)
    row: list[str] = []
    for cell in ET.fromstring(document)[0]:  # noqa: S314  one row, no document type
        place = _place(re.sub(r"\d", "", cell.get("r", ""))) if cell.get("r") else len(row) + 1
        row.extend([""] * (place - len(row) - 1))
        value, kind = cell.findtext("v") or "", cell.get("t", "n")
        if kind == "s":
            row.append(strings[int(value)])
        elif kind == "inlineStr":
            row.append("".join(text.text or "" for text in cell.iter("t")))
        else:
            row.append(_text(kind, value))
    return row


@cache
def _place(column: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number
