"""How pages answer for what has moved or is gone."""

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse

from careers.public.outcomes import Gone, Moved
from careers.web.rendering import PublicPage, render_public


def moved_page(view: str, moved: Moved, *arguments: object) -> HttpResponsePermanentRedirect:
    """Lead to the same ``view`` at the current slug, for ever. ``arguments`` stand after the slug."""
    return HttpResponsePermanentRedirect(reverse(view, args=[moved.slug, *arguments]))


def gone_page(request: HttpRequest, gone: Gone) -> PublicPage:
    """Say that editors took the page down, with status 410."""
    return render_public(request, "careers/gone.html", {"title": gone.title}, status=410)
