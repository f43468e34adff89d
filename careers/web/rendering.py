"""How every public page is rendered: its canonical address, the site's notices, and how long it holds."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone

from careers.models.notice import Notice

_CACHE_UNTIL = "cache_until"


class PublicPage(HttpResponse):
    """A page that is the same bytes for every reader.

    ``cache_until`` is None for "until the content changes".
    """

    cache_until: dt.datetime | None = None


def keep_until(response: HttpResponse, moment: dt.datetime | None) -> None:
    """Say until when the page cache may keep a response that is no PublicPage: a PDF, a feed, an API answer.

    None stands for "until the content changes".
    """
    setattr(response, _CACHE_UNTIL, moment)


def says_until(response: HttpResponse) -> bool:
    """Whether a view said until when ``response`` may be kept."""
    return hasattr(response, _CACHE_UNTIL)


def kept_until(response: HttpResponse) -> dt.datetime | None:
    """Until when ``response`` may be kept; None for "until the content changes"."""
    moment: dt.datetime | None = getattr(response, _CACHE_UNTIL, None)
    return moment


def render_public(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    until: dt.datetime | None = None,
    status: int = 200,
) -> PublicPage:
    """Render a public page. ``until`` is the next moment at which something on it changes by itself."""
    now = timezone.now()
    notices = list(Notice.objects.exclude(ends_at__lte=now).order_by("-starts_at"))
    values = {
        "canonical": absolute(request, request.path),
        "share_image": absolute(request, static("share.png")),
        "notices": [notice for notice in notices if notice.starts_at <= now],
        **(context or {}),
    }
    body = render(request, template, values).content
    page = PublicPage(body, status=status)
    moments = [moment for notice in notices for moment in (notice.starts_at, notice.ends_at)]
    page.cache_until = min((moment for moment in [*moments, until] if moment and moment > now), default=None)
    return page


def absolute(request: HttpRequest, path: str) -> str:
    """The full address of ``path``, on the site's one public address where the operator has set it."""
    return f"{settings.SITE_ADDRESS}{path}" if settings.SITE_ADDRESS else request.build_absolute_uri(path)


def next_midnight(now: dt.datetime) -> dt.datetime:
    """When the date changes where the site is at home; dates on pages are then different."""
    local = timezone.localtime(now)
    tomorrow = local.date() + dt.timedelta(days=1)
    return timezone.make_aware(dt.datetime.combine(tomorrow, dt.time.min), local.tzinfo)
