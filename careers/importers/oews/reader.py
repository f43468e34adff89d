"""Reading the Bureau's files of wages by occupation (OEWS): any area, any industry, .xlsx or .csv."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from careers.importers.base.cells import SOC_CODE
from careers.importers.base.files import Row, open_workbook, read_table
from careers.importers.base.problems import ImportProblem, Refusals, RowProblem
from careers.importers.base.workbooks import stream_rows
from careers.importers.oews.cells import LOST, Cells, check_percentiles, restore_lost
from careers.importers.oews.layout import (
    ALL_INDUSTRIES,
    ALL_OWNERS,
    FULL,
    GROUPS,
    NATION,
    SOURCE_OF,
    WageArea,
    WageIndustry,
    WageRow,
    layout_of,
)
from careers.models.figures import MEASURES
from careers.reference import patterns

NAICS_CODE = re.compile(patterns.NAICS)
#: Digits of AREA by AREA_TYPE: spreadsheets drop leading zeros.
AREA_DIGITS = {"1": 2, "2": 2, "3": 2, "4": 5, "6": 7}
#: Top codes of editions whose files say so; a copy in .csv has no sheet to say it.
TOP_CODES = {"May 2024": (239_200, Decimal("115.00")), "May 2025": (239_200, Decimal("115.00"))}
TOP_CODE_NOTE = re.compile(r"\$([\d.,]+) per hour or \$([\d,]+) per year")


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself: its edition ("May 2025"), and the pay that is only said to be "or more"."""

    edition: str
    top_code_annual: int | None
    top_code_hourly: Decimal | None


def about(path: Path, edition: str = "") -> About:
    """The edition from what the operator said, the file's own notes, or its name, in this order.

    Raises ImportProblem when none of them tells.
    """
    notes = _notes(path) if path.suffix == ".xlsx" else ""
    heading = re.match(r"(May \d{4}) OEWS", notes)
    named = re.search(r"(?:^|_)M(\d{4})(?:_|\.|$)", path.name)
    edition = edition or (heading[1] if heading else "") or (f"May {named[1]}" if named else "")
    if not edition:
        layout_of(path, next(_rows(path), (0, {}))[1])  # a file of another kind is the first thing to say
        raise ImportProblem(f'{path.name} does not say which edition it is. Say it: --edition "May 2025".')
    top = TOP_CODE_NOTE.search(notes)
    annual, hourly = TOP_CODES.get(edition, (None, None))
    if top:
        annual, hourly = int(top[2].replace(",", "")), Decimal(top[1].replace(",", ""))
    return About(edition, annual, hourly)


def _notes(path: Path) -> str:
    workbook = open_workbook(path)
    if "Field Descriptions" not in workbook.sheet_names:
        return ""
    rows = workbook.get_sheet_by_name("Field Descriptions").to_python()
    return "\n".join(str(row[0]) for row in rows if row)


def read_wages(
    path: Path,
    refusals: Refusals,
    *,
    blanks_lost: bool = False,
    hourly_only: Container[str] = frozenset(),
    left_out: Counter[str] | None = None,
) -> Iterator[WageRow]:
    """The rows of a file, as a stream. What is wrong with a row is added to ``refusals``.

    Rows that divide an industry by who owns the employers ("3-digit, ownership", in the file of all data)
    repeat what other rows hold; they are only counted, in ``left_out``.

    ``blanks_lost`` says that the file is an extract without the signs "*" and "#"; ``hourly_only`` are then
    the codes whose annual pay the same edition never publishes, so that a row of blanks has its reason.
    """
    parser: _Parser | None = None
    for line, row in _rows(path):
        if parser is None:
            parser = _Parser(layout_of(path, row), blanks_lost=blanks_lost, hourly_only=hourly_only)
        level = row.get("I_GROUP", "")
        if level.endswith(", ownership"):
            if left_out is not None:
                left_out[level] += 1
            continue
        try:
            yield parser.wage(line, row)
        except RowProblem as problem:
            refusals.add(line, problem)
    if parser is None:
        raise ImportProblem(f"{path.name} has no rows. Download it again.")


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    if path.suffix != ".xlsx":
        yield from read_table(path, ("OCC_CODE", "O_GROUP"), delimiter=",", quoted=True)
        return
    rows = stream_rows(path)
    header = [name.strip().upper() for name in next(rows, (0, []))[1]]
    layout_of(path, header)
    empty = [""] * len(header)
    for line, cells in rows:
        yield line, dict(zip(header, cells + empty[len(cells) :], strict=False))


