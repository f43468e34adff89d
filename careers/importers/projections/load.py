"""Loading the Employment Projections."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from careers.importers.base.files import checksum
from careers.importers.base.load import Load, Origin
from careers.importers.base.problems import ImportProblem, Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.importers.projections.reader import (
    AttainmentRow,
    ProjectionRow,
    Years,
    read_attainment,
    read_projections,
)
from careers.importers.projections.tables import ASSIGNMENTS, ATTAINMENT, OUTLOOK, open_table, tables_in
from careers.models import Attainment, Projection, Release, SocCode
from careers.reference import sources
from careers.reference.education_levels import ATTAINMENT_LEVELS

OCCUPATIONS, ATTAINMENTS = sources.EP_OCCUPATIONS, sources.EP_ATTAINMENT
#: Fields of the model that are written as the reader names them.
READ = (
    *("title", "kind", "base_employment", "target_employment", "change", "change_percent"),
    *("self_employed_percent", "annual_openings", "median_wage", "is_median_top_coded"),
    *("entry_education", "work_experience", "training", "handbook_address"),
)
SHOWN_DIFFERENCES = 5


class OfCode(Protocol):
    @property
    def line(self) -> int: ...

    @property
    def soc(self) -> str: ...


R = TypeVar("R", bound=OfCode)


def load_projections(load: Load, path: Path, *, edition: str = "", obtained_as: str = "original") -> None:
    """Load what the file holds of tables 1.2 and 5.3. Raises ImportProblem where it holds neither."""
    tables = tables_in(path)
    origin = Origin(source="", edition=edition, obtained_as=obtained_as, checksum=checksum(path))
    if OUTLOOK in tables:
        load_outlook(load, path, replace(origin, source=OCCUPATIONS))
    if ATTAINMENT in tables:
        load_attainment(load, path, replace(origin, source=ATTAINMENTS))
    if not {OUTLOOK, ATTAINMENT} & set(tables):
        raise ImportProblem(
            f"{path.name} has neither {OUTLOOK} nor {ATTAINMENT} of the Employment Projections. "
            "Use the occupation or the education workbook."
        )
    if ASSIGNMENTS in tables:
        load.report.notes += compare_assignments(path)


def load_outlook(load: Load, path: Path, origin: Origin) -> None:
    """Load table 1.2. An empty edition or reference period in ``origin`` is taken from the file."""
    refusals = Refusals(path)
    years, read = read_projections(path, refusals)
    rows = list(of_known_codes(read, _known_codes(), refusals))
    top_code = max((row.median_wage or 0 for row in rows if row.is_median_top_coded), default=None)
    origin = replace(
        origin,
        edition=origin.edition or years.edition,
        reference_period=origin.reference_period or years.edition,
        top_code_annual=top_code,
    )
    release = load.start_release(origin, path)
    fields = (*READ, "base_year", "target_year")
    target = SyncTarget.of_release(Projection, release, ("soc",), fields, subject="soc")
    load.load_rows(
        release,
        target,
        _projection_values(rows, release, years),
        path=path,
        label=f"Loading {release}",
        refusals=[refusals],
    )


def _projection_values(
    rows: Iterable[ProjectionRow], release: Release, years: Years
) -> Iterator[tuple[int, list[Any]]]:
    for row in rows:
        values = [getattr(row, name) for name in READ]
        yield row.line, [release.pk, row.soc, *values, years.base, years.target]


def load_attainment(load: Load, path: Path, origin: Origin) -> None:
    """Load table 5.3. An empty edition or reference period in ``origin`` is taken from the file."""
    refusals = Refusals(path)
    years, period, read = read_attainment(path, refusals)
    rows = list(of_known_codes(read, _known_codes(), refusals))
    origin = replace(
        origin, edition=origin.edition or years.edition, reference_period=origin.reference_period or period
    )
    release = load.start_release(origin, path)
    target = SyncTarget.of_release(Attainment, release, ("soc", "level"), ("rank", "percent"), subject="soc")
    values = _attainment_values(rows, release)
    load.load_rows(release, target, values, path=path, label=f"Loading {release}", refusals=[refusals])


def _attainment_values(rows: Iterable[AttainmentRow], release: Release) -> Iterator[tuple[int, list[Any]]]:
    for row in rows:
        for rank, (level, percent) in enumerate(zip(ATTAINMENT_LEVELS, row.percents, strict=True), start=1):
            yield row.line, [release.pk, row.soc, level, rank, percent]


def _known_codes() -> frozenset[str]:
    return frozenset(SocCode.objects.values_list("code", flat=True))


def of_known_codes(rows: Iterable[R], codes: Container[str], refusals: Refusals) -> Iterator[R]:
    """The rows whose code is in ``codes``; the others are refused."""
    for row in rows:
        if row.soc in codes:
            yield row
        else:
            refusals.add(
                row.line,
                RowProblem(
                    "no SOC code that is loaded is this one",
                    column="Matrix code",
                    value=row.soc,
                ),
            )


def compare_assignments(path: Path) -> list[str]:
    """Where table 5.4 differs from the loaded table 1.2 of its year: a note for the operator, no change."""
    table = open_table(path, ASSIGNMENTS)
    code = table.column(r"(\d{4}) National Employment Matrix code")
    names = [
        table.column(name) for name in ("Typical education.*", "Work experience.*", "Typical on-the-job.*")
    ]
    loaded = {
        projection.soc_id: (projection.entry_education, projection.work_experience, projection.training)
        for projection in Projection.objects.filter(
            base_year=table.base_year, kind="Line item", is_vanished=False
        )
    }
    differing = [
        row[code]
        for _, row in table.rows
        if row[code] in loaded and loaded[row[code]] != tuple(row[name] for name in names)
    ]
    if not differing:
        return []
    shown = ", ".join(differing[:SHOWN_DIFFERENCES])
    return [
        f"{path.name}: {ASSIGNMENTS} differs from the loaded {OUTLOOK} in {len(differing)} codes: {shown}."
    ]
