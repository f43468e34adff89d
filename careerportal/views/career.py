"""The page of one career."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careerportal.citation import cite
from careerportal.qr import qr_code
from careers.guides import guide_versions, live_guides
from careers.models import Address, Sheet, Version
from careers.models.version import VersionQuerySet
from careers.page import CareerPage
from careers.page.career import Chapter
from careers.page.cells import has_amount, pay_text_with_unit
from careers.profile import Profile
from careers.reading import read_career
from careers.rendering import absolute, next_midnight, render_public
from careers.sheet import Sheet as SheetDocument
from careers.structured_data import occupation
from schools.page.career_block import SchoolsChapter, schools_chapter
from schools.placements import Placements, placements_of


@require_safe
def career_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A career's text and figures as they stand today; an old slug leads to the current one."""
    address = get_object_or_404(Address.objects.select_related("occupation__sheet"), slug=slug)
    if not address.is_current:
        return redirect(current_address(address), permanent=True)
    now = timezone.now()
    versions = Version.objects.of("career", address.subject_key)
    version = versions.live(now).first()
    if version is None and address.occupation is None:
        return _taken_down(request, versions.published(now))
    profile = Profile.model_validate(version.document) if version else None
    sheet = SheetDocument.model_validate(_sheet(address, profile).document)
    page = read_career(sheet=sheet, profile=profile, area=request.GET.get("area", "")[:10], now=now)
    placements = placements_of(targets_of(page), now=now)
    changes = (
        next_midnight(now),
        (versions | guide_versions()).next_change_at(now),
        placements.next_change_at,
    )
    return render_public(
        request,
        "careers/career.html",
        {
            **context(request, page, placements),
            "guides": live_guides(now, career=slug),
            "citation": cite(request, version, slug=slug) if version else None,
        },
        until=min(moment for moment in changes if moment),
    )


def current_address(address: Address) -> str:
    """Where the owner of an old slug lives now."""
    current = get_object_or_404(Address.objects.of_subject(address.subject_key).current())
    return current.get_absolute_url()


def _taken_down(request: HttpRequest, published: VersionQuerySet) -> HttpResponseBase:
    """An address that is a career's alone is gone once that is withdrawn, unknown before it is public."""
    last = published.order_by("-number").first()
    if last is None:
        raise Http404
    return render_public(request, "careers/gone.html", {"title": last.title}, status=410)


def _sheet(address: Address, profile: Profile | None) -> Sheet:
    if address.occupation is not None:
        try:
            return address.occupation.sheet
        except Sheet.DoesNotExist:
            raise Http404 from None
    if profile is None:
        raise Http404
    return get_object_or_404(Sheet, pk=profile.onet)


def targets_of(page: CareerPage) -> list[str]:
    """What a placement must name to stand on this page: the occupation, or one of its fields of work."""
    clusters = page.sheet.clusters.items if page.sheet.clusters else []
    return [f"career:{page.sheet.onet}", *(f"cluster:{cluster.slug}" for cluster in clusters)]


def context(request: HttpRequest, page: CareerPage, placements: Placements | None = None) -> dict[str, Any]:
    """What the template reads beside the page's chapters. Placements stand on the live page only."""
    path = reverse("careers:career-detail", args=[page.slug])
    canonical = absolute(request, path)
    description = describe(page)
    trail = [(_("Careers"), reverse("careers:career-list"))]
    if page.field:
        trail.append((page.field.title, reverse("careers:cluster-detail", args=[page.field.slug])))
    schools = schools_chapter(
        soc=page.sheet.soc,
        career=page.sheet.slug,
        programs=[program.cip for program in page.profile.programs] if page.profile else [],
        area=request.GET.get("area", ""),
    )
    return {
        "page": page,
        "contents": _contents(page, schools, placements),
        "schools": schools,
        "placements": placements,
        "canonical": canonical,
        "short_address": canonical.split("://", 1)[-1],
        "description": description,
        "structured": occupation(page, address=canonical, description=description),
        "qr": qr_code(canonical),
        "trail": trail,
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
        words["pay"] = pay_text_with_unit(pay.main.median, "hour" if pay.is_hourly_only else "year")
        if words["summary"]:
            return _("%(summary)s Median pay: %(pay)s.") % words
        return _("%(career)s: median pay of %(pay)s, the outlook, and what it takes to get in.") % words
    return words["summary"] or _("%(career)s: what is known about pay, outlook and how to get in.") % words
