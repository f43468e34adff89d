"""What the files of IPEDS, the College Scorecard and the CIP have in common.

They are CSV, and share their nulls and their codes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from careers.importers.base.cells import fitting
from careers.importers.base.files import Row, read_table
from careers.importers.base.problems import ImportProblem, Refusals, RowProblem
from careers.reference import patterns

T = TypeVar("T")

#: -1 is not reported, -2 not applicable, -3 not available; a full stop is the agency's statistics program's
#: blank.
NOTHING = frozenset({"", "-1", "-2", "-3", ".", "NULL", "NA", "n/a"})
WITHHELD = frozenset({"PrivacySuppressed", "PS"})
CIP_CODE = re.compile(patterns.CIP)
YEAR = re.compile(r"20\d\d")


def agency_rows(
    path: Path, columns: Iterable[str], parse: Callable[[int, Row], T | None], refusals: Refusals
) -> Iterator[T]:
    """What ``parse`` makes of each row of a CSV file.

    Rows it finds wrong are added to ``refusals``; None is left out.
    """
    for line, row in read_table(path, columns, delimiter=",", encoding=encoding_of(path), quoted=True):
        try:
            parsed = parse(line, row)
        except RowProblem as problem:
            refusals.add(line, problem)
            continue
        if parsed is not None:
            yield parsed


def encoding_of(path: Path) -> str:
    """The encoding of a file: UTF-8, with or without its mark, or Windows' Latin letters.

    The directories of 2020 to 2022 are written in the latter.
    """
    if path.suffix == ".gz":
        return "utf-8-sig"  # gzipped tables are of this site's own making
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise ImportProblem(f"{path} is not there. Check the name and the folder.") from None
    except IsADirectoryError:
        raise ImportProblem(f"{path} is a folder. Name the file itself.") from None
    if content.startswith(b"PK\x03\x04"):
        raise ImportProblem(f"{path.name} is a ZIP archive. Unpack it and name the CSV file in it.")
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def header_of(path: Path) -> set[str]:
    """The columns of a CSV file."""
    for _, row in read_table(path, (), delimiter=",", encoding=encoding_of(path), quoted=True):
        return set(row)
    raise ImportProblem(f"{path.name} has no rows after its header. Download it again.")


def year_of(path: Path, year: str) -> str:
    """The collection year: as given, or else the one in the file's name (hd2024.csv, c2023_a.csv)."""
    if year and not YEAR.fullmatch(year):
        raise ImportProblem(f"{year!r} is not a year like 2024.")
    collection_year = year or next(iter(YEAR.findall(path.name)), "")
    if not collection_year:
        raise ImportProblem(f"The name {path.name} has no year in it. Say which year it is: --year 2024.")
    return collection_year


def words(row: Row, column: str, most: int) -> str:
    """The cell's text without needless spaces, empty where there is none."""
    value = " ".join(row.get(column, "").split())
    if value in NOTHING:
        return ""
    return fitting(value, column, most)


def needed_words(row: Row, column: str, most: int) -> str:
    value = words(row, column, most)
    if not value:
        raise RowProblem("it must not be empty", column=column, value=row.get(column, ""))
    return value


def count(row: Row, column: str, most: int = 10_000_000) -> int | None:
    """A whole number of people, dollars or the like; None where the agency has none."""
    value = row.get(column, "").strip()
    if value in NOTHING or value in WITHHELD:
        return None
    if value.isdecimal() and value.isascii() and int(value) <= most:
        return int(value)
    return _rounded(column, value, most)


def _rounded(column: str, value: str, most: int) -> int:
    try:
        number = round(float(value))
    except (ValueError, OverflowError):
        raise RowProblem("it is not a number", column=column, value=value) from None
    if not 0 <= number <= most:
        raise RowProblem(f"it is not between 0 and {most:,}", column=column, value=value)
    return number


def needed_count(row: Row, column: str) -> int:
    value = count(row, column)
    if value is None:
        raise RowProblem("it must be a number", column=column, value=row.get(column, ""))
    return value


def share(row: Row, column: str) -> float | None:
    """A share from 0 to 1; None where the agency has none."""
    return degrees(row, column, 0, 1)


def degrees(row: Row, column: str, low: float, high: float) -> float | None:
    """A number from ``low`` to ``high``, such as a longitude."""
    value = row.get(column, "").strip()
    if value in NOTHING - {"-1", "-2", "-3"} or value in WITHHELD:
        return None
    try:
        number = float(value)
    except ValueError:
        raise RowProblem("it is not a number", column=column, value=value) from None
    if not low <= number <= high:
        raise RowProblem(f"it is not between {low:g} and {high:g}", column=column, value=value)
    return number


def yes_or_no(row: Row, column: str) -> bool | None:
    """IPEDS' 1 for yes and 2 for no; None where not said."""
    return {"1": True, "2": False, "0": False}.get(row.get(column, "").strip())


def cip_code(row: Row, column: str) -> str:
    """A CIP code with its leading zeros. Some copies guard these from spreadsheets by writing ="01.0101"."""
    value = row.get(column, "").strip().removeprefix("=").strip('"').strip()
    if not CIP_CODE.fullmatch(value):
        raise RowProblem(
            "it is not a CIP code like 51.0713 (a spreadsheet may have eaten its zeros; use the original)",
            column=column,
            value=value,
        )
    return value


def marks(row: Row, columns: Iterable[str]) -> dict[str, str] | None:
    """The publisher's word for each cell that it withholds."""
    withheld = {column: row[column].strip() for column in columns if row.get(column, "").strip() in WITHHELD}
    return withheld or None
