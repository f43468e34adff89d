"""Guides: short articles that belong to careers."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.documents.profile import GuideDocument
from careers.models import SubjectType, Version
from careers.public.guides import guide_versions, lists_for, live_guides, popular_guides
from careers.web.rendering import PublicPage, absolute, render_public


@require_safe
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
def guide_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One guide with what to read next; an old slug leads to where the guide is now."""
    now = timezone.now()
    version = guide_versions().live(now).filter(slug=slug).first()
    if version is None:
        return _moved_or_gone(request, slug, now)
    return render_public(
        request,
        "careers/guide_detail.html",
        {
            **guide_context(request, GuideDocument.model_validate(version.document), version),
            "version": version,
        },
        until=guide_versions().next_change_at(now),
    )


def guide_context(request: HttpRequest, guide: GuideDocument, version: Version | None) -> dict[str, Any]:
    """What the template reads; ``version`` is None for a draft in preview."""
    now = timezone.now()
    return {
        "guide": guide,
        "lists": lists_for(guide.slug, live_guides(now), timezone.localdate(now)),
        "structured": _article(request, guide, version),
    }


def _moved_or_gone(request: HttpRequest, slug: str, now: dt.datetime) -> HttpResponseBase:
    last = guide_versions().published(now).filter(slug=slug).order_by("-publish_at").first()
    if last is None:
        raise Http404
    live = Version.objects.of(SubjectType.GUIDE, last.subject_key).live(now).first()
    if live is None:
        return render_public(request, "careers/gone.html", {"title": last.title}, status=410)
    return redirect("careers:guide-detail", live.slug, permanent=True)


def _article(request: HttpRequest, guide: GuideDocument, version: Version | None) -> dict[str, Any]:
    """The schema.org Article."""
    address = absolute(request, request.path)
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": guide.title,
        "description": guide.summary,
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "author": {"@type": "Organization", "name": guide.editor or settings.SITE_NAME},
        "publisher": {"@type": "Organization", "name": settings.SITE_NAME},
    }
    if version is not None:
        first = (
            Version.objects.of(SubjectType.GUIDE, version.subject_key)
            .published()
            .order_by("publish_at")
            .first()
        )
        made["datePublished"] = _iso(first.publish_at if first else version.publish_at)
        made["dateModified"] = _iso(version.publish_at)
    return made


def _iso(moment: dt.datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""
