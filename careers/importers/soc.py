"""The Standard Occupational Classification.

Its groups and occupations, and the codes that wages combine them into.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from careers.importers.base.cells import SOC_CODE, code, needed, parsed_rows
from careers.importers.base.files import Row, sheet_rows
from careers.importers.base.load import Load, Origin
from careers.importers.base.problems import ImportProblem, Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.models import SocCode
from careers.reference import sources
from careers.reference.combined_codes import COMBINED_TITLES, TOTAL_CODE, TOTAL_TITLE

SOURCE = sources.SOC_STRUCTURE
#: The columns of the agency's workbook; each row fills one of them, and the title stands in the next but
#: unnamed one.
GROUP_COLUMNS = ("Major Group", "Minor Group", "Broad Group", "Detailed Occupation")
LEVELS = (SocCode.Level.MAJOR, SocCode.Level.MINOR, SocCode.Level.BROAD, SocCode.Level.DETAILED)
#: The columns of the same table as CSV, as it is kept in fixtures/.
CSV_COLUMNS = ("code", "title", "level")
ADDED_LINE = 0


@dataclass(frozen=True, slots=True)
class SocRow:
    line: int
    code: str
    title: str
    level: str


def read_soc(path: Path, refusals: Refusals) -> Iterator[SocRow]:
    """The codes of the agency's workbook (soc_structure_2018.xlsx).

    Or those of a CSV file with code, title and level.
    """
    name = path.name.removesuffix(".gz")
    return _read_csv(path, refusals) if name.endswith(".csv") else _read_workbook(path, refusals)


def _read_csv(path: Path, refusals: Refusals) -> Iterator[SocRow]:
    def parse(line: int, row: Row) -> SocRow:
        if row["level"] not in LEVELS:
            raise RowProblem(f"it is none of {', '.join(LEVELS)}", column="level", value=row["level"])
        return SocRow(line, code(row, "code", SOC_CODE), needed(row, "title", 200), row["level"])

    return parsed_rows(path, CSV_COLUMNS, parse, refusals, is_csv=True)


def _read_workbook(path: Path, refusals: Refusals) -> Iterator[SocRow]:
    is_below_header = False
    for line, cells in enumerate(sheet_rows(path), start=1):
        texts = [str(cell).strip() for cell in cells[:5]]
        if tuple(texts[:4]) == GROUP_COLUMNS:
            is_below_header = True
        elif is_below_header and any(texts):
            try:
                yield _row(line, texts)
            except RowProblem as problem:
                refusals.add(line, problem)
    if not is_below_header:
        raise ImportProblem(
            f"{path.name} has no row with the columns {', '.join(GROUP_COLUMNS)}. "
            "Use soc_structure_2018.xlsx."
        )


def _row(line: int, texts: list[str]) -> SocRow:
    filled = [place for place in range(4) if texts[place]]
    if len(filled) != 1:
        raise RowProblem("it fills none or several of the four group columns", column="", value="")
    place = filled[0]
    row = {GROUP_COLUMNS[place]: texts[place], "Title": texts[4]}
    return SocRow(line, code(row, GROUP_COLUMNS[place], SOC_CODE), needed(row, "Title", 200), LEVELS[place])


def added_rows() -> list[SocRow]:
    """Codes that the classification itself does not have: all occupations, and five combined ones."""
    combined = [
        SocRow(ADDED_LINE, code, title, SocCode.Level.COMBINED) for code, title in COMBINED_TITLES.items()
    ]
    return [SocRow(ADDED_LINE, TOTAL_CODE, TOTAL_TITLE, SocCode.Level.TOTAL), *combined]


def load_soc(load: Load, path: Path, origin: Origin) -> None:
    """Bring the codes to what ``path`` says. An older edition beside a newer one only adds codes."""
    release = load.start_release(origin, path)
    refusals = Refusals(path)
    is_newest = load.is_newest(release)
    elsewhere = set(SocCode.objects.exclude(release=release).values_list("code", flat=True))

    def values() -> Iterator[tuple[int, tuple[object, ...]]]:
        for row in (*read_soc(path, refusals), *added_rows()):
            if is_newest:
                yield row.line, (row.code, row.title, row.level, release.pk)
            elif row.code not in elsewhere:
                yield row.line, (row.code, row.title, row.level, release.pk, True)

    fields = ("code", "title", "level", "release")
    target = SyncTarget(
        SocCode,
        fields if is_newest else (*fields, "is_vanished"),
        key=("code",),
        scope={},
        subject="code",
        marks_vanished=is_newest,
    )
    load.load_rows(release, target, values(), path=path, label="SOC codes", refusals=[refusals])
