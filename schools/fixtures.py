"""Fixtures of schools: all of the directory, and every program that leads to a career, of two years."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from careers.fixtures.files import agency_file, write_table
from careers.fixtures.manifest import ManifestEntry
from careers.fixtures.registry import register
from careers.importers.base.files import Row, checksum, read_table
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals
from careers.models import Occupation, SubjectType, Version
from careers.reference import sources
from schools.editorial.models import Placement
from schools.editorial.publishing import publish
from schools.importers import cip_files, ipeds, scorecard, scorecard_files
from schools.importers.cells import encoding_of
from schools.importers.completions import COLUMNS as COMPLETION_COLUMNS
from schools.importers.completions import FIRST_MAJOR, GRAND_TOTAL
from schools.importers.crosswalk import read_crosswalk, read_titles
from schools.importers.directory import COLUMNS as SCHOOL_COLUMNS
from schools.importers.directory import DirectoryRow, read_schools
from schools.listings import rebuild_listings
from schools.models import Listing
from schools.placement import Kind

GROUP = "schools"
ORDER = 80
YEARS = ("2024", "2023")
CIP_EDITION = "2020"
SCORECARD_EDITION = "about 2024"
#: An extract of C with seven of its columns.
EXTRACT = (
    "An extract of the agency's file with the columns of first majors only; here cut to programs that "
    "lead to an occupation, and to the agency's totals."
)
UNDATED_SCORECARD = (
    "A third party's extract of ten columns without the schools' numbers; its rows are matched to the "
    "directory by name, city and state, and those that match no school are left out."
)
EXAMPLES = f"{GROUP}/placements.toml"
LAST = 99
SCORECARD_COLUMNS = ("COSTT4_A", "TUITIONFEE_IN", "TUITIONFEE_OUT", "ADM_RATE_ALL", "MD_EARN_WNE_P10")


def build(data: Path, fixtures: Path) -> list[ManifestEntry]:
    """Write the files; their entries in loading order."""
    titles = agency_file(data, "cip/CIPCode2020.csv")
    crosswalk = agency_file(data, "cip/CIP2020_SOC2018_Crosswalk.xlsx")
    directory = agency_file(data, f"ipeds/hd{YEARS[0]}.csv")
    links = list(read_crosswalk(crosswalk, Refusals(crosswalk)))
    schools = list(read_schools(directory, Refusals(directory)))
    leading = {link.cip for link in links}
    numbers = {str(school.unitid) for school in schools}
    write = _Writer(fixtures)
    entries = [
        write(
            sources.CIP_CODES,
            CIP_EDITION,
            titles,
            ("CIPCode", "Action", "CIPTitle", "MovedTo"),
            _titles(titles),
        ),
        write(
            sources.CIP_SOC,
            CIP_EDITION,
            crosswalk,
            ("CIP2020Code", "SOC2018Code"),
            ((link.cip, link.soc) for link in links),
        ),
        write(
            sources.IPEDS_INSTITUTIONS, YEARS[0], directory, SCHOOL_COLUMNS, _cells(directory, SCHOOL_COLUMNS)
        ),
    ]
    for year in YEARS:
        original = agency_file(data, f"ipeds/c{year}_a*.csv")
        rows = _completions(original, leading, numbers)
        entries.append(
            write(sources.IPEDS_COMPLETIONS, year, original, COMPLETION_COLUMNS, rows, obtained_as=EXTRACT)
        )
    original = agency_file(data, "scorecard/college_scorecard.csv")
    entries.append(
        write(
            sources.SCORECARD_INSTITUTIONS,
            SCORECARD_EDITION,
            original,
            ("UNITID", "INSTNM", *SCORECARD_COLUMNS),
            _scorecard(original, schools),
            obtained_as=UNDATED_SCORECARD,
        )
    )
    return [*entries, _examples(fixtures)]


def _examples(fixtures: Path) -> ManifestEntry:
    """The demonstration placements are written by hand; the manifest only knows them."""
    path = fixtures / EXAMPLES
    digest = checksum(path)
    return ManifestEntry(GROUP, "examples-of-placements", "1", EXAMPLES, digest, path.name, digest, LAST)


class _Writer:
    """Writes one table after the other and numbers them."""

    def __init__(self, fixtures: Path) -> None:
        self.fixtures = fixtures
        self.order = ORDER

    def __call__(
        self,
        source: str,
        edition: str,
        original: Path,
        columns: Sequence[str],
        rows: Iterable[Sequence[object]],
        *,
        obtained_as: str = "original",
    ) -> ManifestEntry:
        number = edition.rsplit(" ", 1)[-1]
        path = f"{GROUP}/{source}-{number}.csv.gz"
        content = write_table(self.fixtures / path, columns, rows, is_csv=True)
        self.order += 1
        period = ipeds.reference_period(source, edition) if source.startswith("ipeds") else ""
        return ManifestEntry(
            GROUP,
            source,
            edition,
            path,
            content,
            original.name,
            checksum(original),
            self.order,
            reference_period=period,
            obtained_as=obtained_as,
        )


def _table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    for _, row in read_table(path, columns, delimiter=",", encoding=encoding_of(path), quoted=True):
        yield row


def _cells(path: Path, columns: Sequence[str]) -> Iterator[list[str]]:
    return ([row[name].strip() for name in columns] for row in _table(path, columns))


def _titles(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Without the agency's definitions; of those of moved codes, the code that they name."""
    moved_to = {row.code: row.moved_to for row in read_titles(path, Refusals(path))}
    for row in _table(path, ("CIPCode", "Action", "CIPTitle")):
        yield row["CIPCode"], row["Action"], row["CIPTitle"], moved_to.get(row["CIPCode"], "")


