"""The College Scorecard: cost and results of institutions, and of their fields of study."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.models import Release
from schools.importers.cells import (
    NOTHING,
    agency_rows,
    count,
    header_of,
    marks,
    needed_count,
    needed_words,
    share,
    words,
)
from schools.importers.charges import FiguresRow, Measures, load_figures
from schools.models import FieldResult, School

MEASURES: Measures = {
    "tuition_in_state": ("TUITIONFEE_IN", count),
    "tuition_out_of_state": ("TUITIONFEE_OUT", count),
    "cost_of_attendance": ("COSTT4_A", count),
    "admission_rate": ("ADM_RATE_ALL", share),
    "students": ("UGDS", count),
    "median_earnings": ("MD_EARN_WNE_P10", count),
    "median_debt": ("GRAD_DEBT_MDN", count),
}
#: A file names whichever of these it has; each is published for some kinds of schools only.
NET_PRICE = ("NPT4_PUB", "NPT4_PRIV")
COMPLETION_RATE = ("C150_4", "C150_L4")
ALL_MEASURES: Measures = {
    **MEASURES,
    "net_price": ("NPT4_PUB", count),
    "completion_rate": ("C150_4", share),
    "is_online_only": ("DISTANCEONLY", count),
    "accreditor": ("ACCREDAGENCY", count),
}
NEEDED = ("COSTT4_A", "TUITIONFEE_IN", "TUITIONFEE_OUT", "MD_EARN_WNE_P10")
FIELD_COLUMNS = ("UNITID", "CIPCODE", "CREDLEV")
FIELD_MEASURES = {
    "earnings_after_1_year": ("EARN_MDN_1YR", "EARN_MDN_HI_1YR"),
    "earnings_after_4_years": ("EARN_MDN_4YR",),
    "median_debt": ("DEBT_ALL_STGP_ANY_MDN",),
}
MIN_ALIAS_LENGTH = 5


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A school's figures in a file that has no UNITID."""

    name: str
    city: str
    state: str
    figures: FiguresRow


def _figures(line: int, row: Row) -> FiguresRow:
    values: dict[str, object] = {name: cell(row, column) for name, (column, cell) in MEASURES.items()}
    values["net_price"] = next((v for c in NET_PRICE if (v := count(row, c)) is not None), None)
    values["completion_rate"] = next((r for c in COMPLETION_RATE if (r := share(row, c)) is not None), None)
    values["is_online_only"] = {"1": True, "0": False}.get(row.get("DISTANCEONLY", "").strip())
    values["accreditor"] = words(row, "ACCREDAGENCY", 150)
    columns = [column for column, _ in ALL_MEASURES.values()] + ["NPT4_PRIV", "C150_L4"]
    values["marks"] = marks(row, columns)
    unitid = needed_count(row, "UNITID") if "UNITID" in row else 0
    return FiguresRow(line, unitid, values)


def read_institutions(path: Path, refusals: Refusals) -> Iterator[FiguresRow]:
    return agency_rows(path, ("UNITID", *NEEDED), _figures, refusals)


def read_named_institutions(path: Path, refusals: Refusals) -> Iterator[NamedRow]:
    """The extract without UNITID: schools by name, city and state."""

    def parse(line: int, row: Row) -> NamedRow:
        return NamedRow(
            needed_words(row, "INSTNM", 150),
            needed_words(row, "CITY", 60),
            needed_words(row, "STABBR", 2),
            _figures(line, row),
        )

    return agency_rows(path, ("INSTNM", "CITY", "STABBR", *NEEDED), parse, refusals)


class Named(Protocol):
    """A school as far as matching needs it."""

    @property
    def unitid(self) -> int: ...

    @property
    def name(self) -> str: ...

    @property
    def aliases(self) -> Any: ...

    @property
    def city(self) -> str: ...

    @property
    def state(self) -> str: ...


def plain(text: str) -> str:
    """``text`` for comparing: no accents, case, marks, or “the”."""
    letters = (
        unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("&", " and ")
    )
    return " ".join(word for word in re.findall(r"[a-z0-9]+", letters.replace("'", "")) if word != "the")


