"""A career's published versions: the list, and each page as it was on its day, for citing."""

from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import formats, timezone
from django.views.decorators.http import require_safe

from careerportal.views.career import context
from careers.documents.diff import ChapterDiff, EditionChange, compare, compare_editions
from careers.documents.profile import Profile
from careers.documents.sheet import Sheet
from careers.models import Address, SubjectType, Version
from careers.page import career_page
from careers.public.live_career import current_address
from careers.web.citation import cite
from careers.web.qr import qr_code
from careers.web.rendering import render_public


@dataclass(frozen=True, slots=True)
class Since:
    """What is different on the page of today. ``is_withdrawn``: there is no text today."""

    chapters: list[ChapterDiff]
    editions: list[EditionChange]
    is_newest: bool
    is_withdrawn: bool


@require_safe
def career_versions(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Every version that was ever public, the newest first, with its note and never with its author."""
    address = get_object_or_404(Address, slug=slug)
    if not address.is_current:
        return redirect("careers:career-versions", current_address(address).slug, permanent=True)
    now = timezone.now()
    subject = Version.objects.of(SubjectType.CAREER, address.subject_key)
    versions = list(subject.published(now).without_documents().order_by("-number"))
    if not versions:
        raise Http404
    live = subject.live(now).values_list("number", flat=True).first()
    context = {"slug": slug, "title": versions[0].title, "versions": versions, "live": live}
    return render_public(request, "careers/career_versions.html", context, until=subject.next_change_at(now))


@require_safe
def career_version(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """A lasting address. It works for ever, also when the career has moved or its text was withdrawn."""
    address = get_object_or_404(Address, slug=slug)
    if not address.is_current:
        return redirect("careers:career-version", current_address(address).slug, number, permanent=True)
    now = timezone.now()
    versions = Version.objects.of(SubjectType.CAREER, address.subject_key)
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
    citation = cite(request, version, slug=slug)
    values |= {
        "canonical": citation.address,
        "short_address": citation.address.split("://", 1)[-1],
        "qr": qr_code(citation.address),
        "schools": replace(values["schools"], programs=[]),  # those of today don't belong to the day
        "contents": page.contents,
        "areas_address": "",
        "version": version,
        "published_on": formats.date_format(timezone.localdate(version.publish_at), "DATE_FORMAT"),
        "since": changes_since(version, versions.live(now).first()),
        "citation": citation,
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
