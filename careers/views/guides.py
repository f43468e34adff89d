"""Guides: short articles that belong to careers."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.documents.profile import GuideDocument
from careers.public.guides import (
    PublicGuide,
    find_guide,
    guide_versions,
    lists_for,
    live_guides,
    popular_guides,
)
from careers.public.outcomes import Gone, Moved
from careers.public.responses import moved_or_gone_page
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, absolute, render_public


@require_safe
@public_page()
def guide_list(request: HttpRequest) -> PublicPage:
    """Every guide, the one that was updated last first."""
    now = timezone.now()
    guides = live_guides(now)
    return render_public(
        request,
        "careers/guide_list.html",
        {"guides": guides, "popular": popular_guides(guides, timezone.localdate(now))},
        until=guide_versions().next_change_at(now),
    )


@require_safe
@public_page()
def guide_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One guide with what to read next; an old slug leads to where the guide is now."""
    now = timezone.now()
    match find_guide(slug, now=now):
        case Moved() | Gone() as outcome:
            return moved_or_gone_page(request, "careers:guide-detail", outcome)
        case PublicGuide() as guide:
            context = {**guide_context(request, guide.document, guide), "version": guide.version}
            until = guide_versions().next_change_at(now)
            return render_public(request, "careers/guide_detail.html", context, until=until)


def guide_context(
    request: HttpRequest, document: GuideDocument, public: PublicGuide | None
) -> dict[str, Any]:
    """What the template reads; ``public`` is None for a draft in preview."""
    now = timezone.now()
    return {
        "guide": document,
        "lists": lists_for(document.slug, live_guides(now), timezone.localdate(now)),
        "structured": _article(request, document, public),
    }


def _article(request: HttpRequest, document: GuideDocument, public: PublicGuide | None) -> dict[str, Any]:
    """The schema.org Article."""
    address = absolute(request, request.path)
    article: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": document.title,
        "description": document.summary,
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "author": {"@type": "Organization", "name": document.editor or settings.SITE_NAME},
        "publisher": {"@type": "Organization", "name": settings.SITE_NAME},
    }
    if public is not None:
        article["datePublished"] = public.first_published_at().isoformat(timespec="seconds")
        article["dateModified"] = public.published_at.isoformat(timespec="seconds")
    return article
