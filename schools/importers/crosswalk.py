"""CIP codes and titles, older codes, and the crosswalk from programs to occupations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from careers.importers.base.cells import SOC_CODE
from careers.importers.base.files import Row, sheet_rows
from careers.importers.base.load import Load
from careers.importers.base.problems import ImportProblem, Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.models import Release
from schools.importers.cells import agency_rows, cip_code, header_of, needed_words, words
from schools.models import CipChange, CipCode, CipSoc

NO_SOC = "99-9999"  # the crosswalk's own sign: no occupation matches this program
NO_CIP = "99.9999"  # … or no program matches this occupation
SHEET = "CIP-SOC"
CROSSWALK_COLUMNS = ("CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title")
TITLE_COLUMNS = ("CIPCode", "Action", "CIPTitle")
MOVED = re.compile(r"(?:[Mm]oved from \S+ to|[Rr]eport under) (\d\d\.\d{4})\b")
GONE = ("Moved from", "Deleted")
LEVELS = {2: CipCode.Level.FAMILY, 5: CipCode.Level.GROUP, 7: CipCode.Level.PROGRAM}


@dataclass(frozen=True, slots=True)
class CipTitleRow:
    """One row of the CIP's titles.

    ``definition`` is None where the file has no such column; ``moved_to`` is the code that took this one's
    place.
    """

    line: int
    code: str
    title: str
    definition: str | None
    is_current: bool
    moved_to: str


def read_titles(path: Path, refusals: Refusals) -> Iterator[CipTitleRow]:
    """Codes and titles of the CIP.

    What the agency says of a code that it took away is in the definition's place.
    """

    def parse(line: int, row: Row) -> CipTitleRow:
        definition = words(row, "CIPDefinition", 5000) if "CIPDefinition" in row else None
        is_gone = row["Action"].strip() in GONE
        moved = MOVED.search(definition or "") if is_gone else None
        moved_to = (
            moved[1] if moved else words(row, "MovedTo", 7)
        )  # this site's own column, in files without sentences
        return CipTitleRow(
            line,
            cip_code(row, "CIPCode"),
            tidy_title(needed_words(row, "CIPTitle", 200)),
            definition,
            # “Reserved” codes exist in Canada only.
            not is_gone and row["CIPTitle"].strip() != "Reserved.",
            moved_to,
        )

    return agency_rows(path, TITLE_COLUMNS, parse, refusals)


def tidy_title(title: str) -> str:
    """Without the full stop that ends each title; families, written in capitals, in ordinary letters."""
    title = title.removesuffix(".")
    if not title.isupper():
        return title
    small = {"And", "Of", "The", "In", "For", "Or", "To", "With"}
    parts = re.sub(r"[A-Z]+", lambda word: word[0].capitalize(), title).split(" ")
    return " ".join(part.lower() if place and part in small else part for place, part in enumerate(parts))


def load_titles(load: Load, release: Release, path: Path) -> None:
    """Bring CIP codes to what the file says.

    Definitions that an operator loaded outlive a file without them.
    """
    refusals = Refusals(path)
    rows = list(read_titles(path, refusals))
    present = dict(CipCode.objects.values_list("code", "definition"))
    if not load.is_newest(release):
        rows = [row for row in rows if row.code not in present]
    target = SyncTarget(
        CipCode,
        ("code", "title", "definition", "level", "family", "is_current", "release"),
        key=("code",),
        scope={"release_id": release.pk},
        subject="code",
    )
    values = (
        (
            row.line,
            (
                row.code,
                row.title,
                present.get(row.code, "") if row.definition is None else _own_words(row),
                str(LEVELS[len(row.code)]),
                row.code[:2],
                row.is_current,
                release.pk,
            ),
        )
        for row in rows
    )
    load.load_rows(release, target, values, path=path, label="Program codes", refusals=[refusals])
    _load_moves(load, release, path, rows)


def _own_words(row: CipTitleRow) -> str:
    return (row.definition or "") if row.is_current else ""


def _load_moves(load: Load, release: Release, path: Path, rows: list[CipTitleRow]) -> None:
    """Codes that this edition itself took away, so that their old addresses point on."""
    values = [
        (row.line, (release.pk, row.code, release.edition, row.moved_to, row.title))
        for row in rows
        if row.moved_to
    ]
    load.load_rows(release, _changes(release), values, path=path, label="Program codes that moved")


def _changes(release: Release) -> SyncTarget:
    return SyncTarget(
        CipChange,
        ("release", "old_code", "old_edition", "new", "old_title"),
        key=("release", "old_code", "new"),
        scope={"release_id": release.pk},
        subject="new",
    )


def load_changes(load: Load, release: Release, path: Path) -> None:
    """The agency's table from an older edition's codes to this one's (CIPCode2010 … CIPCode2020)."""
    old, new = _change_columns(path)
    refusals = Refusals(path)
    old_year = old.removeprefix("CIPCode")

    def parse(line: int, row: Row) -> tuple[int, tuple[object, ...]] | None:
        if not row[new].strip().strip('="') or not row[old].strip().strip('="'):
            return None  # deleted without a successor, or new in this edition
        before, after = cip_code(row, old), cip_code(row, new)
        title = tidy_title(words(row, f"CIPTitle{old_year}", 200))
        return None if before == after else (line, (release.pk, before, old_year, after, title))

    rows = agency_rows(path, (old, new), parse, refusals)
    load.load_rows(
        release, _changes(release), rows, path=path, label="Older program codes", refusals=[refusals]
    )


