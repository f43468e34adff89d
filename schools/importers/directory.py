"""The IPEDS directory of institutions (HD): names, places, kinds, and who is closed or merged."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from django.utils.text import slugify

from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.models import Release
from schools.importers.cells import NOTHING, agency_rows, count, degrees, needed_count, needed_words, words
from schools.models import School

COLUMNS = (
    "UNITID", "INSTNM", "IALIAS", "ADDR", "CITY", "STABBR", "ZIP", "GENTELE", "WEBADDR", "ADMINURL",
    "FAIDURL", "NPRICURL", "SECTOR", "ICLEVEL", "CONTROL", "OPEFLAG", "ACT", "NEWID", "DEATHYR", "CLOSEDAT",
    "CYACTIVE", "HBCU", "TRIBAL", "LOCALE", "INSTSIZE", "COUNTYNM", "CBSA", "LONGITUD", "LATITUDE",
)  # fmt: skip
#: Slugs below /schools/ that are pages of their own.
RESERVED = frozenset({"placements", "compare", "export", "near", "states"})
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
OFFICE = "0"  # SECTOR: administrative unit
ACTIVE = "1"  # CYACTIVE
#: What schools write where they have no other name.
NO_NAME = frozenset({"n/a", "na", "none", "not applicable", *NOTHING})
CHILD = "G"  # ACT: still there, but reported together with another institution
AID = {"1": True, "2": True, "5": False, "6": False}  # OPEFLAG: takes part, branch of one that does; doesn't


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """A school as the directory has it, ready for ``School``'s fields of the same names."""

    line: int
    unitid: int
    name: str
    aliases: list[str]
    street: str
    city: str
    state: str
    zip_code: str
    county: str
    metro_code: str
    latitude: float | None
    longitude: float | None
    phone: str
    website: str
    admissions_page: str
    aid_page: str
    price_page: str
    control: str
    length: str
    size: str
    locale: str
    is_office: bool
    takes_federal_aid: bool | None
    is_hbcu: bool
    is_tribal: bool
    status: School.Status
    closed_on: str
    merged_into: int | None


FIELDS = tuple(field.name for field in fields(DirectoryRow) if field.name != "line")


def read_schools(path: Path, refusals: Refusals) -> Iterator[DirectoryRow]:
    return agency_rows(path, COLUMNS, _parse, refusals)


def _parse(line: int, row: Row) -> DirectoryRow:
    status, closed_on, merged_into = _fate(row)
    state = needed_words(row, "STABBR", 2)
    if not re.fullmatch("[A-Z]{2}", state):
        raise RowProblem("it is not a postal code of a state", column="STABBR", value=state)
    return DirectoryRow(
        line=line,
        unitid=needed_count(row, "UNITID"),
        name=needed_words(row, "INSTNM", 150),
        aliases=_aliases(row),
        street=words(row, "ADDR", 150),
        city=_city(needed_words(row, "CITY", 60)),
        state=state,
        zip_code=words(row, "ZIP", 10),
        county=words(row, "COUNTYNM", 60),
        metro_code=words(row, "CBSA", 5),
        latitude=degrees(row, "LATITUDE", -90, 90),
        longitude=degrees(row, "LONGITUD", -180, 180),
        phone=re.sub(r"\D", "", words(row, "GENTELE", 30))[:20],
        website=web_address(row["WEBADDR"]),
        admissions_page=web_address(row["ADMINURL"]),
        aid_page=web_address(row["FAIDURL"]),
        price_page=web_address(row["NPRICURL"]),
        control=_one_of(row, "CONTROL", School.Control.values),
        length=_one_of(row, "ICLEVEL", School.Length.values),
        size=_one_of(row, "INSTSIZE", School.Size.values),
        locale=words(row, "LOCALE", 2),
        is_office=row["SECTOR"].strip() == OFFICE,
        takes_federal_aid=AID.get(row["OPEFLAG"].strip()),
        is_hbcu=row["HBCU"].strip() == "1",
        is_tribal=row["TRIBAL"].strip() == "1",
        status=status,
        closed_on=closed_on,
        merged_into=merged_into,
    )


def _fate(row: Row) -> tuple[School.Status, str, int | None]:
    """Open or not, since when, and where it went.

    CYACTIVE alone does not tell: a school that closed within the year still counts as active and has a
    DEATHYR, and a campus that is now reported together with its parent (ACT is G) counts as inactive while it
    teaches on.
    """
    successor = count(row, "NEWID")
    closed_on = _closing_date(row)
    if row["ACT"].strip() == CHILD and successor:
        return School.Status.PART, "", successor
    if successor:
        return School.Status.MERGED, closed_on, successor
    if closed_on or row["CYACTIVE"].strip() != ACTIVE:
        return School.Status.CLOSED, closed_on, None
    return School.Status.OPEN, "", None


