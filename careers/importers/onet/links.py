"""What O*NET links an occupation to: software, and other occupations."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from careers.importers.base.cells import code, needed, unknown_code, whole, yes_no
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals
from careers.importers.onet.layouts import Columns
from careers.importers.onet.rows import (
    Cells,
    OccupationTable,
    occupation_codes,
    of_loaded_occupations,
    read_rows,
)
from careers.models import RelatedOccupation, Release, TechnologyUse

TECHNOLOGY = OccupationTable(
    TechnologyUse,
    "Technology",
    fields=("example", "category_code", "category", "is_hot", "is_in_demand"),
    key=("occupation", "example", "category_code"),
)
TECHNOLOGY_CELLS: Cells = {
    "example": partial(needed, most=250),
    "category_code": partial(needed, most=20),
    "category": partial(needed, most=150),
    "is_hot": yes_no,
    "is_in_demand": yes_no,
}
RELATED = OccupationTable(
    RelatedOccupation, "Related occupations", ("related", "tier", "rank"), key=("occupation", "related")
)
RELATED_CELLS: Cells = {
    "related": code,
    "tier": partial(needed, most=15),
    "rank": partial(whole, low=1, high=1000),
}


@dataclass(frozen=True, slots=True)
class TechnologyRow:
    line: int
    onet: str
    example: str
    category_code: str
    category: str
    is_hot: bool
    is_in_demand: bool


def load_technology(load: Load, release: Release, path: Path, columns: Columns) -> None:
    refusals = Refusals(path)
    rows = read_rows(path, columns, TechnologyRow, TECHNOLOGY_CELLS, refusals)
    TECHNOLOGY.load(load, release, path, of_loaded_occupations(rows, columns, refusals), refusals)


@dataclass(frozen=True, slots=True)
class RelatedRow:
    line: int
    onet: str
    related: str
    tier: str
    rank: int


def load_related(load: Load, release: Release, path: Path, columns: Columns) -> None:
    refusals = Refusals(path)
    rows = read_rows(path, columns, RelatedRow, RELATED_CELLS, refusals)
    rows = of_loaded_occupations(rows, columns, refusals)
    # The codes are read first: while rows are copied, the connection answers no query.
    rows = _to_loaded_occupations(rows, occupation_codes(), columns["related"], refusals)
    RELATED.load(load, release, path, rows, refusals)


def _to_loaded_occupations(
    rows: Iterable[RelatedRow], codes: Container[str], column: str, refusals: Refusals
) -> Iterator[RelatedRow]:
    for row in rows:
        if row.related in codes:
            yield row
        else:
            refusals.add(row.line, unknown_code(column, row.related))