def match(rows: Iterable[NamedRow], schools: Iterable[Named]) -> tuple[list[FiguresRow], list[NamedRow]]:
    """Rows under the UNITID of the one school with their name, city and state, and the rows left over.

    The name may be one that the school had before.

    A name that two schools of a city share, or two rows of the file, decides nothing and is left over.
    """
    by_name: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
    by_alias: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
    for school in schools:
        place = (plain(school.city), school.state)
        by_name[(plain(school.name), *place)].add(school.unitid)
        for alias in school.aliases:
            if len(alias) >= MIN_ALIAS_LENGTH:
                by_alias[(plain(alias), *place)].add(school.unitid)
    by_school: defaultdict[int, list[NamedRow]] = defaultdict(list)
    left = []
    for row in rows:
        key = (plain(row.name), plain(row.city), row.state)
        candidates = by_name.get(key) or by_alias.get(key) or set()
        if len(candidates) == 1:
            by_school[next(iter(candidates))].append(row)
        else:
            left.append(row)
    matched = [
        FiguresRow(named[0].figures.line, unitid, named[0].figures.values)
        for unitid, named in sorted(by_school.items())
        if len(named) == 1
    ]
    left += [row for named in by_school.values() if len(named) > 1 for row in named]
    return matched, sorted(left, key=lambda row: row.figures.line)


def load_institutions(load: Load, release: Release, path: Path) -> None:
    """Load the institutions' file.

    Rows of an extract without UNITID that match no school are listed, not refused.
    """
    refusals = Refusals(path)
    if "UNITID" in header_of(path):
        rows = read_institutions(path, refusals)
    else:
        matched, left = match(read_named_institutions(path, refusals), School.objects.order_by("unitid"))
        rows = iter(matched)
        load.report.notes.append(_unmatched_text(path, matched, left))
    load_figures(load, release, path, measures=ALL_MEASURES, rows=rows, refusals=refusals)


def _unmatched_text(path: Path, matched: list[FiguresRow], left: list[NamedRow]) -> str:
    summary = (
        f"{path.name} has no UNITID: {len(matched):,} rows match a school by name, city and state; "
        f"{len(left):,} don't:"
    )
    lines = [f"  line {row.figures.line}: {row.name}, {row.city}, {row.state}" for row in left]
    return "\n".join([summary, *lines])


@dataclass(frozen=True, slots=True)
class FieldRow:
    """``cip`` is a group of programs, as in 51.07; ``values`` are fields of ``FieldResult``."""

    line: int
    unitid: int
    cip: str
    credential: int
    values: dict[str, int | None]
    marks: dict[str, str] | None


def read_fields(path: Path, refusals: Refusals) -> Iterator[FieldRow]:
    """Results of fields of study.

    Rows without UNITID are schools abroad; rows without any figure say nothing.
    """

    def parse(line: int, row: Row) -> FieldRow | None:
        values = {
            name: next((v for c in columns if (v := count(row, c)) is not None), None)
            for name, columns in FIELD_MEASURES.items()
        }
        if row["UNITID"].strip() in NOTHING or all(value is None for value in values.values()):
            return None
        withheld = marks(row, [column for columns in FIELD_MEASURES.values() for column in columns])
        credential = needed_count(row, "CREDLEV")
        if credential not in FieldResult.Credential.values:
            raise RowProblem("it is not a credential level", column="CREDLEV", value=credential)
        return FieldRow(line, needed_count(row, "UNITID"), group_code(row), credential, values, withheld)

    return agency_rows(path, FIELD_COLUMNS, parse, refusals)


def group_code(row: Row) -> str:
    """A four-digit CIP code, written without its full stop and, by spreadsheets, without its leading zero."""
    value = row["CIPCODE"].strip().replace(".", "").removeprefix("=").strip('"')
    if not re.fullmatch(r"\d{3,4}", value):
        raise RowProblem("it is not a four-digit CIP code", column="CIPCODE", value=value)
    digits = value.zfill(4)
    return f"{digits[:2]}.{digits[2:]}"


def load_fields(load: Load, release: Release, path: Path) -> None:
    refusals = Refusals(path)
    names = (*FIELD_MEASURES, "marks")
    target = SyncTarget.of_release(
        FieldResult, release, ("school", "cip", "credential"), names, subject="school"
    )
    values = (
        (
            row.line,
            (
                release.pk,
                row.unitid,
                row.cip,
                row.credential,
                *(row.values[name] for name in FIELD_MEASURES),
                row.marks,
            ),
        )
        for row in read_fields(path, refusals)
    )
    load.load_rows(
        release, target, values, path=path, label="Results of fields of study", refusals=[refusals]
    )
