"""IPEDS completions (C): how many finished each program, at each award level."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.models import Release
from schools.importers.cells import agency_rows, cip_code, needed_count
from schools.levels import AwardLevel
from schools.models import Program, SchoolTotal

COLUMNS = ("UNITID", "CIPCODE", "MAJORNUM", "AWLEVEL", "CTOTALT")
GRAND_TOTAL = "99"
FIRST_MAJOR = "1"
UNDER_1_YEAR = int(AwardLevel.UNDER_1_YEAR)
ITS_PARTS = (int(AwardLevel.UNDER_12_WEEKS), int(AwardLevel.FROM_12_WEEKS))
LEVELS = frozenset(AwardLevel.values)


@dataclass(frozen=True, slots=True)
class CompletionRow:
    """``cip`` is 99 in the agency's grand total of a school's award level."""

    line: int
    unitid: int
    cip: str
    award_level: int
    completions: int


def read_completions(path: Path, refusals: Refusals) -> Iterator[CompletionRow]:
    """Completions as first majors. A second major is the same person's, and would be counted twice."""

    def parse(line: int, row: Row) -> CompletionRow | None:
        if row["MAJORNUM"].strip() != FIRST_MAJOR:
            return None
        level = row["AWLEVEL"].strip()
        if not level.isdecimal() or int(level) not in LEVELS:
            raise RowProblem("it is not an award level of IPEDS", column="AWLEVEL", value=level)
        return CompletionRow(
            line,
            needed_count(row, "UNITID"),
            cip_code(row, "CIPCODE"),
            int(level),
            needed_count(row, "CTOTALT"),
        )

    return agency_rows(path, COLUMNS, parse, refusals)


def without_whole_and_parts(rows: list[CompletionRow]) -> list[CompletionRow]:
    """Leave out level 1 where its two parts, 20 and 21, are there as well.

    Together they would count people twice.

    Since the 2020 collection files give the parts alone, which are then counted like any other level.
    """
    if all(row.award_level != UNDER_1_YEAR for row in rows):
        return rows
    split = {(row.unitid, row.cip) for row in rows if row.award_level in ITS_PARTS}
    return [row for row in rows if row.award_level != UNDER_1_YEAR or (row.unitid, row.cip) not in split]


def load_completions(load: Load, release: Release, path: Path) -> None:
    """Bring programs and the agency's totals of one year to what the file says.

    Programs whose sum differs from the agency's total are told in the report: an extract may leave programs
    out.
    """
    refusals = Refusals(path)
    rows = without_whole_and_parts(
        list(load.progress.track(read_completions(path, refusals), "Completions, read"))
    )
    programs = (
        (row.line, (release.pk, row.unitid, row.cip, row.award_level, row.completions))
        for row in rows
        if row.cip != GRAND_TOTAL
    )
    totals = (
        (row.line, (release.pk, row.unitid, row.award_level, row.completions))
        for row in rows
        if row.cip == GRAND_TOTAL
    )
    load.load_rows(
        release,
        SyncTarget.of_release(
            SchoolTotal, release, ("school", "award_level"), ("completions",), subject="school"
        ),
        totals,
        path=path,
        label="Totals of schools",
    )
    load.load_rows(
        release,
        SyncTarget.of_release(
            Program, release, ("school", "cip", "award_level"), ("completions",), subject="school"
        ),
        programs,
        path=path,
        label="Programs of schools",
        refusals=[refusals],
    )
    if difference := _schools_that_differ(rows):
        load.report.notes.append(
            f"{path.name}: at {difference:,} schools the programs do not add up to the agency's total; "
            "some are missing from the file."
        )


def _schools_that_differ(rows: list[CompletionRow]) -> int:
    difference: defaultdict[int, int] = defaultdict(int)
    totals = set()
    for row in rows:
        if row.cip == GRAND_TOTAL:
            totals.add(row.unitid)
        difference[row.unitid] += row.completions if row.cip == GRAND_TOTAL else -row.completions
    return sum(1 for unitid in totals if difference[unitid])
