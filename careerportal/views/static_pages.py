"""Pages of prose, the pages for errors, and what programs ask for at fixed addresses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from careers.listing.entries import entries
from careers.web.public_page import public_page
from careers.web.query_params import ParameterError
from careers.web.rendering import PublicPage, absolute, render_public


@require_safe
@public_page()
def about(request: HttpRequest) -> PublicPage:
    """What the site is and how it comes by what it says."""
    return render_public(request, "site/about.html", {"career_count": len(entries())})


@require_safe
@public_page()
def accessibility(request: HttpRequest) -> PublicPage:
    """What works for whom, and what does not yet."""
    return render_public(request, "site/accessibility.html")


@require_safe
@public_page()
def privacy(request: HttpRequest) -> PublicPage:
    """What is kept about readers: next to nothing."""
    return render_public(request, "site/privacy.html")


@require_safe
@public_page()
def robots(request: HttpRequest) -> HttpResponse:
    """All pages may be read by machines; pickers and searches are not worth their while."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('careers:area-list')}",
        f"Disallow: {reverse('careers:career-list')}?",
        f"Disallow: {reverse('schools:school-list')}?",
        f"Disallow: {reverse('schools:school-compare')}",
        f"Disallow: {reverse('schools:school-export')}",
        f"Disallow: {reverse('api-v1:index')}",
        "",
        f"Sitemap: {absolute(request, reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For what asks at the old fixed address instead of reading the page."""
    return redirect(static("icon.svg"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page: a search field, so that the reader gets on."""
    return render(request, "site/404.html", {"notices": []}, status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Says which parameter makes no sense, and why, where that is known."""
    reason = exception.message if isinstance(exception, ParameterError) else ""
    return render(request, "site/400.html", {"notices": [], "reason": reason}, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "site/403.html", {"notices": []}, status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """Something broke here. Asks the database nothing, since it may be what broke."""
    return render(request, "site/500.html", {"notices": []}, status=500)
