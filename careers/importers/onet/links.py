"""What O*NET links an occupation to: software, and other occupations."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from careers.importers.base.cells import code, needed, of_known, parsed_rows, unknown_code, whole, yes_no
from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals
from careers.importers.base.sync import SyncTarget
from careers.importers.onet.layouts import Columns
from careers.importers.onet.occupations import occupation_codes
from careers.models import RelatedOccupation, Release, TechnologyUse


@dataclass(frozen=True, slots=True)
class TechnologyRow:
    line: int
    onet: str
    example: str
    category_code: str
    category: str
    is_hot: bool
    is_in_demand: bool


def read_technology(path: Path, columns: Columns, refusals: Refusals) -> Iterator[TechnologyRow]:
    def parse(line: int, row: Row) -> TechnologyRow:
        return TechnologyRow(
            line,
            code(row, columns["onet"]),
            needed(row, columns["example"], 250),
            needed(row, columns["category_code"], 20),
            needed(row, columns["category"], 150),
            yes_no(row, columns["is_hot"]),
            yes_no(row, columns["is_in_demand"]),
        )

    return parsed_rows(path, columns.values(), parse, refusals)


def load_technology(load: Load, release: Release, path: Path, columns: Columns) -> None:
    refusals = Refusals(path)
    rows = of_known(
        read_technology(path, columns, refusals), occupation_codes(), refusals, column=columns["onet"]
    )
    target = SyncTarget(
        TechnologyUse,
        ("release", "occupation", "example", "category_code", "category", "is_hot", "is_in_demand"),
        key=("release", "occupation", "example", "category_code"),
        scope={"release": release.pk},
        subject="occupation",
    )
    values = (
        (
            row.line,
            (
                release.pk,
                row.onet,
                row.example,
                row.category_code,
                row.category,
                row.is_hot,
                row.is_in_demand,
            ),
        )
        for row in rows
    )
    load.load_rows(release, target, values, path=path, label="Technology", refusals=[refusals])


@dataclass(frozen=True, slots=True)
class RelatedRow:
    line: int
    onet: str
    related: str
    tier: str
    rank: int


def read_related(path: Path, columns: Columns, refusals: Refusals) -> Iterator[RelatedRow]:
    def parse(line: int, row: Row) -> RelatedRow:
        return RelatedRow(
            line,
            code(row, columns["onet"]),
            code(row, columns["related"]),
            needed(row, columns["tier"], 15),
            whole(row, columns["rank"], 1, 1000),
        )

    return parsed_rows(path, columns.values(), parse, refusals)


def load_related(load: Load, release: Release, path: Path, columns: Columns) -> None:
    refusals, codes = Refusals(path), occupation_codes()
    target = SyncTarget(
        RelatedOccupation,
        ("release", "occupation", "related", "tier", "rank"),
        key=("release", "occupation", "related"),
        scope={"release": release.pk},
        subject="occupation",
    )

    def values() -> Iterator[tuple[int, tuple[object, ...]]]:
        rows = read_related(path, columns, refusals)
        for row in of_known(rows, codes, refusals, column=columns["onet"]):
            if row.related in codes:
                yield row.line, (release.pk, row.onet, row.related, row.tier, row.rank)
            else:
                refusals.add(row.line, unknown_code(columns["related"], row.related))

    load.load_rows(release, target, values(), path=path, label="Related occupations", refusals=[refusals])
