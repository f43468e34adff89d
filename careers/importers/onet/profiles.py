"""What O*NET says of an occupation as a whole: interests and the preparation it needs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from careers.importers.base.cells import code, each_line, grouped_rows, month, number, parsed_rows
from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.importers.onet.elements import ensure_elements
from careers.importers.onet.layouts import Columns
from careers.importers.onet.rows import OccupationTable, of_loaded_occupations
from careers.models import Domain, InterestProfile, JobZone, Release
from careers.reference.sources import edition_order

INTERESTS = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
INTEREST_FIELDS = tuple(name.lower() for name in INTERESTS)
HIGH_POINTS = ("First Interest High-Point", "Second Interest High-Point", "Third Interest High-Point")
LETTERS = "RIASEC"
SCALES = {"OI": (1, 7), "IH": (0, 6)}
ZONE = re.compile(r"[1-5]|1-2")
#: From this release on the lowest two zones are one, which is called 1-2 and still coded 2.
MERGED_LOW_ZONES = "30.2"
JOB_ZONES = OccupationTable(JobZone, "Job zones", ("zone", "rated_on"), key=("occupation",))


@dataclass(frozen=True, slots=True)
class InterestRow:
    """``scores`` are in the order of ``INTERESTS``, 1 to 7; ``holland`` has one to three letters."""

    line: int
    onet: str
    scores: tuple[Decimal, ...]
    holland: str
    rated_on: str
    element_ids: Mapping[str, str]


def read_interests(path: Path, columns: Columns, refusals: Refusals) -> Iterator[InterestRow]:
    """One row for each occupation, from the agency's nine."""
    for lines in grouped_rows(
        path, columns.values(), [columns["onet"]], lambda row: _is_wanted(row, columns)
    ):
        line, row = lines[0]
        try:
            values = dict(each_line(lines, lambda row: _value(row, columns)))
            if len(values) < len(lines):
                raise RowProblem("an interest repeated", column=columns["onet"], value=row[columns["onet"]])
            ids = {row[columns["element"]].strip(): row[columns["element_id"]] for _, row in lines}
            yield _interest(line, row, columns, values, ids)
        except RowProblem as problem:
            refusals.add(problem.line or line, problem)


def _is_wanted(row: Row, columns: Columns) -> bool:
    return row[columns["scale"]] in SCALES and row[columns["element"]].strip() in (*INTERESTS, *HIGH_POINTS)


def _value(row: Row, columns: Columns) -> tuple[str, Decimal]:
    """The name of an interest or high-point, and its value."""
    value = number(row, columns["value"], *SCALES[row[columns["scale"]]])
    if value is None:
        raise RowProblem("it must not be empty", column=columns["value"], value=row[columns["value"]])
    return row[columns["element"]].strip(), value


def _interest(
    line: int, row: Row, columns: Columns, values: Mapping[str, Decimal], ids: Mapping[str, str]
) -> InterestRow:
    onet = code(row, columns["onet"])
    if missing := [name for name in INTERESTS if name not in values]:
        raise RowProblem(f"{', '.join(missing)} missing", column=columns["onet"], value=onet)
    # A high-point is the number of an interest, and 0 where the occupation has no further one.
    points = [int(values.get(name, 0)) for name in HIGH_POINTS]
    holland = "".join(LETTERS[point - 1] for point in points if point)
    if not holland:
        raise RowProblem("it has no first interest", column=columns["onet"], value=onet)
    scores = tuple(values[name] for name in INTERESTS)
    element_ids = {name: ids[name] for name in INTERESTS}
    return InterestRow(line, onet, scores, holland, month(row, columns["date"]), element_ids)


def load_interests(load: Load, release: Release, path: Path, columns: Columns) -> None:
    refusals = Refusals(path)
    rows = list(of_loaded_occupations(read_interests(path, columns, refusals), columns, refusals))
    if rows:
        ensure_elements(load, Domain.INTERESTS, rows[0].element_ids, is_newest=load.is_newest(release))
    target = SyncTarget.of_release(
        InterestProfile,
        release,
        ("occupation",),
        (*INTEREST_FIELDS, "code", "rated_on"),
        subject="occupation",
    )
    values = ((row.line, (release.pk, row.onet, *row.scores, row.holland, row.rated_on)) for row in rows)
    load.load_rows(release, target, values, path=path, label="Interests", refusals=[refusals])


@dataclass(frozen=True, slots=True)
class ZoneRow:
    line: int
    onet: str
    zone: str
    rated_on: str


def read_job_zones(path: Path, columns: Columns, refusals: Refusals) -> Iterator[ZoneRow]:
    def parse(line: int, row: Row) -> ZoneRow:
        zone = row[columns["zone"]].strip()
        if not ZONE.fullmatch(zone):
            raise RowProblem("it is not a zone from 1 to 5, or 1-2", column=columns["zone"], value=zone)
        return ZoneRow(line, code(row, columns["onet"]), zone, month(row, columns["date"]))

    return parsed_rows(path, columns.values(), parse, refusals)


def load_job_zones(load: Load, release: Release, path: Path, columns: Columns) -> None:
    refusals = Refusals(path)
    rows = of_loaded_occupations(read_job_zones(path, columns, refusals), columns, refusals)
    if release.edition_order >= edition_order(MERGED_LOW_ZONES):
        rows = (replace(row, zone="1-2") if row.zone == "2" else row for row in rows)
    JOB_ZONES.load(load, release, path, rows, refusals)
