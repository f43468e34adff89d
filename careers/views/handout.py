"""A career on paper."""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careers.handout import handout, handout_pdf
from careers.public.careers import PublicCareer, find_career
from careers.public.outcomes import Gone, Moved
from careers.public.responses import moved_or_gone_page
from careers.web.public_page import public_page
from careers.web.qr import qr_file
from careers.web.rendering import absolute, keep_until


@require_safe
@public_page()
def career_handout(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The handout as PDF, kept by the page cache like a page: it changes with the text and the figures."""
    now = timezone.now()
    match find_career(slug, now=now):
        case Moved() | Gone() as outcome:
            return moved_or_gone_page(request, "careers:career-handout", outcome)
        case PublicCareer() as career:
            response = HttpResponse(_pdf(request, career, now), content_type="application/pdf")
            response["Content-Disposition"] = f'inline; filename="{slug}.pdf"'
            response["X-Robots-Tag"] = "noindex"  # the page itself is to be found
            keep_until(response, career.next_change_at(now))
            return response


def _pdf(request: HttpRequest, career: PublicCareer, now: dt.datetime) -> bytes:
    link = absolute(request, reverse("short-address", args=[career.address.short_code]))
    published_at = career.version.publish_at if career.version and career.version.publish_at else now
    day = date_format(timezone.localdate(published_at), "DATE_FORMAT")
    words = {"number": career.version.number if career.version else 0, "day": day}
    return handout_pdf(
        handout(career.page(now=now)),
        site=settings.SITE_NAME,
        address=link.split("://", 1)[-1],
        link=link,
        code=qr_file(link),
        version=_("Version %(number)s, %(day)s") % words if career.version else day,
        made_at=published_at,
    )
