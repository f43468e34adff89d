"""What the sitemaps of all apps have in common."""

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import sitemaps
from django.contrib.sites.requests import RequestSite

from careers.models import Release


def newest_load() -> dt.datetime | None:
    """When figures were loaded last: what lists of them changed with."""
    return Release.objects.order_by("-loaded_at").values_list("loaded_at", flat=True).first()


class Sitemap(sitemaps.Sitemap):  # type: ignore[type-arg]  # generic only in its stubs
    """Addresses on the site's one public address where the operator has set it, else on the request's."""

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_ADDRESS).scheme or super().get_protocol(protocol)

    def get_domain(self, site: RequestSite | None = None) -> str:  # type: ignore[override]  # Site is not installed
        address = urlsplit(settings.SITE_ADDRESS)
        return f"{address.netloc}{address.path}" or super().get_domain(site)
