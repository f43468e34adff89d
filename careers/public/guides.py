"""Guides as readers meet them: the short articles that are public now, and the lists that lead to them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404

from careers.documents.profile import GuideDocument
from careers.models import PageViewCount, SubjectType, Version
from careers.models.version import VersionQuerySet
from careers.public.outcomes import Gone, Moved

LIST_LENGTH = 5


@dataclass(frozen=True, slots=True)
class GuideCard:
    """A guide in a list. ``careers`` are the slugs of the careers that it belongs to."""

    slug: str
    title: str
    summary: str
    updated_at: dt.datetime
    careers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class GuideLists:
    """What to read next. No guide is in both of the first lists; ``popular`` may repeat them."""

    related: list[GuideCard]
    recent: list[GuideCard]
    popular: list[GuideCard]


@dataclass(frozen=True, slots=True)
class PublicGuide:
    """A guide as it was published last."""

    version: Version
    document: GuideDocument
    published_at: dt.datetime

    def first_published_at(self) -> dt.datetime:
        """When its first version went public, in one query."""
        versions = Version.objects.of(SubjectType.GUIDE, self.version.subject_key)
        moments = versions.published().order_by("publish_at").values_list("publish_at", flat=True)
        return moments.first() or self.published_at


def guide_versions() -> VersionQuerySet:
    """Every version of every guide."""
    return Version.objects.filter(subject_type=SubjectType.GUIDE)


def find_guide(slug: str, *, now: dt.datetime) -> PublicGuide | Moved | Gone:
    """What is public at ``slug``, in one query, three where it is not public there.

    A guide has no address beside its versions: it is found at the slug of the live one, and leaves the slugs
    of older ones to redirects. Raises Http404 where nothing was ever public.
    """
    version = guide_versions().live(now).filter(slug=slug).first()
    if version is not None and version.publish_at is not None:
        document = GuideDocument.model_validate(version.document)
        return PublicGuide(version, document, version.publish_at)
    published = guide_versions().published(now).without_documents().order_by("-publish_at", "-number")
    old = published.filter(slug=slug).first()
    last = published.filter(subject_key=old.subject_key).first() if old else None
    if last is None:
        raise Http404(f"No guide has the slug {slug!r}.")
    return Gone(last.title) if last.slug == slug else Moved(last.slug)


def live_guides(now: dt.datetime, *, career: str = "") -> list[GuideCard]:
    """The guides that are public at ``now``, the newest first, in one query.

    ``career`` is a slug: only those that belong to this career.
    """
    versions = guide_versions().live(now)
    if career:
        versions = versions.filter(document__careers__contains=[{"slug": career}])
    rows = versions.order_by("-publish_at", "title").values_list(
        "slug", "title", "summary", "publish_at", "document__careers"
    )
    return [
        GuideCard(slug, title, summary or "", updated_at, frozenset(row["slug"] for row in careers or []))
        for slug, title, summary, updated_at, careers in rows
        if updated_at
    ]


def popular_guides(guides: Sequence[GuideCard], today: dt.date) -> list[GuideCard]:
    """Those of ``guides`` that were read in the last four weeks, the most read first, in one query."""
    by_slug = {guide.slug: guide for guide in guides}
    read = PageViewCount.objects.most_read(today, SubjectType.GUIDE).filter(slug__in=by_slug)
    return [by_slug[slug] for slug in read[:LIST_LENGTH]]


def lists_for(slug: str, guides: Sequence[GuideCard], today: dt.date) -> GuideLists:
    """What to read after the guide ``slug``: those that share most careers, the newest, the most read."""
    own = next((guide.careers for guide in guides if guide.slug == slug), frozenset())
    others = [guide for guide in guides if guide.slug != slug]
    sharing = [guide for guide in others if guide.careers & own]
    related = sorted(sharing, key=lambda guide: -len(guide.careers & own))[:LIST_LENGTH]
    recent = [guide for guide in others if guide not in related][:LIST_LENGTH]
    return GuideLists(related, recent, popular_guides(others, today))
