"""Turning the text of a publisher's cells into values, and saying what is wrong with those that can't be."""

import datetime as dt
import re
from collections.abc import Callable, Container, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Protocol, TypeVar

from careers.importers.base.files import Row, read_table
from careers.importers.base.problems import Refusals, RowProblem
from careers.reference import patterns

T = TypeVar("T")
NULLS = ("", "n/a")
ONET_CODE = re.compile(patterns.ONET_SOC)
SOC_CODE = re.compile(patterns.SOC)


def parsed_rows(
    path: Path,
    columns: Iterable[str],
    parse: Callable[[int, Row], T],
    refusals: Refusals,
    *,
    is_csv: bool = False,
) -> Iterator[T]:
    """What ``parse`` makes of each row, given its line number.

    Rows it finds wrong are added to ``refusals``.

    The file is tab-delimited without quoting, as O*NET writes it, or else a CSV file.
    """
    for line, row in read_table(path, columns, delimiter="," if is_csv else "\t", quoted=is_csv):
        try:
            yield parse(line, row)
        except RowProblem as problem:
            refusals.add(line, problem)


def grouped_rows(
    path: Path, columns: Iterable[str], key: Iterable[str], wanted: Callable[[Row], bool]
) -> Iterator[list[tuple[int, Row]]]:
    """Neighboring lines with the same values in the columns ``key``; only those lines ``wanted``."""
    names = [*key]
    for _, group in groupby(read_table(path, columns), key=lambda pair: [pair[1][name] for name in names]):
        if lines := [(line, row) for line, row in group if wanted(row)]:
            yield lines


def each_line(lines: Iterable[tuple[int, Row]], parse: Callable[[Row], T]) -> list[T]:
    """What ``parse`` makes of the lines of one group. A RowProblem says on which of them it arose."""
    results = []
    for line, row in lines:
        try:
            results.append(parse(row))
        except RowProblem as problem:
            problem.line = line
            raise
    return results


def text(row: Row, column: str, most: int) -> str:
    """The cell's text, empty where the agency has none. ``most`` is the length that the site has room for."""
    value = row.get(column, "").strip()
    if value in NULLS:
        return ""
    return fitting(value, column, most)


def fitting(value: str, column: str, most: int) -> str:
    """``value`` itself; a longer one than ``most`` is an error."""
    if len(value) > most:
        raise RowProblem(
            f"it has {len(value)} letters, more than the {most} expected", column=column, value=value[:60]
        )
    return value


def needed(row: Row, column: str, most: int) -> str:
    """As ``text``, but an empty cell is an error."""
    value = text(row, column, most)
    if not value:
        raise RowProblem("it must not be empty", column=column, value=row.get(column, ""))
    return value


def number(row: Row, column: str, low: float, high: float) -> Decimal | None:
    """A number from ``low`` to ``high``, or None where the agency has none."""
    value = row.get(column, "").strip()
    if value in NULLS:
        return None
    amount = _decimal(value)
    if amount is None:
        raise RowProblem("it is not a number", column=column, value=value)
    if not low <= amount <= high:
        raise RowProblem(
            f"it is outside its scale, which runs from {low:g} to {high:g}", column=column, value=value
        )
    return amount


def whole(row: Row, column: str, low: int, high: int) -> int:
    """A whole number from ``low`` to ``high``."""
    value = row.get(column, "").strip()
    if not value.isdecimal() or not value.isascii():
        raise RowProblem("it is not a whole number", column=column, value=value)
    if not low <= int(value) <= high:
        raise RowProblem(f"it is not between {low} and {high}", column=column, value=value)
    return int(value)


def yes_no(row: Row, column: str) -> bool:
    """Whether the agency says Y. "n/a" counts as no: the question was not asked of this row."""
    value = row.get(column, "").strip()
    if value not in {"Y", "N", *NULLS}:
        raise RowProblem("it is neither Y nor N", column=column, value=value)
    return value == "Y"


def month(row: Row, column: str) -> str:
    """The agency's "08/2023" as "2023-08"; empty where there is none."""
    value = row.get(column, "").strip()
    if value in NULLS:
        return ""
    year_month = _month(value)
    if not year_month:
        raise RowProblem("it is not a month like 08/2023", column=column, value=value)
    return year_month


def code(row: Row, column: str, pattern: re.Pattern[str] = ONET_CODE) -> str:
    """An occupation's code in the right form, whether or not it is known."""
    value = row.get(column, "").strip()
    if not pattern.fullmatch(value):
        form = "29-2072.00" if pattern is ONET_CODE else "29-2072"
        raise RowProblem(f"it is not a code like {form}", column=column, value=value)
    return value


@lru_cache(maxsize=4096)
def _decimal(value: str) -> Decimal | None:
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


@lru_cache(maxsize=1024)
def _month(value: str) -> str:
    try:
        return dt.datetime.strptime(value, "%m/%Y").replace(tzinfo=dt.UTC).strftime("%Y-%m")
    except ValueError:
        return ""


class Coded(Protocol):
    """A row that was read: where it stood and which occupation it is about."""

    @property
    def line(self) -> int: ...

    @property
    def onet(self) -> str: ...


C = TypeVar("C", bound=Coded)


def of_known(rows: Iterable[C], codes: Container[str], refusals: Refusals, *, column: str) -> Iterator[C]:
    """The rows whose occupation is in ``codes``; the others are refused."""
    for row in rows:
        if row.onet in codes:
            yield row
        else:
            refusals.add(row.line, unknown_code(column, row.onet))


def unknown_code(column: str, value: str) -> RowProblem:
    return RowProblem("no occupation with this code is loaded", column=column, value=value)
