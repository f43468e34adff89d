"""The page of one career."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careers.documents.cells import has_amount, pay_text_with_unit
from careers.models.address import short_code
from careers.page import CareerPage
from careers.page.career import Chapter
from careers.public.careers import PublicCareer, find_career
from careers.public.guides import guide_versions, live_guides
from careers.public.outcomes import Gone, Moved
from careers.public.responses import moved_or_gone_page
from careers.web import query_params
from careers.web.citation import cite
from careers.web.public_page import public_page
from careers.web.qr import qr_markup
from careers.web.rendering import PublicPage, absolute, render_public
from careers.web.structured_data import occupation
from schools.page.career_block import SchoolsChapter, schools_chapter
from schools.placements import Placements, placements_of

MAX_AREA_LENGTH = 10


@require_safe
@public_page(params=("area",))
def career_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A career's text and figures as they stand today; an old slug leads to the current one."""
    now = timezone.now()
    area = area_param(request)
    match find_career(slug, now=now):
        case Moved() | Gone() as outcome:
            return moved_or_gone_page(request, "careers:career-detail", outcome)
        case PublicCareer() as career:
            return _career_page(request, career, now, area)


def _career_page(request: HttpRequest, career: PublicCareer, now: dt.datetime, area: str) -> PublicPage:
    page = career.page(now=now, area=area)
    placements = placements_of(targets_of(page), now=now)
    change = career.next_change_at(now, others=guide_versions())
    return render_public(
        request,
        "careers/career.html",
        {
            **context(request, page, placements, area=area),
            "handout": reverse("careers:career-handout", args=[career.slug]),
            "guides": live_guides(now, career=career.slug),
            "citation": cite(request, career.version, slug=career.slug) if career.version else None,
        },
        until=min(change, placements.next_change_at or change),
    )


def targets_of(page: CareerPage) -> list[str]:
    """What a placement must name to stand on this page: the occupation, or one of its fields of work."""
    clusters = page.sheet.clusters.items if page.sheet.clusters else []
    return [f"career:{page.sheet.onet}", *(f"cluster:{cluster.slug}" for cluster in clusters)]


def area_param(request: HttpRequest) -> str:
    """The code of the area whose figures are asked for.

    One that no area has shows the page without an area: editions of the figures change the codes, and links
    with the old ones are about.
    """
    return query_params.text(request, "area", MAX_AREA_LENGTH)


def context(
    request: HttpRequest, page: CareerPage, placements: Placements | None = None, *, area: str = ""
) -> dict[str, Any]:
    """What the template reads beside the page's chapters. Placements stand on the live page only."""
    path = reverse("careers:career-detail", args=[page.slug])
    canonical = absolute(request, path)
    short = absolute(request, reverse("short-address", args=[short_code(page.slug)]))
    description = describe(page)
    trail = [(_("Careers"), reverse("careers:career-list"))]
    if page.field:
        trail.append((page.field.title, reverse("careers:cluster-detail", args=[page.field.slug])))
    schools = schools_chapter(
        soc=page.sheet.soc,
        career=page.sheet.slug,
        programs=[program.cip for program in page.profile.programs] if page.profile else [],
        area=area,
    )
    return {
        "page": page,
        "contents": _contents(page, schools, placements),
        "schools": schools,
        "placements": placements,
        "canonical": canonical,
        "short_address": short.split("://", 1)[-1],
        "description": description,
        "structured": occupation(page, address=canonical, description=description),
        "qr": qr_markup(short),
        "trail": trail,
        "oembed": f"{absolute(request, reverse('oembed'))}?{urlencode({'url': canonical, 'format': 'json'})}",
        "areas_address": f"{reverse('careers:area-list')}?{urlencode({'next': path})}"
        if page.sheet.pay
        else "",
    }


def _contents(page: CareerPage, schools: SchoolsChapter, placements: Placements | None) -> list[Chapter]:
    """The page's chapters with “Schools” where it stands: after how to begin."""
    chapters = list(page.contents)
    if schools.has_something or placements:
        place = next(place for place, chapter in enumerate(chapters) if chapter.id == "begin")
        chapters.insert(place + 1, Chapter("schools", _("Schools")))
    return chapters


def describe(page: CareerPage) -> str:
    """One or two sentences for search engines and previews."""
    pay = page.sheet.pay
    words = {"career": page.title, "summary": page.profile.summary if page.profile else ""}
    if pay and has_amount(pay.main.median):
        words["pay"] = pay_text_with_unit(pay.main.median, pay.unit)
        if words["summary"]:
            return _("%(summary)s Median pay: %(pay)s.") % words
        return _("%(career)s: median pay of %(pay)s, the outlook, and what it takes to get in.") % words
    return words["summary"] or _("%(career)s: what is known about pay, outlook and how to get in.") % words
