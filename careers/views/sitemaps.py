"""The public pages about careers, for search engines: a class for each kind."""

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from django.urls import reverse
from django.utils import timezone

from careers.browse.elements import elements_with_counts
from careers.browse.industries import sectors
from careers.browse.subjects import SUBJECTS
from careers.browse.technology import categories
from careers.browse.titles import LETTERS
from careers.listing.clusters import fields_of_work
from careers.listing.entries import Entry, entries
from careers.models import SheetRecord, SubjectType, Version
from careers.public.guides import GuideCard, live_guides
from careers.reference.interest_types import INTEREST_TYPES
from careers.web.sitemap import Sitemap, newest_load


class ListSitemap(Sitemap):
    """The lists and indexes, by the names of their addresses."""

    #: Pages that change with every load of figures.
    of_figures = ("career-list", "source-list")
    others = (
        *("cluster-list", "guide-list", "interest-start", "interest-method", "skills-list"),
        *("technology-list", "industry-list", "subject-list", "title-list", "popular-list", "recent-list"),
    )

    def __init__(self) -> None:
        self.newest_load = newest_load()

    def items(self) -> Sequence[str]:
        return [*self.of_figures, *self.others]

    def location(self, item: str) -> str:
        return reverse(f"careers:{item}")

    def lastmod(self, item: str) -> dt.datetime | None:
        return self.newest_load if item in self.of_figures else None


class CareerSitemap(Sitemap):
    """Careers, each with the later of two dates: that of its figures and that of its text."""

    def __init__(self) -> None:
        live = Version.objects.live(timezone.now()).filter(subject_type=SubjectType.CAREER)
        self.figures = dict(SheetRecord.objects.values_list("pk", "changed_at"))
        self.texts = dict(live.values_list("subject_key", "publish_at"))

    def items(self) -> Sequence[Entry]:
        return entries()

    def location(self, item: Entry) -> str:
        return reverse("careers:career-detail", args=[item.slug])

    def lastmod(self, item: Entry) -> dt.datetime | None:
        dates = (self.figures.get(item.onet), self.texts.get(item.key))
        return max((date for date in dates if date), default=None)


class GuideSitemap(Sitemap):
    def items(self) -> Sequence[GuideCard]:
        return live_guides(timezone.now())

    def location(self, item: GuideCard) -> str:
        return reverse("careers:guide-detail", args=[item.slug])

    def lastmod(self, item: GuideCard) -> dt.datetime:
        return item.updated_at


class BrowseSitemap(Sitemap):
    """Lists of careers by one thing they have in common; an item is the argument of the address."""

    #: The name of the address.
    name: ClassVar[str]

    def location(self, item: str) -> str:
        return reverse(f"careers:{self.name}", args=[item])


class ClusterSitemap(BrowseSitemap):
    name = "cluster-detail"

    def items(self) -> Sequence[str]:
        return [field.slug for field in fields_of_work(entries())]


class InterestSitemap(BrowseSitemap):
    name = "interest-detail"

    def items(self) -> Sequence[str]:
        return [interest.field for interest in INTEREST_TYPES]


class ElementSitemap(Sitemap):
    """Skills, knowledge and the other rated elements, as domain and slug."""

    def items(self) -> Sequence[tuple[str, str]]:
        return [
            (domain.path, element.slug)
            for domain, elements in elements_with_counts()
            for element, _count in elements
        ]

    def location(self, item: tuple[str, str]) -> str:
        path, slug = item
        return reverse(f"careers:{path}-detail", args=[slug])


class TechnologySitemap(BrowseSitemap):
    name = "technology-detail"

    def items(self) -> Sequence[str]:
        return [category.slug for category in categories()]


class IndustrySitemap(BrowseSitemap):
    name = "industry-detail"

    def items(self) -> Sequence[str]:
        return [sector.code for sector in sectors()]


class SubjectSitemap(BrowseSitemap):
    name = "subject-detail"

    def items(self) -> Sequence[str]:
        return [subject.slug for subject in SUBJECTS]


class TitleSitemap(BrowseSitemap):
    name = "title-letter"

    def items(self) -> Sequence[str]:
        return list(LETTERS)


SITEMAPS = {
    "lists": ListSitemap,
    "careers": CareerSitemap,
    "guides": GuideSitemap,
    "clusters": ClusterSitemap,
    "interests": InterestSitemap,
    "elements": ElementSitemap,
    "technology": TechnologySitemap,
    "industries": IndustrySitemap,
    "subjects": SubjectSitemap,
    "titles": TitleSitemap,
}
