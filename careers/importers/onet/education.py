"""The education, experience and training that workers say their occupation needs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from careers.importers.base.cells import code, month, needed, number, of_known, parsed_rows, whole, yes_no
from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.importers.onet.layouts import CATEGORIES, Columns
from careers.importers.onet.rows import occupation_codes
from careers.models import EducationShare, Release

#: Required level of education (RL, since 31.0 also RQ), related experience, on-site and on-the-job training.
#: The files also rate how important certificates and apprenticeships are, on scale IM; those rows are passed
#: over.
SCALES = ("RL", "RQ", "RW", "PT", "OJ")
FIELDS = ("release", "occupation", "scale", "category", "label", "percent", "is_suppressed", "rated_on")
#: Where a category's name ends and the agency's explanation of it begins.
EXPLANATION = re.compile(r" - (awarded|or the equivalent)\b.*| \((or|such as|for example)\b.*")


@dataclass(frozen=True, slots=True)
class CategoryRow:
    line: int
    scale: str
    category: int
    label: str


@dataclass(frozen=True, slots=True)
class ShareRow:
    """``percent`` of an occupation's workers name ``category`` on ``scale``."""

    line: int
    onet: str
    scale: str
    category: int
    percent: Decimal
    is_suppressed: bool
    rated_on: str


def category_name(description: str) -> str:
    """The name in the agency's description: "Bachelor's Degree", without the sentence that may follow it."""
    return EXPLANATION.sub("", description).strip()


def read_categories(path: Path, refusals: Refusals) -> Iterator[CategoryRow]:
    def parse(line: int, row: Row) -> CategoryRow:
        label = category_name(needed(row, CATEGORIES["label"], 1000))
        return CategoryRow(
            line, row[CATEGORIES["scale"]], whole(row, CATEGORIES["category"], 1, 20), label[:200]
        )

    return parsed_rows(path, CATEGORIES.values(), parse, refusals)


def read_shares(path: Path, columns: Columns, refusals: Refusals) -> Iterator[ShareRow]:
    def parse(line: int, row: Row) -> ShareRow | None:
        if row[columns["scale"]] not in SCALES:
            return None
        percent = number(row, columns["value"], 0, 100)
        if percent is None:
            raise RowProblem("it must not be empty", column=columns["value"], value=row[columns["value"]])
        return ShareRow(
            line,
            code(row, columns["onet"]),
            row[columns["scale"]],
            whole(row, columns["category"], 1, 20),
            percent,
            yes_no(row, columns["suppress"]),
            month(row, columns["date"]),
        )

    return (row for row in parsed_rows(path, columns.values(), parse, refusals) if row is not None)


def load_education(
    load: Load, release: Release, paths: Sequence[Path], columns: Columns, *, companions: Sequence[Path]
) -> None:
    """Bring the shares to what ``paths`` say, with the names of categories from ``companions``."""
    refusals = [Refusals(path) for path in (*companions, *paths)]
    names = _names(companions, refusals)
    codes = occupation_codes()

    def values() -> Iterator[tuple[int, tuple[object, ...]]]:
        for path, refused in zip(paths, refusals[len(companions) :], strict=True):
            for row in of_known(read_shares(path, columns, refused), codes, refused, column=columns["onet"]):
                label = names.get((row.scale, row.category), "")
                key = (release.pk, row.onet, row.scale, row.category)
                yield row.line, (*key, label, row.percent, row.is_suppressed, row.rated_on)

    target = SyncTarget(
        EducationShare, FIELDS, key=FIELDS[:4], scope={"release": release.pk}, subject="occupation"
    )
    label = "Education, training and experience"
    load.load_rows(release, target, values(), path=paths[0], label=label, refusals=refusals)


def _names(companions: Sequence[Path], refusals: Sequence[Refusals]) -> Mapping[tuple[str, int], str]:
    return {
        (row.scale, row.category): row.label
        for path, refused in zip(companions, refusals, strict=False)
        for row in read_categories(path, refused)
    }
