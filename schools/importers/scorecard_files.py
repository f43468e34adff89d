"""Which file of the College Scorecard is which, and loading them."""

from collections.abc import Callable, Iterable
from pathlib import Path

from careers.importers.base.load import Load, Origin
from careers.importers.base.problems import ImportProblem
from careers.models import Release
from careers.reference import sources
from careers.reference.sources import edition_order
from schools.importers.cells import header_of
from schools.importers.scorecard import load_fields, load_institutions
from schools.listings import rebuild_listings

LOADERS: dict[str, Callable[[Load, Release, Path], None]] = {
    sources.SCORECARD_INSTITUTIONS: load_institutions,
    sources.SCORECARD_FIELDS: load_fields,
}


def kind_of(path: Path) -> str:
    """The source that a file belongs to, by its columns."""
    header = header_of(path)
    if {"CIPCODE", "CREDLEV"} <= header:
        return sources.SCORECARD_FIELDS
    if {"INSTNM", "MD_EARN_WNE_P10"} <= header:
        return sources.SCORECARD_INSTITUTIONS
    raise ImportProblem(
        f"{path.name}, line 1: its columns ({', '.join(sorted(header)[:12])} …) are neither those of the "
        "Scorecard's institutions (INSTNM, MD_EARN_WNE_P10) nor its fields of study (CIPCODE, CREDLEV)."
    )


def load_file(load: Load, source: str, origin: Origin, path: Path) -> None:
    LOADERS[source](load, load.start_release(origin, path), path)


def load_files(load: Load, paths: Iterable[Path], *, edition: str, obtained_as: str = "original") -> None:
    try:
        edition_order(edition)
    except ValueError as error:
        raise ImportProblem(str(error)) from None
    for path in paths:
        source = kind_of(path)
        load_file(load, source, Origin(source, edition, obtained_as=obtained_as), path)
    rebuild_listings()
