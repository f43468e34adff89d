"""Reading the Employment Projections: the outlook (table 1.2), the education of workers (table 5.3)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from careers.importers.base.cells import SOC_CODE
from careers.importers.base.files import Row
from careers.importers.base.problems import Refusals, RowProblem
from careers.importers.base.workbooks import cell_links
from careers.importers.projections.tables import ATTAINMENT, CODE, OUTLOOK, ProjectionTable, open_table
from careers.reference.education_levels import ATTAINMENT_LEVELS, EDUCATION, EXPERIENCE, TRAINING

T = TypeVar("T")
DASHES = {"", "—", "–", "-"}
TOP_CODED = re.compile(r">=\s*\$?([\d,]+)")
KINDS = ("Summary", "Line item")
HANDBOOK = r"Related Occupational Outlook Handbook \(OOH\) content.*"
HANDBOOK_HOST = "www.bls.gov"
MAX_JOBS = 2_000_000_000

SPAN = r"(\d{4})[–-](\d{2,4})"


@dataclass(frozen=True, slots=True)
class Years:
    """The base and the target year of an edition: 2024 and 2034 are "2024–34"."""

    base: int
    target: int

    @property
    def edition(self) -> str:
        return f"{self.base}–{self.target % 100:02d}"


@dataclass(frozen=True, slots=True)
class ProjectionRow:
    """One occupation or group. Counts are jobs, shares are per cent, the wage is US dollars a year."""

    line: int
    soc: str
    title: str
    kind: str
    base_employment: int | None
    target_employment: int | None
    change: int | None
    change_percent: Decimal | None
    self_employed_percent: Decimal | None
    annual_openings: int | None
    median_wage: int | None
    is_median_top_coded: bool
    entry_education: str
    work_experience: str
    training: str
    handbook_address: str


@dataclass(frozen=True, slots=True)
class AttainmentRow:
    """Per cent of an occupation's workers by highest level, in the order of ``ATTAINMENT_LEVELS``."""

    line: int
    soc: str
    percents: tuple[Decimal | None, ...]


def read_projections(path: Path, refusals: Refusals) -> tuple[Years, Iterator[ProjectionRow]]:
    """The years and the rows of table 1.2. What is wrong with a row is added to ``refusals``."""
    table = open_table(path, OUTLOOK)
    columns = OutlookColumns(table)
    addresses = handbook_links(path)

    def parse(line: int, row: Row) -> ProjectionRow:
        address = addresses.get(line) or _handbook(row.get(columns.handbook, ""))
        return columns.projection(line, row, address)

    return columns.years, _parsed(table, parse, refusals)


def handbook_links(path: Path) -> dict[int, str]:
    """The handbook's address by line, which workbooks have as links of cells only."""
    links = cell_links(path, OUTLOOK) if path.suffix == ".xlsx" else {}
    return {int(re.sub(r"\D", "", cell)): _handbook(address) for cell, address in links.items()}


def read_attainment(path: Path, refusals: Refusals) -> tuple[Years, str, Iterator[AttainmentRow]]:
    """The edition's years, the survey's where the table says them ("2022–23"), and the rows of table 5.3."""
    table = open_table(path, ATTAINMENT)
    code = table.column(CODE.pattern)
    names = [table.column(re.escape(level)) for level in ATTAINMENT_LEVELS]
    period = re.search(SPAN, table.title)

    def parse(line: int, row: Row) -> AttainmentRow:
        return AttainmentRow(line, _code(row, code), tuple(_percent(row, name, 0, 100) for name in names))

    # The Bureau projects ten years ahead; this table names the first of them only.
    years = Years(table.base_year, table.base_year + 10)
    return years, period[0].replace("-", "–") if period else "", _parsed(table, parse, refusals)


def _parsed(table: ProjectionTable, parse: Callable[[int, Row], T], refusals: Refusals) -> Iterator[T]:
    for line, row in table.rows:
        try:
            yield parse(line, row)
        except RowProblem as problem:
            refusals.add(line, problem)


