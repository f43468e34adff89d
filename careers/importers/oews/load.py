"""Loading wages: one file may hold several tables, each of which becomes a release of its own."""

import csv
import json
import tempfile
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TextIO

from careers.importers.base.files import checksum
from careers.importers.base.load import Load, Origin
from careers.importers.base.problems import ImportProblem, Refusals, refused_text
from careers.importers.base.sync import SyncTarget
from careers.importers.oews.layout import SOURCE_OF, WageArea, WageIndustry, WageRow
from careers.importers.oews.reader import about, read_wages
from careers.models import Area, Industry, Release, SocCode, Wage
from careers.models.figures import MEASURES
from careers.reference import sources

KEY = ("release", "soc", "group", "area", "industry", "ownership")
FIELDS = (*KEY, *(name.lower() for name in MEASURES), "is_annual_only", "is_hourly_only", "marks")
NATIONAL = sources.OEWS_NATIONAL


def load_wages(
    load: Load, path: Path, *, edition: str = "", obtained_as: str = "original", blanks_lost: bool = False
) -> None:
    """Load every table that the file holds. Raises ImportProblem when the file cannot be loaded."""
    description = about(path, edition)
    origin = Origin(
        source="",
        edition=description.edition,
        reference_period=description.edition,
        obtained_as=obtained_as,
        top_code_annual=description.top_code_annual,
        top_code_hourly=description.top_code_hourly,
        checksum=checksum(path),
    )
    load_wages_of(load, path, origin, blanks_lost=blanks_lost)


def load_wages_of(load: Load, path: Path, origin: Origin, *, blanks_lost: bool = False) -> None:
    """Load the file as what ``origin`` says; its rows must be of the source named there, if one is."""
    refusals, left_out = Refusals(path), Counter[str]()
    hourly_only = codes_by_the_hour(origin.edition) if blanks_lost else frozenset()
    rows = read_wages(path, refusals, blanks_lost=blanks_lost, hourly_only=hourly_only, left_out=left_out)
    with ExitStack() as open_files:
        tables = _spool(load.progress.track(rows, f"Reading {path.name}"), open_files)
        _check_tables(load, path, tables, origin, refusals)
        first = [refusals]
        for source in sorted(tables, key=[*SOURCE_OF.values()].index):
            _load_table(load, path, replace(origin, source=source), tables[source], first)
            first = []
    load.report.notes += [
        f"{path.name}: {count:,} rows of “{level}” are left out." for level, count in left_out.items()
    ]


def _check_tables(
    load: Load, path: Path, tables: Collection[str], origin: Origin, refusals: Refusals
) -> None:
    if origin.source and set(tables) - {origin.source}:
        names = ", ".join(sorted(tables))
        raise ImportProblem(f"{path.name} holds rows of {names}, not of {origin.source} alone.")
    if not tables and refusals.items and not load.skip_refused:
        raise ImportProblem(f"{refused_text(refusals.items)}\nNothing was loaded: not one row can be.")
    if not tables:
        load.report.notes.append(f"{path.name}: all {len(refusals.items):,} rows are refused.")


def codes_by_the_hour(edition: str) -> frozenset[str]:
    """The codes whose annual pay this edition never publishes, as its national table says."""
    wages = Wage.objects.filter(release__source=NATIONAL, release__edition=edition, is_hourly_only=True)
    return frozenset(wages.values_list("soc_id", flat=True))


@dataclass(slots=True)
class WageTable:
    """The rows of one source, kept on disk until areas and industries are known: there may be 400,000."""

    stream: TextIO
    has_top_codes: bool = False
    places: set[WageArea] = field(default_factory=set)
    branches: set[WageIndustry] = field(default_factory=set)

    def add(self, row: WageRow) -> None:
        self.places.add(row.place)
        self.branches.add(row.branch)
        marks = ""
        if row.marks:
            marks = json.dumps(row.marks)
            self.has_top_codes = self.has_top_codes or "#" in row.marks.values()
        csv.writer(self.stream).writerow(
            (
                *(
                    row.line,
                    row.soc,
                    row.group,
                    row.place.code,
                    row.branch.code,
                    row.branch.level,
                    row.ownership,
                ),
                *row.values,  # None is written as an empty cell
                "t" if row.is_annual_only else "f",
                "t" if row.is_hourly_only else "f",
                marks,
            )
        )

    def rows(self) -> Iterator[list[str]]:
        self.stream.seek(0)
        yield from csv.reader(self.stream)


