"""Which file of IPEDS is which, and loading them in the order in which they build on each other."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from careers.importers.base.load import Load, Origin
from careers.importers.base.problems import ImportProblem
from careers.models import Release
from careers.reference import sources
from schools.importers.cells import header_of, year_of
from schools.importers.charges import CHARACTERISTICS, CHARGES, PROGRAM_CHARGES, load_charges
from schools.importers.completions import load_completions
from schools.importers.directory import load_schools
from schools.listings import rebuild_listings

Loader = Callable[[Load, Release, Path], None]

#: In loading order. A file is of the first kind whose columns it has.
KINDS: tuple[tuple[str, frozenset[str], Loader], ...] = (
    (sources.IPEDS_INSTITUTIONS, frozenset({"UNITID", "INSTNM", "CYACTIVE"}), load_schools),
    (sources.IPEDS_COMPLETIONS, frozenset({"UNITID", "CIPCODE", "AWLEVEL"}), load_completions),
    (sources.IPEDS_COST, frozenset({"UNITID", "CHG2AY3"}), partial(load_charges, measures=CHARGES)),
    (
        sources.IPEDS_PROGRAM_COST,
        frozenset({"UNITID", "CHG1PY3"}),
        partial(load_charges, measures=PROGRAM_CHARGES),
    ),
    (
        sources.IPEDS_CHARACTERISTICS,
        frozenset({"UNITID", "DISTNCED"}),
        partial(load_charges, measures=CHARACTERISTICS),
    ),
)
SOURCES_IN_ORDER = [source for source, _, _ in KINDS]


def kind_of(path: Path) -> str:
    """The source that a file belongs to, by its columns. Raises ImportProblem where it is none."""
    header = header_of(path)
    for source, columns, _ in KINDS:
        if columns <= header:
            return source
    raise ImportProblem(
        f"{path.name}, line 1: its columns ({', '.join(sorted(header)[:12])} …) are not those of a file "
        "that is loaded here. HD, C_A, IC, IC_AY and IC_PY are; HD has INSTNM, C_A has CIPCODE and AWLEVEL."
    )


def reference_period(source: str, year: str) -> str:
    """The time that a collection year's figures describe."""
    before = int(year) - 1
    if source == sources.IPEDS_COMPLETIONS:
        return f"July {before} to June {year}"
    return f"{before}–{year[2:]}"


def load_file(load: Load, source: str, origin: Origin, path: Path) -> None:
    """One file, known to be of ``source``."""
    loader = {key: loader for key, _, loader in KINDS}[source]
    loader(load, load.start_release(origin, path), path)


def load_files(load: Load, paths: Iterable[Path], *, year: str = "", obtained_as: str = "original") -> None:
    """Load files of one or several years, the directories first and the newest of them before the others."""
    files = [(kind_of(path), year_of(path, year), path) for path in paths]
    files.sort(key=lambda item: (SOURCES_IN_ORDER.index(item[0]), -int(item[1])))
    for source, edition, path in files:
        origin = Origin(
            source, edition, reference_period=reference_period(source, edition), obtained_as=obtained_as
        )
        load_file(load, source, origin, path)
    rebuild_listings()
