"""Cards of careers for other sites: the card, its oEmbed answer, and the page that explains both."""

from typing import Any
from urllib.parse import urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from careers.listing.clusters import shown_sheets
from careers.page import CareerPage
from careers.public.careers import PublicCareer, find_career, find_careers
from careers.public.outcomes import Gone, Moved
from careers.public.responses import moved_page
from careers.web import query_params
from careers.web.cross_origin import allow_every_origin
from careers.web.public_page import public_page
from careers.web.rendering import absolute, render_public

WIDTH, HEIGHT = 420, 560  # pixels; the longest titles need them
CARD_PAGES = ("careers:career-detail", "careers:career-card", "careers:career-version")
THEMES = ("light", "dark")
MAX_SIZE = 100_000  # pixels; no page has room for more
MAX_ADDRESS_LENGTH = 500


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]  # it passes on what the address holds
@public_page(params=("theme",))
def career_card(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A career in brief, without script: the only page that other sites may frame.

    ``?theme=light`` or ``dark`` fixes what the system else decides.
    """
    theme = query_params.choice(request, "theme", THEMES)
    now = timezone.now()
    match find_career(slug, now=now):
        case Moved() as moved:
            return moved_page("careers:career-card", moved)
        case Gone(title):
            return HttpResponse(title, status=410, content_type="text/plain; charset=utf-8")
        case PublicCareer() as career:
            page = career.page(now=now)
            context = {
                "page": page,
                "sources": _sources(page),
                "whose": _whose(page),
                "canonical": absolute(request, career.address.get_absolute_url()),
                "theme": theme,
            }
            until = career.next_change_at(now)
            return render_public(request, "careers/career_card.html", context, until=until)


def _whose(page: CareerPage) -> str:
    """Whose figures these are, where they are not the career's alone."""
    return page.profile.figures_note if page.profile and page.profile.figures_note else page.pay.whose


def _sources(page: CareerPage) -> list[str]:
    """Who published the figures on the card, each once."""
    lines = [
        page.pay.source,
        page.outlook.source,
        page.getting_in.entry.source if page.getting_in.entry else None,
    ]
    return list(dict.fromkeys(line.text.rstrip(".") for line in lines if line))


@require_safe
@csp_replace({"frame-src": ["'self'"]})
@public_page()
def how_to_embed(request: HttpRequest) -> HttpResponse:
    """How to put a card on another site, with one as it looks there."""
    example = shown_sheets().exclude(employment=None).order_by("-employment", "slug").first()
    context: dict[str, Any] = {"code": "", "card": ""}
    if example is not None:
        context["card"] = reverse("careers:career-card", args=[example.slug])
        context["title"] = example.title
        context["code"] = _frame(absolute(request, context["card"]), example.title, WIDTH, HEIGHT)
        context["link"] = absolute(request, reverse("careers:career-detail", args=[example.slug]))
    return render_public(request, "site/embed.html", {**context, "width": WIDTH, "height": HEIGHT})


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """oEmbed 1.0 (oembed.com): the card of the career whose address is ``url``, for any site's editor."""
    if query_params.text(request, "format") not in ("", "json"):
        return _open(HttpResponse("Only format=json is offered.", status=501, content_type="text/plain"))
    slug = _slug_of(request, query_params.text(request, "url", MAX_ADDRESS_LENGTH))
    match find_careers([slug], now=timezone.now()).get(slug):
        case None:
            words = "There is no career at this url. Give the full address of a career's page on this site."
            return _open(HttpResponse(words, status=404, content_type="text/plain"))
        case Gone(title):
            words = f"“{title}” was published here once and is withdrawn."
            return _open(HttpResponse(words, status=410, content_type="text/plain; charset=utf-8"))
        case PublicCareer() as career:
            return _open(JsonResponse(_oembed_document(request, career)))


def _oembed_document(request: HttpRequest, career: PublicCareer) -> dict[str, object]:
    width, height = _size(request, "maxwidth", WIDTH), _size(request, "maxheight", HEIGHT)
    card = absolute(request, reverse("careers:career-card", args=[career.slug]))
    return {
        "version": "1.0",
        "type": "rich",
        "title": career.title,
        "provider_name": settings.SITE_NAME,
        "provider_url": absolute(request, reverse("home")),
        "cache_age": 86_400,
        "width": width,
        "height": height,
        "html": _frame(card, career.title, width, height),
    }


def _slug_of(request: HttpRequest, address: str) -> str:
    """The slug in the address of a career's page on this site; else one that no career has."""
    try:
        parts = urlsplit(address)
        match = resolve(parts.path)
    except (ValueError, Resolver404):
        return ""
    own = {request.get_host(), urlsplit(settings.SITE_ADDRESS).netloc}
    is_ours = parts.scheme in ("http", "https") and parts.netloc in own
    return str(match.kwargs["slug"]) if is_ours and match.view_name in CARD_PAGES else ""


def _size(request: HttpRequest, name: str, most: int) -> int:
    """The size that the client has room for, ``most`` where it does not say. Raises ParameterError."""
    return min(most, query_params.whole_number(request, name, low=1, high=MAX_SIZE) or most)


def _frame(address: str, title: str, width: int, height: int) -> str:
    markup = format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" style="border:0;max-width:100%">'
        "</iframe>",
        address,
        title,
        width,
        height,
    )
    return markup + ""  # plain text, which the page shows as code, and not markup that is trusted


def _open(response: HttpResponse) -> HttpResponse:
    """Let scripts of every site read it."""
    allow_every_origin(response)
    return response
