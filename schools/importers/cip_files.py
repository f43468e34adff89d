"""Which file of the CIP is which, and loading them in the order in which they build on each other."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from careers.importers.base.load import Load, Origin
from careers.importers.base.problems import ImportProblem
from careers.models import Release
from careers.reference import sources
from schools.importers.cells import header_of
from schools.importers.crosswalk import load_changes, load_crosswalk, load_titles

LOADERS: dict[str, Callable[[Load, Release, Path], None]] = {
    sources.CIP_CODES: load_titles,
    sources.CIP_CHANGES: load_changes,
    sources.CIP_SOC: load_crosswalk,
}
SOURCES_IN_ORDER = list(LOADERS)


def kind_of(path: Path) -> str:
    """The source that a file belongs to, by its kind and columns."""
    if path.suffix == ".xlsx":
        return sources.CIP_SOC
    header = header_of(path)
    if {"CIP2020Code", "SOC2018Code"} <= header:
        return sources.CIP_SOC
    if {"CIPCode", "CIPTitle"} <= header:
        return sources.CIP_CODES
    if any(re.fullmatch(r"CIPCode(19|20)\d\d", name) for name in header):
        return sources.CIP_CHANGES
    columns = ", ".join(sorted(header)[:12])
    raise ImportProblem(
        f"{path.name}, line 1: its columns ({columns}) are neither those of the CIP's titles (CIPCode, "
        "CIPTitle), nor of a table of changes (CIPCode2010, CIPCode2020), nor of the crosswalk."
    )


def load_file(load: Load, source: str, origin: Origin, path: Path) -> None:
    LOADERS[source](load, load.start_release(origin, path), path)


def load_files(load: Load, paths: Iterable[Path], *, edition: str) -> None:
    files = sorted(
        ((kind_of(path), path) for path in paths), key=lambda item: SOURCES_IN_ORDER.index(item[0])
    )
    for source, path in files:
        load_file(load, source, Origin(source, edition), path)
