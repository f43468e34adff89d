"""A career's page as it was published on a day: text and figures of then, for citing."""

import datetime as dt
from dataclasses import dataclass, replace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careerportal.views.career import context, current_address
from careers.diff import ChapterDiff, EditionChange, compare, compare_editions
from careers.models import Address, Version
from careers.page import career_page
from careers.profile import Profile
from careers.rendering import absolute, render_public
from careers.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Citation:
    """The page in the two styles that schools ask for."""

    apa: str
    mla: str


@dataclass(frozen=True, slots=True)
class Since:
    """What is different on the page of today. ``is_withdrawn``: there is no text today."""

    chapters: list[ChapterDiff]
    editions: list[EditionChange]
    is_newest: bool
    is_withdrawn: bool


@require_safe
def career_version(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """A lasting address. It works for ever, also when the career has moved or its text was withdrawn."""
    address = get_object_or_404(Address, slug=slug)
    if not address.is_current:
        return redirect(f"{current_address(address)}versions/{number}/", permanent=True)
    now = timezone.now()
    versions = Version.objects.of("career", address.subject_key)
    version = get_object_or_404(versions.published(now), number=number)
    if version.sheet is None:
        raise Http404
    page = career_page(
        sheet=Sheet.model_validate(version.sheet),
        profile=Profile.model_validate(version.document),
        here=None,
        clause_of=lambda _release: "",
    )
    values = context(request, page)
    values |= {
        "schools": replace(values["schools"], programs=[]),  # those of today don't belong to the day
        "contents": page.contents,
        "areas_address": "",
        "version": version,
        "published_on": formats.date_format(timezone.localdate(version.publish_at), "DATE_FORMAT"),
        "since": changes_since(version, versions.live(now).first()),
        "citation": cite(request, version),
    }
    return render_public(request, "careers/career_version.html", values, until=versions.next_change_at(now))


def changes_since(version: Version, live: Version | None) -> Since:
    """What a reader of ``version`` should know about the page of today."""
    if live is None:
        return Since([], [], is_newest=False, is_withdrawn=True)
    return Since(
        compare(version.document, live.document),
        compare_editions(version.sheet, live.sheet),
        is_newest=version.pk == live.pk,
        is_withdrawn=False,
    )


def cite(request: HttpRequest, version: Version) -> Citation:
    """APA (7th edition) and MLA (9th edition), for a page of a website with an organisation as its author."""
    link = absolute(request, reverse("careers:career-version", args=[version.slug, version.number]))
    day = timezone.localdate(version.publish_at)
    words = {
        "site": settings.SITE_NAME,
        "title": version.title,
        "number": version.number,
        "apa_date": formats.date_format(day, "Y, F j"),
        "mla_date": _mla_date(day),
        "address": link,
    }
    return Citation(
        apa=_("%(site)s. (%(apa_date)s). %(title)s (Version %(number)s). %(address)s") % words,
        mla=_("“%(title)s.” %(site)s, version %(number)s, %(mla_date)s, %(address)s.") % words,
    )


def _mla_date(day: dt.date) -> str:
    """MLA shortens months to three or four letters, and leaves May, June and July whole."""
    month = formats.date_format(day, "N" if day.month != 9 else "M")
    return f"{day.day} {'Sept.' if day.month == 9 else month} {day.year}"
