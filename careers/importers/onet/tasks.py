"""Tasks, in the agency's words, and how important workers say they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path

from careers.importers.base.cells import (
    code,
    each_line,
    grouped_rows,
    month,
    needed,
    number,
    text,
    whole,
    yes_no,
)
from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals, RowProblem
from careers.importers.onet.layouts import Columns
from careers.importers.onet.rows import Cells, OccupationTable, of_loaded_occupations, read_rows
from careers.models import Release, Task, TaskRating

#: Importance and relevance. How often a task is done (FT) is not used.
SCALES = {"IM": ("importance", 1, 5), "RT": ("relevance", 0, 100)}
LARGEST_ID = 2**31 - 1
TASKS = OccupationTable(Task, "Tasks", ("task_id", "text", "kind", "reported_on"), key=("task_id",))
TASK_CELLS: Cells = {
    "task": partial(whole, low=1, high=LARGEST_ID),
    "text": partial(needed, most=2000),
    "kind": partial(text, most=12),
    "date": month,
}
TASK_RATINGS = OccupationTable(
    TaskRating, "Task ratings", ("task_id", "importance", "relevance", "is_suppressed"), key=("task_id",)
)


@dataclass(frozen=True, slots=True)
class TaskRow:
    line: int
    onet: str
    task_id: int
    text: str
    kind: str
    reported_on: str


def load_tasks(load: Load, release: Release, path: Path, columns: Columns) -> None:
    refusals = Refusals(path)
    rows = read_rows(path, columns, TaskRow, TASK_CELLS, refusals)
    TASKS.load(load, release, path, of_loaded_occupations(rows, columns, refusals), refusals)


@dataclass(frozen=True, slots=True)
class TaskRatingRow:
    """Importance is 1 to 5, relevance the per cent of workers who do the task."""

    line: int
    onet: str
    task_id: int
    importance: Decimal | None
    relevance: Decimal | None
    is_suppressed: bool


def read_task_ratings(path: Path, columns: Columns, refusals: Refusals) -> Iterator[TaskRatingRow]:
    """One row for each task, from the agency's of importance and of relevance."""
    key = (columns["onet"], columns["task"])
    for lines in grouped_rows(path, columns.values(), key, lambda row: row[columns["scale"]] in SCALES):
        line, row = lines[0]
        try:
            values = dict(each_line(lines, lambda row: _value(row, columns)))
            if len(values) < len(lines):
                raise RowProblem(
                    "rated twice on one scale", column=columns["task"], value=row[columns["task"]]
                )
            yield TaskRatingRow(
                line,
                code(row, columns["onet"]),
                whole(row, columns["task"], 1, LARGEST_ID),
                values.get("importance"),
                values.get("relevance"),
                any(each_line(lines, lambda row: yes_no(row, columns["suppress"]))),
            )
        except RowProblem as problem:
            refusals.add(problem.line or line, problem)


def _value(row: Row, columns: Columns) -> tuple[str, Decimal | None]:
    name, low, high = SCALES[row[columns["scale"]]]
    return name, number(row, columns["value"], low, high)


def load_task_ratings(load: Load, release: Release, path: Path, columns: Columns) -> None:
    refusals = Refusals(path)
    rows = of_loaded_occupations(read_task_ratings(path, columns, refusals), columns, refusals)
    TASK_RATINGS.load(load, release, path, rows, refusals)
