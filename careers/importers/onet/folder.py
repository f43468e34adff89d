"""Loading a folder of O*NET tables: which edition it is, which tables it has, each loaded in turn."""

import calendar
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from careers.importers.base.files import checksum
from careers.importers.base.load import Load, Origin
from careers.importers.base.problems import ImportProblem
from careers.importers.onet.education import load_education
from careers.importers.onet.layouts import TABLE_OF, TABLES, Layout, OnetTable
from careers.importers.onet.links import load_related, load_technology
from careers.importers.onet.occupations import load_occupations, load_titles
from careers.importers.onet.profiles import load_interests, load_job_zones
from careers.importers.onet.ratings import load_ratings
from careers.importers.onet.tasks import load_task_ratings, load_tasks
from careers.models import Domain, OtherTitle, Release
from careers.reference import sources
from careers.reference.sources import edition_order

REQUIRED = sources.ONET_OCCUPATIONS
READ_ME = "Read Me.txt"
EDITION = re.compile(r"O\*NET (\d+(?:\.\d+)?) Database")
MONTHS = tuple(calendar.month_name)  # from an empty one, so that January is 1
RELEASED = re.compile(rf"({'|'.join(MONTHS[1:])}) (\d{{4}}) Release")


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one table as found in a folder, and how they are laid out."""

    table: OnetTable
    layout: Layout
    paths: tuple[Path, ...]
    companions: tuple[Path, ...] = ()

    @property
    def names(self) -> str:
        return ", ".join(path.name.removesuffix(".gz") for path in self.paths)

    @property
    def checksum(self) -> str:
        """Of all files together; of a single one it is its own."""
        sums = [checksum(path) for path in self.paths]
        return sums[0] if len(sums) == 1 else hashlib.sha256("".join(sums).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Editions:
    """The edition of a folder, and of those of its tables that are of another one (by lower-case name)."""

    edition: str
    published_on: str
    of_table: Mapping[str, str]

    def origin(self, files: Files, obtained_as: str) -> Origin:
        edition = next(
            (self.of_table[name] for name in sorted(files.table.names) if name in self.of_table), self.edition
        )
        published_on = self.published_on if edition == self.edition else ""
        return Origin(files.table.source, edition, published_on=published_on, obtained_as=obtained_as)


def read_editions(
    folder: Path, edition: str = "", table_editions: Mapping[str, str] | None = None
) -> Editions:
    """The folder's edition, from ``edition`` or else from its "Read Me.txt".

    ``table_editions`` are those of tables of another edition, by the name of a file or the last part of a
    source's key. Raises ImportProblem for an unknown edition or table.
    """
    of_table = {name.lower().removesuffix(".txt"): value for name, value in (table_editions or {}).items()}
    names = {name for table in TABLES for name in table.names}
    if unknown := sorted(set(of_table) - names):
        raise ImportProblem(
            f"There is no table called {', '.join(unknown)}. The tables are: {', '.join(sorted(names))}."
        )
    path = folder / READ_ME
    text = path.read_text(encoding="utf-8", errors="replace")[:2000] if path.is_file() else ""
    edition_match, released = EDITION.search(text), RELEASED.search(text)
    published_on = f"{released[2]}-{MONTHS.index(released[1]):02d}" if released else ""
    if edition and (not edition_match or edition_match[1] != edition):
        published_on = ""
    edition = edition or (edition_match[1] if edition_match else "")
    if not edition:
        _check_folder(folder)
        raise ImportProblem(
            f"{folder} has no {READ_ME} that names its release. Say which it is: --edition 30.1"
        )
    for value in (edition, *of_table.values()):
        try:
            edition_order(value)
        except ValueError as error:
            raise ImportProblem(str(error)) from None
    return Editions(edition, published_on, of_table)


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise ImportProblem(
            f"{folder} is not a folder. Name the one that holds the unpacked O*NET text files."
        )
    if find_files(folder, TABLE_OF[REQUIRED]) is None:
        raise ImportProblem(f"{folder} has no Occupation Data.txt. Name the folder of the O*NET text files.")


def find_files(folder: Path, table: OnetTable) -> Files | None:
    """The table's files in ``folder``, gzipped or not, or None where it has none of them.

    Raises ImportProblem where only a part of the files is there: loading the rest would mark it as vanished.
    """
    partly = ""
    for layout in table.layouts:
        paths = [_find(folder, name) for name in layout.files]
        present = tuple(path for path in paths if path)
        if len(present) == len(paths):
            companions = tuple(path for name in layout.companions if (path := _find(folder, name)))
            return Files(table, layout, present, companions)
        if present:
            partly = (
                f"{' and '.join(layout.files)} belong together, but only {present[0].name} is in {folder}."
            )
    if partly:
        raise ImportProblem(f"{partly} Put the missing file there too.")
    return None


def _find(folder: Path, name: str) -> Path | None:
    return next(
        (path for suffix in (".txt", ".txt.gz") if (path := folder / f"{name}{suffix}").is_file()), None
    )


def load_table(load: Load, files: Files, origin: Origin) -> None:
    """Bring one table to what its files say. ``origin`` may name the original of which they are a part."""
    origin = replace(
        origin, file_name=origin.file_name or files.names, checksum=origin.checksum or files.checksum
    )
    release = load.start_release(origin, files.paths[0])
    LOADERS[files.table.source](load, release, files)


def load_folder(load: Load, folder: Path, editions: Editions, *, obtained_as: str = "original") -> None:
    """Load all tables of ``folder``. The report says which were not there; only the occupations must be."""
    _check_folder(folder)
    files_of_source = {table.source: find_files(folder, table) for table in TABLES}
    for table in TABLES:
        files = files_of_source[table.source]
        if files is None:
            wanted = " or ".join(" + ".join(layout.files) for layout in table.layouts)
            load.report.notes.append(f"Not in the folder, so not loaded: {wanted}.")
            continue
        if len(files.companions) < len(files.layout.companions):
            load.report.notes.append(f"Not all in the folder: {', '.join(files.layout.companions)}.")
        load_table(load, files, editions.origin(files, obtained_as))


def files_of(source: str, path: Path) -> Files:
    """The files of the table of ``source`` around ``path``, one of them."""
    files = find_files(path.parent, TABLE_OF[source])
    if files is None or path not in files.paths:
        raise ImportProblem(f"{path} is not a file of the table {source}.")
    return files


Loader = Callable[[Load, Release, Files], None]


def _one(load_file: Callable[..., None], **options: object) -> Loader:
    """A loader of a table that is always one file."""

    def loader(load: Load, release: Release, files: Files) -> None:
        load_file(load, release, files.paths[0], files.layout.all_columns, **options)

    return loader


def _ratings(load: Load, release: Release, files: Files, *, domain: Domain) -> None:
    load_ratings(load, release, files.paths, files.layout.all_columns, domain=domain)


def _education(load: Load, release: Release, files: Files) -> None:
    load_education(load, release, files.paths, files.layout.all_columns, companions=files.companions)


LOADERS: dict[str, Loader] = {
    sources.ONET_OCCUPATIONS: _one(load_occupations),
    sources.ONET_ALTERNATE_TITLES: _one(load_titles, kind=OtherTitle.Kind.ALTERNATE),
    sources.ONET_REPORTED_TITLES: _one(load_titles, kind=OtherTitle.Kind.REPORTED),
    sources.ONET_TASKS: _one(load_tasks),
    sources.ONET_TASK_RATINGS: _one(load_task_ratings),
    sources.ONET_SKILLS: partial(_ratings, domain=Domain.SKILLS),
    sources.ONET_KNOWLEDGE: partial(_ratings, domain=Domain.KNOWLEDGE),
    sources.ONET_ABILITIES: partial(_ratings, domain=Domain.ABILITIES),
    sources.ONET_WORK_STYLES: partial(_ratings, domain=Domain.WORK_STYLES),
    sources.ONET_INTERESTS: _one(load_interests),
    sources.ONET_JOB_ZONES: _one(load_job_zones),
    sources.ONET_EDUCATION: _education,
    sources.ONET_TECHNOLOGY: _one(load_technology),
    sources.ONET_RELATED: _one(load_related),
}
