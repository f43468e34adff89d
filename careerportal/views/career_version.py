"""A career's published versions: the list, and each page as it was on its day, for citing."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import formats, timezone
from django.views.decorators.http import require_safe

from careerportal.views.career import context
from careers.documents.diff import ChapterDiff, EditionChange, compare, compare_editions
from careers.models import Version
from careers.page import career_page
from careers.public.history import DatedCareer, find_history, find_version
from careers.public.outcomes import Moved
from careers.public.responses import moved_page
from careers.web.citation import cite
from careers.web.public_page import public_page
from careers.web.qr import qr_markup
from careers.web.rendering import render_public


@dataclass(frozen=True, slots=True)
class Since:
    """What is different on the page of today. ``is_withdrawn``: there is no text today."""

    chapters: list[ChapterDiff]
    editions: list[EditionChange]
    is_newest: bool
    is_withdrawn: bool


@require_safe
@public_page()
def career_versions(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Every version that was ever public, the newest first, with its note and never with its author."""
    now = timezone.now()
    history = find_history(slug, now=now)
    if isinstance(history, Moved):
        return moved_page("careers:career-versions", history)
    if not history.published:
        raise Http404
    values = {
        "slug": slug,
        "title": history.published[0].title,
        "versions": history.published,
        "live": history.live_number,
    }
    until = history.versions.next_change_at(now)
    return render_public(request, "careers/career_versions.html", values, until=until)


@require_safe
@public_page()
def career_version(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """A lasting address. It works for ever, also when the career has moved or its text was withdrawn."""
    now = timezone.now()
    dated = find_version(slug, number, now=now)
    if isinstance(dated, Moved):
        return moved_page("careers:career-version", dated, number)
    until = dated.versions.next_change_at(now)
    return render_public(request, "careers/career_version.html", _values(request, dated, now), until=until)


def _values(request: HttpRequest, dated: DatedCareer, now: dt.datetime) -> dict[str, Any]:
    """What the template reads: the page of the day, and what is different today."""
    page = career_page(
        sheet=dated.sheet, profile=dated.profile, local_pay=None, clause_of=lambda _release: ""
    )
    values = context(request, page)
    version = dated.version
    citation = cite(request, version, slug=dated.address.slug)
    return values | {
        "canonical": citation.address,
        "short_address": citation.address.split("://", 1)[-1],
        "qr": qr_markup(citation.address),
        "schools": replace(values["schools"], programs=[]),  # those of today don't belong to the day
        "contents": page.contents,
        "areas_address": "",
        "version": version,
        "published_on": formats.date_format(timezone.localdate(version.publish_at), "DATE_FORMAT"),
        "since": changes_since(version, dated.versions.live(now).first()),
        "citation": citation,
    }


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
