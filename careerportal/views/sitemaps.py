"""The sitemap: the pages of the site as a whole, and those of all apps together."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from careers.web.public_page import public_page
from careers.web.sitemap import Sitemap, newest_load


class SiteSitemap(Sitemap):
    """The first page, prose, and the documentation of the API, by the names of their addresses."""

    def items(self) -> Sequence[str]:
        return ["home", "about", "accessibility", "privacy", "embed", "api"]

    def location(self, item: str) -> str:
        return reverse(item)

    def lastmod(self, item: str) -> dt.datetime | None:
        return newest_load() if item == "home" else None


@require_safe
@public_page(params=("p",))
def sitemap(request: HttpRequest, sitemaps: Mapping[str, type[Sitemap]]) -> HttpResponse:
    """Every public page, and when its content last became different where that is known.

    ``p`` is a page of 50,000 addresses of each kind.
    """
    return views.sitemap(
        request,
        dict(sitemaps),
        template_name="site/sitemap.xml",
        content_type="application/xml; charset=utf-8",
    )
