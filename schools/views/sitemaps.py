"""The public pages about schools and programs, for search engines: a class for each kind."""

import datetime as dt
from collections.abc import Sequence

from django.urls import reverse

from careers.web.sitemap import Sitemap, newest_load
from schools.models import CipCode, School


class FiguresSitemap(Sitemap):
    """Pages that change with every load of figures."""

    def __init__(self) -> None:
        self.newest_load = newest_load()

    def lastmod(self, item: str) -> dt.datetime | None:
        return self.newest_load


class ListSitemap(FiguresSitemap):
    """The finder, the programs and the register of placements."""

    def items(self) -> Sequence[str]:
        return ["school-list", "program-list", "placement-list"]

    def location(self, item: str) -> str:
        return reverse(f"schools:{item}")


class SchoolSitemap(FiguresSitemap):
    """Every open school, by its slug."""

    def items(self) -> Sequence[str]:
        return list(School.objects.listed().order_by("slug").values_list("slug", flat=True))

    def location(self, item: str) -> str:
        return reverse("schools:school-detail", args=[item])


class ProgramSitemap(FiguresSitemap):
    """Every program, by its code."""

    def items(self) -> Sequence[str]:
        return list(CipCode.objects.programs().order_by("code").values_list("code", flat=True))

    def location(self, item: str) -> str:
        return reverse("schools:program-detail", args=[item])


SITEMAPS = {"school-lists": ListSitemap, "schools": SchoolSitemap, "programs": ProgramSitemap}
