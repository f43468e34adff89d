"""What is new: profiles and guides as they were published, figures as they were loaded, the newest first."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from careers.models import Release, SubjectType, Version
from careers.models.version import VersionQuerySet

LENGTH = 50


@dataclass(frozen=True, slots=True)
class News:
    """One entry. ``key`` never changes; ``path`` is where to read it; ``at`` is when it became public."""

    key: str
    path: str
    title: str
    text: str
    at: dt.datetime


def newest(now: dt.datetime) -> list[News]:
    """The newest entries at ``now``, in two queries."""
    entries = [*_versions(now), *_releases()]
    return sorted(entries, key=lambda entry: (entry.at, entry.key), reverse=True)[:LENGTH]


def next_change_at(now: dt.datetime) -> dt.datetime | None:
    """When something scheduled comes out or goes."""
    return _public().next_change_at(now)


def _public() -> VersionQuerySet:
    return Version.objects.filter(Q(subject_type=SubjectType.CAREER) | Q(subject_type=SubjectType.GUIDE))


def _versions(now: dt.datetime) -> Iterable[News]:
    """What is public now. What was withdrawn is no news, and an older version is overtaken by the newer."""
    newest_first = _public().live(now).order_by("-publish_at", "-pk").without_documents()
    for version in newest_first[:LENGTH]:
        words = {"title": version.title, "number": version.number}
        is_guide = version.subject_type == SubjectType.GUIDE
        name = "careers:guide-detail" if is_guide else "careers:career-detail"
        new = _("New: %(title)s") if version.number == 1 else _("Changed: %(title)s (version %(number)s)")
        assert version.publish_at  # noqa: S101  # what is live has been published
        yield News(
            key=f"{version.subject_type}/{version.subject_key}/{version.number}",
            path=reverse(name, args=[version.slug]),
            title=new % words,
            text=" ".join(text for text in (version.summary, version.note) if text),
            at=version.publish_at,
        )


def _releases() -> Iterable[News]:
    """Figures that were loaded; all careers that they are about changed with them."""
    for release in Release.objects.order_by("-loaded_at")[:LENGTH]:
        words = {"name": release.get_source_display(), "edition": release.edition}
        yield News(
            key=f"figures/{release.source}/{release.edition_order}",
            path=reverse("careers:source-list") + f"#s-{release.source}",
            title=_("New figures: %(name)s, %(edition)s") % words,
            text=release.credit_line,
            at=release.loaded_at,
        )
