"""The frame of every load.

One transaction, one lock, a release for each table, a report, and fresh sheets at the end.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from django.db import transaction
from django.utils import timezone

from careers.formatting.progress import Progress, SilentProgress
from careers.importers.base.files import checksum
from careers.importers.base.problems import ImportProblem, Refusal, Refusals, refused_text
from careers.importers.base.sync import SyncTarget, Tally, sync
from careers.models import AuditEntry, ContentVersion, KnownEdition, Release
from careers.models.locks import Lock, try_to_take, wait_for
from careers.reference.sources import SOURCES, edition_order
from careers.search.index import rebuild_index
from careers.sheets.build import rebuild_sheets

MANY_ROWS = 1_000  # from here on, tables that shrink a lot are cut-off files rather than changes


@dataclass(frozen=True, slots=True)
class Origin:
    """Which edition a file is of, and how it came here. Dates are partial; empty where not known."""

    source: str
    edition: str
    reference_period: str = ""
    published_on: str = ""
    next_expected_on: str = ""
    obtained_as: str = "original"
    top_code_annual: int | None = None
    top_code_hourly: Decimal | None = None
    file_name: str = ""
    checksum: str = ""


@dataclass(slots=True)
class TableReport:
    """What loading one table did."""

    release: str
    file: str
    rows: int
    tally: Tally

    def __str__(self) -> str:
        tally = self.tally
        return (
            f"{self.release} ({self.file}): {self.rows:,} rows. Created {tally.created:,}, "
            f"changed {tally.changed:,}, unchanged {tally.unchanged:,}, "
            f"vanished {tally.vanished:,}, refused {len(tally.refused):,}."
        )


@dataclass(slots=True)
class ImportReport:
    """What a whole load did, table by table; ``sheets`` counts the occupations whose page changed."""

    tables: list[TableReport] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    has_other_changes: bool = False
    sheets: int = 0

    @property
    def is_change(self) -> bool:
        return self.has_other_changes or any(table.tally.is_change for table in self.tables)

    @property
    def refused(self) -> list[Refusal]:
        return [refusal for table in self.tables for refusal in table.tally.refused]

    def __str__(self) -> str:
        lines = [*map(str, self.tables), *self.notes]
        if self.refused:
            lines += ["Refused:", refused_text(self.refused)]
        lines.append(f"Pages whose figures changed: {self.sheets:,}.")
        return "\n".join(lines)


@dataclass(slots=True)
class Load:
    """A load under way. Importers call ``start_release`` for each table, then ``load_rows`` to fill it."""

    progress: Progress
    skip_refused: bool = False
    accept_fewer: bool = False
    report: ImportReport = field(default_factory=ImportReport)
    _counts: Counter[int] = field(default_factory=Counter)  # of rows by release; some have several tables

    def start_release(self, origin: Origin, path: Path) -> Release:
        """The release row of ``origin``, made or brought up to date.

        Unknown dates are taken from the known editions.
        """
        source = SOURCES[origin.source]
        known_edition = KnownEdition.objects.filter(family=source.family, edition=origin.edition).first()
        values = {
            "edition_order": edition_order(origin.edition),
            "reference_period": origin.reference_period,
            "published_on": origin.published_on or (known_edition.published_on if known_edition else ""),
            "next_expected_on": origin.next_expected_on
            or (known_edition.next_expected_on if known_edition else ""),
            "publisher": source.publisher,
            "license": source.license,
            "credit_line": source.credit_for(origin.edition),
            "address": source.address,
            "obtained_as": origin.obtained_as,
            "top_code_annual": origin.top_code_annual,
            "top_code_hourly": origin.top_code_hourly,
            "file_name": origin.file_name or path.name,
            "checksum": origin.checksum or checksum(path),
        }
        release, is_new = Release.objects.get_or_create(
            source=origin.source, edition=origin.edition, defaults={**values, "loaded_at": timezone.now()}
        )
        if not is_new and any(getattr(release, name) != value for name, value in values.items()):
            Release.objects.filter(pk=release.pk).update(**values, loaded_at=timezone.now())
            release.refresh_from_db()
        return release

    def is_newest(self, release: Release) -> bool:
        """Whether no newer release of the same table is loaded (older ones don't rename occupations)."""
        newest = Release.objects.newest(release.source).first()
        return newest is None or newest.pk == release.pk

    def load_rows(
        self,
        release: Release,
        target: SyncTarget,
        rows: Iterable[tuple[int, Sequence[Any]]],
        *,
        path: Path,
        label: str,
        refusals: Iterable[Refusals] = (),
    ) -> Tally:
        """Bring ``target`` to ``rows``. Raises ImportProblem when rows are refused and that was not allowed.

        ``refusals`` are those that the readers fill while ``rows`` is used up.
        """
        tally = sync(target, self.progress.track(rows, label), file=path.name)
        tally.refused[:0] = [refusal for group in refusals for refusal in group.items]
        if tally.refused and not self.skip_refused:
            raise ImportProblem(
                refused_text(tally.refused)
                + "\nNothing was loaded. Mend the file, load what is missing first, or leave "
                "these rows out with --skip-refused."
            )
        total = tally.created + tally.changed + tally.unchanged
        if not self.accept_fewer:
            self._refuse_far_fewer(release, target, tally, path)
        self.report.tables.append(TableReport(str(release), path.name, total + len(tally.refused), tally))
        self._counts[release.pk] += total
        if release.row_count != self._counts[release.pk]:
            release.row_count = self._counts[release.pk]
            release.save(update_fields=["row_count"])
        return tally

    def _refuse_far_fewer(self, release: Release, target: SyncTarget, tally: Tally, path: Path) -> None:
        """Refuse a file that was cut off between two lines, which only its number of rows can tell.

        Loaded again, an edition keeps nine tenths of its rows; another edition has at least half as many.
        """
        total = tally.created + tally.changed + tally.unchanged
        loaded = total + tally.vanished
        if loaded >= MANY_ROWS and tally.vanished > loaded / 10:
            missing = f"{tally.vanished:,} rows of {release} that are loaded are not in it"
            self._refuse_as_cut_off(path, total, missing)
        other = Release.objects.of(release.source).exclude(pk=release.pk).newest_first().first()
        belongs = next((name for name in ("release", "release_id") if name in target.scope), None)
        if other is None or belongs is None:
            return
        rows = target.model._default_manager  # noqa: SLF001  the name that Django documents
        theirs = rows.filter(**{**target.scope, belongs: other.pk}).count()
        if theirs >= MANY_ROWS and theirs > 2 * total:
            self._refuse_as_cut_off(path, total, f"{other} has {theirs:,}")

    @staticmethod
    def _refuse_as_cut_off(path: Path, total: int, compared: str) -> NoReturn:
        raise ImportProblem(
            f"{path.name} has only {total:,} rows; {compared}. It is probably cut off: download it again. "
            "If it is whole, load it with --accept-fewer. Nothing was loaded."
        )


@contextmanager
def loading(
    *,
    progress: Progress | None = None,
    dry_run: bool = False,
    skip_refused: bool = False,
    accept_fewer: bool = False,
) -> Iterator[Load]:
    """One load: all of it or nothing.

    Rebuilds the sheets and makes cached pages stale when something changed.
    """
    load = Load(progress or SilentProgress(), skip_refused, accept_fewer)
    with transaction.atomic():
        _wait_for_turn(load.progress)
        yield load
        if load.report.is_change:
            load.report.sheets = rebuild_sheets(progress=load.progress)
            load.progress.say("Building the search index.")
            rebuild_index()
            ContentVersion.bump()
            _note(load.report)
        if dry_run:
            transaction.set_rollback(True)


def _note(report: ImportReport) -> None:
    """A line in the audit log for each table that the load changed."""
    for table in report.tables:
        if table.tally.is_change:
            AuditEntry.record(
                who="import",
                action="loaded figures",
                subject_type="release",
                subject_key=table.release[:120],
                title=table.release[:250],
                note=str(table),
            )


def _wait_for_turn(progress: Progress) -> None:
    """Take the lock that a load holds until its transaction ends, telling the operator if another has it."""
    if not try_to_take(Lock.LOAD):
        progress.say("Another load is under way. Waiting for it to end.")
        wait_for(Lock.LOAD)