def _change_columns(path: Path) -> tuple[str, str]:
    years = sorted(name for name in header_of(path) if re.fullmatch(r"CIPCode(19|20)\d\d", name))
    if len(years) != 2:
        raise ImportProblem(
            f"{path.name}, line 1: it should have two columns of codes, such as CIPCode2010 and CIPCode2020; "
            f"it has {', '.join(years) or 'none'}. Check that it is the right file."
        )
    return years[0], years[1]


@dataclass(frozen=True, slots=True)
class LinkRow:
    line: int
    cip: str
    soc: str


def read_crosswalk(path: Path, refusals: Refusals) -> Iterator[LinkRow]:
    """Pairs of program and occupation. The pairs that say “no match” are left out: they are not a link."""
    for line, row in _crosswalk_cells(path):
        cip, soc = row["CIP2020Code"], row["SOC2018Code"]
        if NO_SOC in (soc, cip) or NO_CIP in (soc, cip):
            continue
        try:
            if not SOC_CODE.fullmatch(soc):
                raise RowProblem("it is not a code like 29-2072", column="SOC2018Code", value=soc)
            yield LinkRow(line, cip_code(row, "CIP2020Code"), soc)
        except RowProblem as problem:
            refusals.add(line, problem)


def _crosswalk_cells(path: Path) -> Iterator[tuple[int, Row]]:
    if path.suffix != ".xlsx":
        columns = ("CIP2020Code", "SOC2018Code")
        yield from agency_rows(path, columns, lambda line, row: (line, row), Refusals(path))
        return
    rows = sheet_rows(path, SHEET)
    header = [str(cell).strip() for cell in next(rows, [])]
    if missing := [name for name in CROSSWALK_COLUMNS if name not in header]:
        raise ImportProblem(
            f"{path.name}, sheet {SHEET}, row 1: the columns {', '.join(missing)} are missing; it has "
            f"{', '.join(header[:20])}. Check that it is the right file."
        )
    for line, cells in enumerate(rows, start=2):
        yield line, dict(zip(header, (str(cell).strip() for cell in cells), strict=False))


def load_crosswalk(load: Load, release: Release, path: Path) -> None:
    refusals = Refusals(path)
    target = SyncTarget.of_release(CipSoc, release, ("cip", "soc"), subject="soc")
    values = ((row.line, (release.pk, row.cip, row.soc)) for row in read_crosswalk(path, refusals))
    load.load_rows(
        release, target, values, path=path, label="Programs and their careers", refusals=[refusals]
    )
