"""What an occupation asks of people, as O*NET rates it: skills, knowledge, abilities, work styles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from careers.importers.base.cells import (
    code,
    each_line,
    grouped_rows,
    month,
    needed,
    number,
    of_known,
    text,
    yes_no,
)
from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.importers.onet.elements import ensure_elements
from careers.importers.onet.layouts import Columns
from careers.importers.onet.rows import occupation_codes
from careers.models import Domain, Rating, Release


@dataclass(frozen=True, slots=True)
class Scale:
    """Which field of a rating a scale fills, and the values it may have."""

    field: str
    low: int
    high: int


#: The agency's "Scales Reference" gives the bounds.
RATING_SCALES = {"IM": Scale("importance", 1, 5), "LV": Scale("level", 0, 7)}
#: Work styles are rated for impact and distinctiveness since release 30.0, for importance before.
WORK_STYLE_SCALES = {
    "WI": Scale("importance", -3, 3),
    "DR": Scale("level", 0, 10),
    "IM": Scale("importance", 1, 5),
}
SCALES = {
    Domain.SKILLS: RATING_SCALES,
    Domain.KNOWLEDGE: RATING_SCALES,
    Domain.ABILITIES: RATING_SCALES,
    Domain.WORK_STYLES: WORK_STYLE_SCALES,
}


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One element of one occupation: the agency's rows of importance and of level, put together.

    ``line`` is the first of them.
    """

    line: int
    onet: str
    element_id: str
    element: str
    importance: Decimal | None
    level: Decimal | None
    is_importance_suppressed: bool
    is_level_suppressed: bool
    is_not_relevant: bool
    rated_on: str
    rated_by: str


def read_ratings(
    path: Path, columns: Columns, scales: Mapping[str, Scale], refusals: Refusals
) -> Iterator[RatingRow]:
    """Rows on scales that are not in ``scales`` are passed over. A refused row takes its partner with it."""
    required = [column for name, column in columns.items() if name != "suppress" or "not_relevant" in columns]
    key = (columns["onet"], columns["element_id"])
    for lines in grouped_rows(path, required, key, lambda row: row[columns["scale"]] in scales):
        line, row = lines[0]
        try:
            parts = each_line(lines, lambda row: _part(row, columns, scales))
            if len({part.scale.field for part in parts}) < len(parts):
                element = row[columns["element"]]
                raise RowProblem("rated twice on one scale", column=columns["element"], value=element)
            yield _together(line, row, columns, parts)
        except RowProblem as problem:
            refusals.add(problem.line or line, problem)


@dataclass(frozen=True, slots=True)
class _Part:
    scale: Scale
    value: Decimal | None
    is_suppressed: bool
    is_not_relevant: bool
    rated_on: str
    rated_by: str


def _part(row: Row, columns: Columns, scales: Mapping[str, Scale]) -> _Part:
    scale = scales[row[columns["scale"]]]
    code(row, columns["onet"])
    needed(row, columns["element"], 80)
    return _Part(
        scale,
        number(row, columns["value"], scale.low, scale.high),
        yes_no(row, columns["suppress"]),
        yes_no(row, columns["not_relevant"]) if "not_relevant" in columns else False,
        month(row, columns["date"]),
        text(row, columns["by"], 40),
    )


def _together(line: int, row: Row, columns: Columns, parts: Sequence[_Part]) -> RatingRow:
    by_field = {part.scale.field: part for part in parts}
    importance, level = by_field.get("importance"), by_field.get("level")
    return RatingRow(
        line,
        onet=row[columns["onet"]].strip(),
        element_id=row[columns["element_id"]].strip(),
        element=row[columns["element"]].strip(),
        importance=importance.value if importance else None,
        level=level.value if level else None,
        is_importance_suppressed=importance.is_suppressed if importance else False,
        is_level_suppressed=level.is_suppressed if level else False,
        is_not_relevant=any(part.is_not_relevant for part in parts),
        rated_on=max(part.rated_on for part in parts),
        rated_by=parts[0].rated_by,
    )


def load_ratings(
    load: Load, release: Release, paths: Sequence[Path], columns: Columns, *, domain: Domain
) -> None:
    """Bring one domain's ratings to what ``paths`` (one file, or two that make up the table) say."""
    codes = occupation_codes()
    rows: list[RatingRow] = []
    refusals: list[Refusals] = []
    for path in paths:
        refusals.append(Refusals(path))
        ratings = read_ratings(path, columns, SCALES[domain], refusals[-1])
        rows += of_known(ratings, codes, refusals[-1], column=columns["onet"])
    named = {row.element: row.element_id for row in rows}
    elements = ensure_elements(load, domain, named, is_newest=load.is_newest(release))
    target = SyncTarget(Rating, FIELDS, key=FIELDS[:3], scope={"release": release.pk}, subject="occupation")
    load.load_rows(
        release,
        target,
        _values(release, rows, elements),
        path=paths[0],
        label=domain.label,
        refusals=refusals,
    )


FIELDS = (
    "release",
    "occupation",
    "element",
    "importance",
    "level",
    "is_importance_suppressed",
    "is_level_suppressed",
    "is_not_relevant",
    "rated_on",
    "rated_by",
)


def _values(
    release: Release, rows: Iterable[RatingRow], elements: Mapping[str, int]
) -> Iterator[tuple[int, tuple[object, ...]]]:
    for row in rows:
        yield (
            row.line,
            (
                release.pk,
                row.onet,
                elements[row.element],
                row.importance,
                row.level,
                row.is_importance_suppressed,
                row.is_level_suppressed,
                row.is_not_relevant,
                row.rated_on,
                row.rated_by,
            ),
        )
