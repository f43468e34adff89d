"""Placements as visitors see them: those that are live on a page, and the register of all that ever were."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Exists, IntegerField, OuterRef, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils import timezone

from careers.models import SubjectType, Version
from careers.models.version import VersionQuerySet
from schools.models import Listing
from schools.placement import PlacementDocument

#: How many of one kind may stand together on one page.
MAX_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Placements:
    """The paid ones and the editors' choices of a page, never mixed.

    ``next_change_at`` is when either changes.
    """

    paid: list[PlacementDocument] = field(default_factory=list)
    chosen: list[PlacementDocument] = field(default_factory=list)
    next_change_at: dt.datetime | None = None

    def __bool__(self) -> bool:
        return bool(self.paid or self.chosen)


@dataclass(frozen=True, slots=True)
class _Row:
    document: PlacementDocument
    publish_at: dt.datetime | None
    withdraw_at: dt.datetime | None
    is_school_open: bool

    @property
    def may_show(self) -> bool:
        """Whether its school is open, and the site takes placements of its kind."""
        return self.is_school_open and (settings.PAID_PLACEMENTS or not self.document.is_paid)


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A placement in the register. ``status`` is one of running, ended, stopped (before its end), hidden."""

    placement: PlacementDocument
    status: str
    ended_at: dt.datetime | None

    @property
    def ended_on(self) -> str:
        return timezone.localtime(self.ended_at).date().isoformat() if self.ended_at else ""


def placements_of(targets: Iterable[str], *, now: dt.datetime | None = None) -> Placements:
    """The placements that stand on a page with these ``targets`` (“home”, “career:29-2072.00”, “cluster:…”).

    Only of open schools, only in their time, and paid ones only where the site takes any. One query.
    """
    now = now or timezone.now()
    wanted = set(targets)
    versions = Version.objects.filter(subject_type=SubjectType.PLACEMENT)
    live = versions.live(now).values("pk")
    rows = _read(versions.filter(Q(publish_at__gt=now) | Q(pk__in=live)))
    on_page = [row for row in rows if wanted & row.document.targets]
    moments = [moment for row in on_page for moment in (row.publish_at, row.withdraw_at)]
    shown = [row.document for row in on_page if row.publish_at and row.publish_at <= now and row.may_show]
    shown.sort(key=lambda document: (document.position, document.starts_at, document.slug))
    return Placements(
        [document for document in shown if document.is_paid][:MAX_TOGETHER],
        [document for document in shown if not document.is_paid][:MAX_TOGETHER],
        min((moment for moment in moments if moment and moment > now), default=None),
    )


def _read(versions: VersionQuerySet) -> list[_Row]:
    """The documents with their dates, and whether the school is open today. One query."""
    unitid = Cast(KT("document__unitid"), IntegerField())
    rows = versions.annotate(unitid=unitid).annotate(
        is_open=Exists(Listing.objects.filter(pk=OuterRef("unitid"), is_listed=True))
    )
    return [
        _Row(PlacementDocument.model_validate(document), publish_at, withdraw_at, is_open)
        for document, publish_at, withdraw_at, is_open in rows.values_list(
            "document", "publish_at", "withdraw_at", "is_open"
        )
    ]


def register(*, now: dt.datetime | None = None) -> list[RegisterEntry]:
    """Every placement that was ever public, each as it was published last, the newest first. One query."""
    now = now or timezone.now()
    published = Version.objects.filter(subject_type=SubjectType.PLACEMENT).published(now)
    newest = published.order_by("subject_key", "-publish_at", "-number").distinct("subject_key").values("pk")
    entries = [_entry(row, now) for row in _read(Version.objects.filter(pk__in=newest))]
    return sorted(entries, key=lambda entry: entry.placement.starts_at, reverse=True)


def _entry(row: _Row, now: dt.datetime) -> RegisterEntry:
    ended_at = row.withdraw_at if row.withdraw_at and row.withdraw_at <= now else None
    if ended_at:
        status = "ended" if ended_at >= row.document.ends_at else "stopped"
    else:
        status = "running" if row.may_show else "hidden"
    return RegisterEntry(row.document, status, ended_at)
