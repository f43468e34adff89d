"""Every public page, for search engines."""

import datetime as dt
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.listing.clusters import fields_of_work
from careers.listing.entries import Entry, entries
from careers.models import Release, SheetRecord, SubjectType, Version
from careers.public.guides import live_guides
from careers.web.rendering import absolute
from schools.sitemap import school_addresses

Row = tuple[str, dt.datetime | None]
PROSE = ("about", "accessibility", "privacy", "embed")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page, and when its content last became different where that is known."""
    now = timezone.now()
    newest = Release.objects.order_by("-loaded_at").values_list("loaded_at", flat=True).first()
    careers = entries()
    guides = live_guides(now)
    pages: list[Row] = [
        (reverse("home"), newest),
        (reverse("careers:career-list"), newest),
        (reverse("careers:cluster-list"), None),
        (reverse("careers:source-list"), newest),
        (reverse("careers:guide-list"), guides[0].updated_at if guides else None),
        *((reverse(name), None) for name in PROSE),
        *((path, newest) for path in school_addresses()),
        *((reverse("careers:cluster-detail", args=[field.slug]), None) for field in fields_of_work(careers)),
        *((reverse("careers:guide-detail", args=[guide.slug]), guide.updated_at) for guide in guides),
        *_careers(careers, now),
    ]
    rows = [(absolute(request, path), moment) for path, moment in pages]
    return render(request, "site/sitemap.xml", {"rows": rows}, content_type="application/xml; charset=utf-8")


def _careers(careers: list[Entry], now: dt.datetime) -> Iterator[Row]:
    """Each career's page with the later of two dates: that of its figures and that of its text."""
    figures = dict(SheetRecord.objects.values_list("pk", "changed_at"))
    texts = dict(
        Version.objects.live(now)
        .filter(subject_type=SubjectType.CAREER)
        .values_list("subject_key", "publish_at")
    )
    for career in careers:
        dates = (figures.get(career.onet), texts.get(career.key))
        known = max((date for date in dates if date), default=None)
        yield reverse("careers:career-detail", args=[career.slug]), known
