"""The careers that a reader saved on this device: slugs in one cookie, which only a form of ours sets.

The cookie is for ``/saved/`` alone; every other page is the same bytes for every reader.
"""

import re
from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from careers.reference import patterns

COOKIE = "saved"
MAX_SAVED = 40
MAX_COOKIE_BYTES = 3_500  # bytes; browsers refuse cookies above 4,096 with name and attributes
LIFE = 365 * 24 * 3600  # seconds
BETWEEN = "."  # no slug holds one
SLUG = re.compile(patterns.SLUG, re.ASCII)


def read_saved(request: HttpRequest) -> list[str]:
    """The saved slugs, oldest first. Anything else in the cookie is left out: it comes from outside."""
    kept = [slug for slug in request.COOKIES.get(COOKIE, "").split(BETWEEN) if SLUG.fullmatch(slug)]
    return list(dict.fromkeys(kept))[:MAX_SAVED]


def has_room(slugs: Sequence[str]) -> bool:
    """Whether ``slugs`` can be saved together."""
    return len(slugs) <= MAX_SAVED and len(BETWEEN.join(slugs)) <= MAX_COOKIE_BYTES


def write_saved(response: HttpResponse, slugs: Sequence[str]) -> None:
    """Save ``slugs`` on the reader's device for a year, or take the cookie away where there are none."""
    if not slugs:
        response.delete_cookie(COOKIE, path="/saved/", samesite="Lax")
        return
    response.set_cookie(
        COOKIE,
        BETWEEN.join(slugs),
        max_age=LIFE,
        path="/saved/",
        secure=not settings.LOCAL,
        httponly=True,
        samesite="Lax",
    )
