"""What is new as Atom (RFC 4287) and JSON Feed 1.1, and how a browser searches the site (OpenSearch 1.1)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careers.web.cross_origin import allow_every_origin
from careers.web.feed import newest, next_change_at
from careers.web.public_page import public_page
from careers.web.rendering import absolute, keep_until

#: RFC 4151. The date is when this way of naming entries began.
TAG = "tag:{host},2026:{key}"


@require_safe
@public_page()
def atom(request: HttpRequest) -> HttpResponse:
    """New and changed profiles and figures."""
    now = timezone.now()
    entries = newest(now)
    feed = Atom1Feed(
        title=_title(),
        link=absolute(request, reverse("home")),
        feed_url=absolute(request, request.path),
        description=_about(),
        subtitle=_about(),
        author_name=settings.SITE_NAME,
        language="en",
    )
    for entry in entries:
        feed.add_item(
            title=entry.title,
            link=absolute(request, entry.path),
            description=entry.text,
            unique_id=_tag(request, entry.key),
            pubdate=entry.at,
            updateddate=entry.at,
        )
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    return _public(response)


@require_safe
@public_page()
def json_feed(request: HttpRequest) -> HttpResponse:
    """The same for programs that would rather not read XML."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(),
        "description": _about(),
        "home_page_url": absolute(request, reverse("home")),
        "feed_url": absolute(request, request.path),
        "language": "en",
        "authors": [{"name": settings.SITE_NAME, "url": absolute(request, reverse("home"))}],
        "items": [
            {
                "id": _tag(request, entry.key),
                "url": absolute(request, entry.path),
                "title": entry.title,
                "content_text": entry.text or entry.title,
                "date_published": entry.at.isoformat(timespec="seconds"),
            }
            for entry in newest(timezone.now())
        ],
    }
    return _public(JsonResponse(feed, content_type="application/feed+json"))


@require_safe
@public_page()
def open_search(request: HttpRequest) -> HttpResponse:
    """Lets a browser search the site from its address bar."""
    search = absolute(request, reverse("careers:career-list"))
    context = {
        "name": settings.SITE_NAME[:16],  # as long as the format allows
        "template": f"{search}?q={{searchTerms}}",
        "icon": absolute(request, static("icon.svg")),
        "self": absolute(request, request.path),
    }
    content = render_to_string("site/opensearch.xml", context, request)
    return HttpResponse(content, content_type="application/opensearchdescription+xml; charset=utf-8")


def _title() -> str:
    return _("%(site)s: what is new") % {"site": settings.SITE_NAME}


def _about() -> str:
    return _("New and changed careers, guides and figures.")


def _tag(request: HttpRequest, key: str) -> str:
    host = urlsplit(absolute(request, "/")).hostname or ""
    return TAG.format(host=host, key=key)


def _public(response: HttpResponse) -> HttpResponse:
    """For scripts of every site, and kept until the next scheduled text comes out."""
    allow_every_origin(response)
    keep_until(response, next_change_at(timezone.now()))
    return response
