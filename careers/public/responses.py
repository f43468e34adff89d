"""How pages answer for what has moved or is gone."""

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse

from careers.public.outcomes import Gone, Moved
from careers.web.rendering import PublicPage, render_public


def moved_page(view: str, moved: Moved, *arguments: object) -> HttpResponsePermanentRedirect:
    """Lead to the same ``view`` at the current slug, for ever. ``arguments`` stand after the slug."""
    return HttpResponsePermanentRedirect(reverse(view, args=[moved.slug, *arguments]))


def moved_or_gone_page(
    request: HttpRequest, view: str, outcome: Moved | Gone
) -> HttpResponsePermanentRedirect | PublicPage:
    """The answer of ``view`` where nothing is public at a slug any more."""
    return moved_page(view, outcome) if isinstance(outcome, Moved) else gone_page(request, outcome)


def gone_page(request: HttpRequest, gone: Gone) -> PublicPage:
    """Say that editors took the page down, with status 410."""
    return render_public(request, "careers/gone.html", {"title": gone.title}, status=410)
