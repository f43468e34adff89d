"""O*NET occupations, their addresses, and the other titles that people use for them."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils.text import slugify

from careers.importers.base.cells import code, needed, parsed_rows, text, yes_no
from careers.importers.base.files import Row
from careers.importers.base.load import Load
from careers.importers.base.problems import Refusals, RowProblem
from careers.importers.base.sync import SyncTarget
from careers.importers.onet.layouts import Columns
from careers.importers.onet.rows import of_loaded_occupations
from careers.models import Address, Occupation, OtherTitle, Release, SocCode

SOC_LENGTH = len("29-2072")
OCCUPATION_FIELDS: tuple[str, ...] = ("code", "soc", "title", "description", "release")
TITLE_LABELS = {OtherTitle.Kind.ALTERNATE: "Alternate titles", OtherTitle.Kind.REPORTED: "Reported titles"}


@dataclass(frozen=True, slots=True)
class OccupationRow:
    """``description`` is None where the file has no such column."""

    line: int
    onet: str
    title: str
    description: str | None

    @property
    def soc(self) -> str:
        """The SOC code that an O*NET-SOC code belongs to is its first seven characters."""
        return self.onet[:SOC_LENGTH]


def read_occupations(path: Path, columns: Columns, refusals: Refusals) -> Iterator[OccupationRow]:
    def parse(line: int, row: Row) -> OccupationRow:
        has_description = columns["description"] in row
        return OccupationRow(
            line,
            code(row, columns["onet"]),
            needed(row, columns["title"], 200),
            text(row, columns["description"], 5000) if has_description else None,
        )

    needed_columns = [column for name, column in columns.items() if name != "description"]
    return parsed_rows(path, needed_columns, parse, refusals)


def load_occupations(load: Load, release: Release, path: Path, columns: Columns) -> None:
    """Bring the occupations to what the file says, and give each new one its address.

    Only the newest release may rename occupations or mark them as vanished. An older one adds the occupations
    that only it has, marked as vanished, so that its figures have something to belong to.
    """
    refusals = Refusals(path)
    groups = set(SocCode.objects.values_list("code", flat=True))
    rows = _of_known_soc(read_occupations(path, columns, refusals), groups, columns["onet"], refusals)
    fields, label, added = OCCUPATION_FIELDS, "Occupations", list[bool]()
    if not load.is_newest(release):
        fields, added = (*fields, "is_vanished"), [True]
        label = "Occupations that only this older release has"
        elsewhere = set(Occupation.objects.exclude(release=release).values_list("code", flat=True))
        rows = (row for row in rows if row.onet not in elsewhere)
    target = SyncTarget(
        Occupation,
        fields,
        key=("code",),
        scope={},
        subject="code",
        marks_vanished="is_vanished" not in fields,
    )
    # A file without descriptions must not wipe those that an operator has loaded.
    described = dict(Occupation.objects.values_list("code", "description"))
    values = (
        (row.line, (row.onet, row.soc, row.title, _description(row, described), release.pk, *added))
        for row in rows
    )
    load.load_rows(release, target, values, path=path, label=label, refusals=[refusals])
    give_addresses()


def _description(row: OccupationRow, described: Mapping[str, str]) -> str:
    return described.get(row.onet, "") if row.description is None else row.description


def _of_known_soc(
    rows: Iterable[OccupationRow], codes: Container[str], column: str, refusals: Refusals
) -> Iterator[OccupationRow]:
    for row in rows:
        if row.soc in codes:
            yield row
        else:
            problem = f"the SOC code {row.soc} is not loaded; run import_soc first"
            refusals.add(row.line, RowProblem(problem, column=column, value=row.onet))


def give_addresses() -> int:
    """Give each occupation without an address the one made from its title. Returns how many were given.

    An address is given once and never changes. Where a title's address is taken, the code is added to it;
    codes are taken in order, so that the outcome is always the same.
    """
    taken = set(Address.objects.values_list("slug", flat=True))
    addresses = []
    for occupation in Occupation.objects.filter(addresses=None).order_by("code"):
        slug = slugify(occupation.title)[:120].strip("-")
        if not slug or slug in taken:
            suffix = slugify(occupation.code.replace(".", "-"))
            slug = f"{slug[: 120 - len(suffix) - 1]}-{suffix}".strip("-")
        taken.add(slug)
        addresses.append(Address(slug=slug, occupation=occupation))
    Address.objects.bulk_create(addresses)
    return len(addresses)


@dataclass(frozen=True, slots=True)
class TitleRow:
    line: int
    onet: str
    title: str
    short_title: str
    is_shown_in_my_next_move: bool | None


def read_titles(path: Path, columns: Columns, refusals: Refusals) -> Iterator[TitleRow]:
    """Alternate titles (with a short title) or reported titles (with whether My Next Move shows them)."""

    def parse(line: int, row: Row) -> TitleRow:
        return TitleRow(
            line,
            code(row, columns["onet"]),
            needed(row, columns["title"], 250),
            text(row, columns["short"], 150) if "short" in columns else "",
            yes_no(row, columns["is_shown"]) if "is_shown" in columns else None,
        )

    return parsed_rows(path, columns.values(), parse, refusals)


def load_titles(load: Load, release: Release, path: Path, columns: Columns, *, kind: OtherTitle.Kind) -> None:
    refusals = Refusals(path)
    rows = _once(of_loaded_occupations(read_titles(path, columns, refusals), columns, refusals))
    target = SyncTarget.of_release(
        OtherTitle,
        release,
        ("occupation", "kind", "title"),
        ("short_title", "is_shown_in_my_next_move"),
        subject="occupation",
        kind=str(kind),
    )
    values = (
        (
            row.line,
            (release.pk, row.onet, str(kind), row.title, row.short_title, row.is_shown_in_my_next_move),
        )
        for row in rows
    )
    load.load_rows(release, target, values, path=path, label=TITLE_LABELS[kind], refusals=[refusals])


def _once(rows: Iterable[TitleRow]) -> Iterator[TitleRow]:
    """The first row of each title: the same title may come from two collections of the agency."""
    seen = set()
    for row in rows:
        if (row.onet, row.title) not in seen:
            seen.add((row.onet, row.title))
            yield row