def _completions(path: Path, leading: set[str], schools: set[str]) -> Iterator[list[str]]:
    """First majors in programs that lead to an occupation, at schools that the newest directory still has."""
    for row in _table(path, COMPLETION_COLUMNS):
        is_wanted = row["CIPCODE"] in leading or row["CIPCODE"] == GRAND_TOTAL
        if is_wanted and row["MAJORNUM"] == FIRST_MAJOR and row["UNITID"] in schools:
            yield [row[name] for name in COMPLETION_COLUMNS]


def _scorecard(path: Path, schools: Sequence[DirectoryRow]) -> Iterator[list[object]]:
    matched, _ = scorecard.match(scorecard.read_named_institutions(path, Refusals(path)), schools)
    cells = dict(read_table(path, SCORECARD_COLUMNS, delimiter=",", encoding=encoding_of(path), quoted=True))
    names = {school.unitid: school.name for school in schools}
    for row in matched:
        yield [row.unitid, names[row.unitid], *(cells[row.line][name] for name in SCORECARD_COLUMNS)]


def load_cip(load: Load, entry: ManifestEntry, path: Path, _companions: Sequence[Path]) -> None:
    cip_files.load_file(load, entry.source, entry.origin(), path)


def load_ipeds(load: Load, entry: ManifestEntry, path: Path, _companions: Sequence[Path]) -> None:
    ipeds.load_file(load, entry.source, entry.origin(), path)
    rebuild_listings()


def load_scorecard(load: Load, entry: ManifestEntry, path: Path, _companions: Sequence[Path]) -> None:
    scorecard_files.load_file(load, entry.source, entry.origin(), path)
    rebuild_listings()


def load_examples(load: Load, _entry: ManifestEntry, path: Path, _companions: Sequence[Path]) -> None:
    """Put up the demonstration placements.

    One that was ever put up, or changed at the desk, is left as it is.
    """
    now = timezone.now()
    count = 0
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["placement"]:
        days, careers = row.pop("days"), row.pop("careers")
        was_there = Version.objects.of(SubjectType.PLACEMENT, row["key"]).exists()
        if was_there or not Listing.objects.filter(pk=row["unitid"], is_listed=True).exists():
            continue
        school_id = row.pop("unitid")
        end = now + dt.timedelta(days=days)
        placement = Placement(school_id=school_id, starts_at=now, ends_at=end, is_example=True, **row)
        if placement.kind == Kind.PAID and not settings.PAID_PLACEMENTS:
            continue
        placement.save()
        placement.careers.set(Occupation.objects.filter(pk__in=careers))
        publish(placement=placement, by="shipped examples", note="A demonstration; delete it at will.")
        count += 1
    if count:
        load.report.notes.append(f"Examples of placements: {count} put up.")


register(
    GROUP,
    build=build,
    loaders={
        "cip-": load_cip,
        "ipeds-": load_ipeds,
        "scorecard-": load_scorecard,
        "examples-of-placements": load_examples,
    },
)