def _spool(rows: Iterable[WageRow], open_files: ExitStack) -> dict[str, WageTable]:
    tables: dict[str, WageTable] = {}
    for row in rows:
        if row.source not in tables:
            stream = tempfile.TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115  closed by open_files
            tables[row.source] = WageTable(open_files.enter_context(stream))
        tables[row.source].add(row)
    return tables


def _load_table(load: Load, path: Path, origin: Origin, table: WageTable, refusals: list[Refusals]) -> None:
    if not table.has_top_codes:
        # May 2025 publishes what lies above the old cap, though its notes still name one.
        origin = replace(origin, top_code_annual=None, top_code_hourly=None)
    release = load.start_release(origin, path)
    is_newest = load.is_newest(release)
    _keep_places(load, table.places, rename=is_newest)
    industries = _keep_branches(load, table.branches, rename=is_newest)
    unknown = Refusals(path)
    codes = frozenset(SocCode.objects.values_list("code", flat=True))
    rows = _database_rows(table.rows(), release, industries, codes, unknown)
    target = SyncTarget(model=Wage, fields=FIELDS, key=KEY, scope={"release": release.pk}, subject="soc")
    load.load_rows(
        release, target, rows, path=path, label=f"Loading {release}", refusals=[*refusals, unknown]
    )


def _database_rows(
    rows: Iterable[list[str]],
    release: Release,
    industries: dict[tuple[str, str], int],
    codes: Container[str],
    refusals: Refusals,
) -> Iterator[tuple[int, list[Any]]]:
    for line, soc, group, area, branch, level, ownership, *values, annual_only, hourly_only, marks in rows:
        if soc not in codes:
            refusals.add(
                int(line),
                f"column OCC_CODE, value {soc!r}: no occupation of the SOC that is loaded has this code",
            )
            continue
        yield (
            int(line),
            [release.pk, soc, group, area, industries[branch, level], ownership]
            + [value or None for value in values]
            + [annual_only, hourly_only, json.loads(marks) if marks else None],
        )


def _keep_places(load: Load, places: set[WageArea], *, rename: bool) -> None:
    stored_areas = Area.objects.in_bulk([place.code for place in places])
    areas = [Area(code=place.code, title=place.title, kind=place.kind, state=place.state) for place in places]
    new_areas = [area for area in areas if area.code not in stored_areas]
    names = ("title", "kind", "state")
    changed = [
        area
        for area in areas
        if rename
        and area.code in stored_areas
        and any(getattr(area, name) != getattr(stored_areas[area.code], name) for name in names)
    ]
    Area.objects.bulk_create(new_areas)
    Area.objects.bulk_update(changed, names)
    if new_areas or changed:
        load.report.notes.append(f"Areas: {len(new_areas):,} new, {len(changed):,} with another name.")


def _keep_branches(load: Load, branches: set[WageIndustry], *, rename: bool) -> dict[tuple[str, str], int]:
    """The database's key of each industry, by code and level."""
    industries = {(industry.code, industry.level): industry for industry in Industry.objects.all()}
    new_industries, changed = [], []
    for branch in branches:
        industry = industries.get((branch.code, branch.level))
        if industry is None:
            new_industries.append(Industry(code=branch.code, level=branch.level, title=branch.title))
        elif rename and industry.title != branch.title:
            industry.title = branch.title
            changed.append(industry)
    for industry in Industry.objects.bulk_create(new_industries):
        industries[industry.code, industry.level] = industry
    Industry.objects.bulk_update(changed, ["title"])
    if new_industries or changed:
        load.report.notes.append(
            f"Industries: {len(new_industries):,} new, {len(changed):,} with another name."
        )
    return {key: industry.pk for key, industry in industries.items()}