def _closing_date(row: Row) -> str:
    day = DAY.fullmatch(row["CLOSEDAT"].strip())
    if day:
        return f"{day[3]}-{int(day[1]):02d}-{int(day[2]):02d}"
    year = count(row, "DEATHYR", 9999)
    return str(year) if year else ""


def _one_of(row: Row, column: str, allowed: Iterable[str]) -> str:
    value = row[column].strip()
    if value in NOTHING or value == "0":
        return ""
    if value not in allowed:
        raise RowProblem(f"it is none of {', '.join(filter(None, allowed))}", column=column, value=value)
    return value


def _aliases(row: Row) -> list[str]:
    """Other names. Schools separate them by "|", a comma, or two spaces and more."""
    parts = re.split(r"\||,|\s{2,}", row["IALIAS"])
    tidy = (" ".join(part.split()) for part in parts)
    return list(dict.fromkeys(part for part in tidy if len(part) > 1 and part.lower() not in NO_NAME))


def _city(name: str) -> str:
    """A few schools write their city in capitals; two such letters may be all there is to a name."""
    return name.title() if name.isupper() and len(name) > 2 else name


def web_address(text: str) -> str:
    """A full web address of what schools report, usually without https; empty where it is none.

    Some report a mail address, a remark after the address, or a fragment that only their own script
    understands.
    """
    start = text.strip()
    if not start or start in NOTHING:
        return ""
    if "://" not in start:
        start = "https://" + start
    try:
        parts = urlsplit(start)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    is_host = re.fullmatch(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}", host)
    if parts.scheme.lower() not in {"http", "https"} or not is_host or "@" in parts.netloc:
        return ""
    path = quote(re.split(r"\s", parts.path)[0], safe="/%:@!$&'()*+,;=~-._")
    query = quote(re.split(r"\s", parts.query)[0], safe="/%:@!$&'()*+,;=~-._?")
    address = urlunsplit((parts.scheme.lower(), parts.netloc, path, query, ""))
    return address if len(address) <= 300 else ""


def give_slugs(rows: Iterable[DirectoryRow]) -> dict[int, str]:
    """The slug of each school by UNITID: the one it has, or for a new one its name.

    Where schools share a name, all the new ones among them get their city too, and their UNITID where that is
    still shared. A school that already has a slug keeps it whoever else arrives.
    """
    slugs = dict(School.objects.values_list("unitid", "slug"))
    new = [row for row in rows if row.unitid not in slugs]
    taken = {*slugs.values(), *RESERVED}
    by_name = {row.unitid: _slug(row.name) for row in new}
    by_city = {row.unitid: _slug(row.name, row.city) for row in new}
    names, cities = Counter(by_name.values()), Counter(by_city.values())
    for row in sorted(new, key=lambda row: row.unitid):
        candidates = [
            *([by_name[row.unitid]] if names[by_name[row.unitid]] == 1 else []),
            *([by_city[row.unitid]] if cities[by_city[row.unitid]] == 1 else []),
            f"{by_city[row.unitid]}-{row.unitid}",
        ]
        slug = next(slug for slug in candidates if slug and slug not in taken)
        slugs[row.unitid] = slug
        taken.add(slug)
    return slugs


def _slug(*parts: str) -> str:
    return slugify(" ".join(parts).replace("'", "").replace("’", ""))[:165].strip("-")


def load_schools(load: Load, release: Release, path: Path) -> None:
    """Bring the schools to what the directory says.

    Only the newest directory may change a school. An older one adds the schools that only it has.
    """
    refusals = Refusals(path)
    rows = list(read_schools(path, refusals))
    if not load.is_newest(release):
        of_newer = set(School.objects.exclude(release=release).values_list("unitid", flat=True))
        rows = [row for row in rows if row.unitid not in of_newer]
    slugs = give_slugs(rows)
    target = SyncTarget(
        School,
        (*FIELDS, "slug", "release"),
        key=("unitid",),
        scope={"release_id": release.pk},
        subject="unitid",
    )
    values = (
        (row.line, (*(getattr(row, name) for name in FIELDS), slugs[row.unitid], release.pk)) for row in rows
    )
    load.load_rows(release, target, values, path=path, label="Schools", refusals=[refusals])