class OutlookColumns:
    """Where table 1.2 of one edition has what: the years in its names move."""

    def __init__(self, table: ProjectionTable) -> None:
        self.code = table.column(CODE.pattern)
        self.title = table.column(r"(\d{4}) National Employment Matrix title")
        self.kind = table.column("Occupation type")
        self.change = table.column(f"Employment change, numeric, {SPAN}")
        self.change_percent = table.column(f"Employment change, percent, {SPAN}")
        self.years = self._years(self.change)
        self.base = table.column(f"Employment, {self.years.base}")
        self.target = table.column(f"Employment, {self.years.target}")
        self.self_employed = table.column(r"Percent self[ -]employed, (\d{4})")
        self.openings = table.column(f"Occupational openings, {SPAN} annual average")
        self.wage = table.column(r"Median annual wage, dollars, (\d{4})(?:\[\d+\])?")
        self.education = table.column("Typical education needed for entry")
        self.experience = table.column("Work experience in a related occupation")
        self.training = table.column(
            "Typical on-the-job training needed to attain competency in the occupation"
        )
        self.handbook = next(iter(table.columns(HANDBOOK)), "")

    @property
    def names(self) -> list[str]:
        """All columns that are read, as this edition names them; the last, the handbook's, may be ""."""
        return [
            *(self.title, self.code, self.kind, self.base, self.target, self.change, self.change_percent),
            *(self.self_employed, self.openings, self.wage, self.education, self.experience, self.training),
            self.handbook,
        ]

    def _years(self, name: str) -> Years:
        base, target = re.findall(r"\d+", name)
        return Years(int(base), int(base[: 4 - len(target)] + target))

    def projection(self, line: int, row: Row, address: str) -> ProjectionRow:
        wage, is_top_coded = _wage(row, self.wage)
        return ProjectionRow(
            line=line,
            soc=_code(row, self.code),
            title=_title(row, self.title),
            kind=_one_of(row, self.kind, KINDS),
            base_employment=_jobs(row, self.base),
            target_employment=_jobs(row, self.target),
            change=_jobs(row, self.change, can_fall=True),
            change_percent=_percent(row, self.change_percent, -100, 9999),
            self_employed_percent=_percent(row, self.self_employed, 0, 100),
            annual_openings=_jobs(row, self.openings),
            median_wage=wage,
            is_median_top_coded=is_top_coded,
            entry_education=_one_of(row, self.education, EDUCATION, may_be_empty=True),
            work_experience=_one_of(row, self.experience, EXPERIENCE, may_be_empty=True),
            training=_one_of(row, self.training, TRAINING, may_be_empty=True),
            handbook_address=address,
        )


def _code(row: Row, column: str) -> str:
    if not SOC_CODE.fullmatch(row[column]):
        raise RowProblem("it is not a code like 29-2072", column=column, value=row[column])
    return row[column]


def _title(row: Row, column: str) -> str:
    title = re.sub(r"\[\d+\]$", "", row[column].strip())
    if not 0 < len(title) <= 200:
        raise RowProblem("it is not a title", column=column, value=title[:60])
    return title


def _one_of(row: Row, column: str, terms: tuple[str, ...], *, may_be_empty: bool = False) -> str:
    term = row[column].strip()
    if may_be_empty and term in DASHES:
        return ""
    if term not in terms:
        raise RowProblem(f"it is none of {'; '.join(terms)}", column=column, value=term)
    return term


def _number(row: Row, column: str) -> Decimal | None:
    text = row[column].strip()
    if text in DASHES:
        return None
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        raise RowProblem("it is not a number", column=column, value=text) from None
    if not number.is_finite():
        raise RowProblem("it is not a number", column=column, value=text)
    return number


def _jobs(row: Row, column: str, *, can_fall: bool = False) -> int | None:
    """Jobs, from thousands with one decimal."""
    thousands = _number(row, column)
    if thousands is None:
        return None
    if thousands < 0 and not can_fall:
        raise RowProblem("it is negative, which a number of jobs never is", column=column, value=row[column])
    if abs(thousands) * 1000 > MAX_JOBS:
        raise RowProblem("it is more jobs than there are", column=column, value=row[column])
    return round(thousands * 1000)


def _percent(row: Row, column: str, low: int, high: int) -> Decimal | None:
    number = _number(row, column)
    if number is not None and not low <= number <= high:
        raise RowProblem(f"it is not between {low} and {high}", column=column, value=row[column])
    return None if number is None else round(number, 1)


def _wage(row: Row, column: str) -> tuple[int | None, bool]:
    """The median, and whether it is only said to be this much or more (">=$239,200")."""
    top_coded = TOP_CODED.fullmatch(row[column].strip())
    number = _number({column: top_coded[1]} if top_coded else row, column)
    if number is not None and not 0 <= number <= MAX_JOBS:
        raise RowProblem("it is not a yearly wage", column=column, value=row[column])
    return None if number is None else round(number), top_coded is not None


def _handbook(address: str) -> str:
    """The address of the Occupational Outlook Handbook, or nothing where the cell links anywhere else."""
    parts = urlsplit(address)
    return (
        address if parts.scheme == "https" and parts.hostname == HANDBOOK_HOST and len(address) <= 300 else ""
    )