@dataclass(slots=True)
class _Parser:
    """Turns rows of one layout into ``WageRow``; areas and industries are made once each."""

    layout: tuple[str, ...]
    blanks_lost: bool
    hourly_only: Container[str]
    columns: list[tuple[str, Cells]] = field(init=False)
    places: dict[tuple[str, ...], WageArea] = field(default_factory=dict)
    branches: dict[tuple[str, ...], WageIndustry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        may_be_lost = self.layout is not FULL
        self.columns = [
            (name, Cells(name, may_be_lost=may_be_lost)) for name in MEASURES if name in self.layout
        ]

    def wage(self, line: int, row: Row) -> WageRow:
        code, group = row["OCC_CODE"].strip(), row["O_GROUP"].strip()
        if not SOC_CODE.fullmatch(code):
            raise RowProblem("it is not a code like 29-2072", column="OCC_CODE", value=code)
        if group not in GROUPS:
            raise RowProblem(f"it is none of {', '.join(sorted(GROUPS))}", column="O_GROUP", value=group)
        place, branch = self._place(row), self._branch(row)
        source = SOURCE_OF.get((place.kind, branch.level))
        if source is None:
            raise RowProblem(
                f"rows of area type {place.kind} are not read at this level",
                column="I_GROUP",
                value=branch.level,
            )
        is_annual_only, is_hourly_only = row.get("ANNUAL") == "TRUE", row.get("HOURLY") == "TRUE"
        values, marks = self._measures(row, code)
        if self.blanks_lost and code in self.hourly_only and set(marks.values()) == {LOST}:
            is_hourly_only, marks = True, {}
        ownership = row.get("OWN_CODE", ALL_OWNERS).strip()
        return WageRow(
            *(
                line,
                source,
                code,
                group,
                place,
                branch,
                ownership,
                values,
                is_annual_only,
                is_hourly_only,
                marks or None,
            )
        )

    def _measures(self, row: Row, code: str) -> tuple[tuple[str | None, ...], dict[str, str]]:
        texts: dict[str, str] = {}
        numbers: dict[str, float | None] = dict.fromkeys(MEASURES)
        marks: dict[str, str] = {}
        for name, cells in self.columns:
            text, number = cells[row[name]]
            if number is not None:
                texts[name], numbers[name] = text, number
            elif text:
                marks[name] = text
        if self.blanks_lost:
            restore_lost(numbers, marks)
        check_percentiles(numbers, marks)
        return tuple(map(texts.get, MEASURES)), marks

    def _place(self, row: Row) -> WageArea:
        if "AREA" not in self.layout:
            return NATION
        key = (row["AREA"], row["AREA_TITLE"], row["AREA_TYPE"], row["PRIM_STATE"])
        place = self.places.get(key)
        if place is None:
            code, title, kind, state = (text.strip() for text in key)
            if kind not in AREA_DIGITS:
                raise RowProblem(f"it is none of {', '.join(AREA_DIGITS)}", column="AREA_TYPE", value=kind)
            code = code.zfill(AREA_DIGITS[kind])
            if not code.isdecimal() or len(code) > AREA_DIGITS[kind]:
                raise RowProblem("it is not the code of an area", column="AREA", value=row["AREA"])
            place = self.places[key] = WageArea(code, title, kind, state)
        return place

    def _branch(self, row: Row) -> WageIndustry:
        if "NAICS" not in self.layout:
            return ALL_INDUSTRIES
        key = (row["NAICS"], row["I_GROUP"], row["NAICS_TITLE"])
        branch = self.branches.get(key)
        if branch is None:
            code, level, title = (text.strip() for text in key)
            code = code.zfill(6) if level == "cross-industry" else code
            if not NAICS_CODE.fullmatch(code):
                raise RowProblem("it is not the code of an industry", column="NAICS", value=row["NAICS"])
            branch = self.branches[key] = WageIndustry(code, level, title)
        return branch
