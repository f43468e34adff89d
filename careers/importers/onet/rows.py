"""Reading and loading the tables that O*NET gives of its occupations, which are all laid out alike."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from django.db.models import Model

from careers.importers.base.cells import Coded, code, of_known, parsed_rows
from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals
from careers.importers.base.sync import SyncTarget
from careers.importers.onet.layouts import Columns
from careers.models import Occupation, Release

T = TypeVar("T")
F = TypeVar("F", bound=Coded)


#: How each column is read, by its name in ``Columns``.
Cells = Mapping[str, Callable[[Row, str], Any]]


@dataclass(frozen=True, slots=True)
class OccupationTable:
    """A table with rows of occupations by release; ``fields`` are those that the rows read have too.

    ``key`` names the fields that, with the release, tell its rows apart.
    """

    model: type[Model]
    label: str
    fields: tuple[str, ...]
    key: tuple[str, ...]

    def load(
        self, load: Load, release: Release, path: Path, rows: Iterable[Coded], refusals: Refusals
    ) -> None:
        """Bring the rows of ``release`` to ``rows``."""
        target = SyncTarget(
            self.model,
            ("release", "occupation", *self.fields),
            key=("release", *self.key),
            scope={"release": release.pk},
            subject="occupation",
        )
        values = (
            (row.line, (release.pk, row.onet, *(getattr(row, name) for name in self.fields))) for row in rows
        )
        load.load_rows(release, target, values, path=path, label=self.label, refusals=[refusals])


def read_rows(
    path: Path,
    columns: Columns,
    make: Callable[..., T],
    cells: Cells,
    refusals: Refusals,
) -> Iterator[T]:
    """What ``make`` makes of each row: its line, its occupation, and the values of ``cells`` in their order.

    ``cells`` says how to read each column, by its name in ``columns``.
    """

    def parse(line: int, row: Row) -> T:
        return make(
            line, code(row, columns["onet"]), *(cell(row, columns[name]) for name, cell in cells.items())
        )

    return parsed_rows(path, columns.values(), parse, refusals)


def of_loaded_occupations(rows: Iterable[F], columns: Columns, refusals: Refusals) -> Iterator[F]:
    """The rows whose occupation is loaded; the others are refused."""
    return of_known(rows, occupation_codes(), refusals, column=columns["onet"])


def occupation_codes() -> Container[str]:
    return set(Occupation.objects.values_list("code", flat=True))
