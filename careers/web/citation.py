"""How a published page is cited, in the two styles that schools ask for."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from careers.models import Version
from careers.web.rendering import absolute


@dataclass(frozen=True, slots=True)
class Citation:
    """The same page in both styles, ready to copy. ``address`` is the lasting one that they name."""

    apa: str
    mla: str
    address: str


def cite(request: HttpRequest, version: Version, *, slug: str) -> Citation:
    """APA (7th edition) and MLA (9th edition), for a page of a website with an organization as its author.

    ``slug`` is where the career lives now; ``version`` may have been published at another.
    """
    address = absolute(request, reverse("careers:career-version", args=[slug, version.number]))
    day = timezone.localdate(version.publish_at)
    words = {
        "site": settings.SITE_NAME,
        "title": version.title,
        "number": version.number,
        "apa_date": formats.date_format(day, "Y, F j"),
        "mla_date": _mla_date(day),
        "address": address,
    }
    return Citation(
        apa=_("%(site)s. (%(apa_date)s). %(title)s (Version %(number)s). %(address)s") % words,
        mla=_("“%(title)s.” %(site)s, version %(number)s, %(mla_date)s, %(address)s.") % words,
        address=address,
    )


def _mla_date(day: dt.date) -> str:
    """MLA shortens months to three or four letters, and leaves May, June and July whole."""
    month = formats.date_format(day, "N" if day.month != 9 else "M")
    return f"{day.day} {'Sept.' if day.month == 9 else month} {day.year}"
