"""The ways into the list of careers, with how many pages each one leads to.

They are counted by the list's own rules, so that a count is always true.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet

from careers.listing.entries import Entry
from careers.listing.facets import Facet, facets, narrow
from careers.models import SheetRecord


@dataclass(frozen=True, slots=True)
class BrowseLink:
    """A link with its count; ``width`` is its bar's, in per cent of the longest of its kind."""

    label: str
    query: str
    count: int
    width: float


@dataclass(frozen=True, slots=True)
class BrowseLinks:
    """What matters to a reader: four lists of links with counts."""

    interests: list[BrowseLink]
    education: list[BrowseLink]
    pay: list[BrowseLink]
    growth: list[BrowseLink]


@dataclass(frozen=True, slots=True)
class ClusterCount:
    """A field of work with the number of its careers."""

    slug: str
    title: str
    count: int


def shown_sheets() -> QuerySet[SheetRecord]:
    """The occupations that have pages: all that the agency still has."""
    return SheetRecord.objects.current()


def fields_of_work(entries: Collection[Entry]) -> list[ClusterCount]:
    """The career clusters that have careers."""
    facet = _facets()["cluster"]
    counts = narrow(entries, [facet], {}).counts["cluster"]
    return [ClusterCount(slug, title, counts[slug]) for slug, title in facet.options if counts[slug]]


def browse_links(entries: Collection[Entry]) -> BrowseLinks:
    """The four lists; what leads to no career is left out."""
    by_name = _facets()
    return BrowseLinks(
        interests=_links(by_name["interest"], entries),
        education=_links(by_name["education"], entries),
        pay=_links(by_name["pay"], entries),
        growth=_links(by_name["growth"], entries),
    )


def _facets() -> dict[str, Facet]:
    return {facet.name: facet for facet in facets()}


def _links(facet: Facet, entries: Collection[Entry]) -> list[BrowseLink]:
    counts = narrow(entries, [facet], {}).counts[facet.name]
    most = max(counts.values(), default=1)
    return [
        BrowseLink(label, f"{facet.name}={key}", counts[key], round(95 * counts[key] / most, 1))
        for key, label in facet.options
        if counts[key]
    ]
