"""Careers that a reader saved on this device, and lists that stand in an address."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_http_methods, require_safe

from careers.compare.cards import compare_address, credits_of
from careers.models import Version
from careers.public.careers import PublicCareer, find_careers, public_once
from careers.public.outcomes import Gone
from careers.public.responses import gone_page
from careers.web import query_params
from careers.web.public_page import public_page
from careers.web.qr import qr_markup
from careers.web.rendering import PublicPage, absolute, render_public
from careers.web.same_origin import from_this_site
from careers.web.saved_careers import MAX_SAVED, has_room, read_saved, write_saved

MAX_TITLE_LENGTH = 80
MAX_NOTE_LENGTH = 300
MAX_CODE_LENGTH = 1_500  # characters; a longer address makes a code too fine to scan


@from_this_site
@require_http_methods(["GET", "HEAD", "POST"])
def saved(request: HttpRequest) -> HttpResponse:
    """What is saved on this device; a form adds (``add``), takes away (``remove``) or forgets it all."""
    return _change(request) if request.method == "POST" else _show(request)


def _change(request: HttpRequest) -> HttpResponse:
    slugs = read_saved(request)
    slug = query_params.checked(request.POST.get("c", ""), "c", 120)
    action = request.POST.get("action", "add")
    message = "done"
    if action == "clear":
        slugs = []
    elif action == "remove":
        slugs = [other for other in slugs if other != slug]
    elif action != "add":
        raise BadRequest("“action” is add, remove or clear.")
    else:
        match find_careers([slug], now=timezone.now()).get(slug):
            case None:
                raise Http404
            case Gone() as gone:
                return gone_page(request, gone)
            case PublicCareer() as career:
                wanted = list(dict.fromkeys([*slugs, career.slug]))
                slugs, message = (wanted, "saved") if has_room(wanted) else (slugs, "full")
    answer = redirect(f"{reverse('saved')}?told={message}")
    answer.status_code = 303  # the browser goes on with GET (RFC 9110, 15.4.4)
    write_saved(answer, slugs)
    return answer


def _show(request: HttpRequest) -> HttpResponse:
    slugs = read_saved(request)
    careers = public_once(find_careers(slugs, now=timezone.now()).values())
    context = {
        "cards": [career.as_summary() for career in careers],
        "credits": credits_of(careers),
        "compare": compare_address([career.slug for career in careers]),
        "told": query_params.text(request, "told", 10),
        "most": MAX_SAVED,
    }
    page = render_public(request, "saved/saved.html", context)
    patch_vary_headers(page, ["Cookie"])
    patch_cache_control(page, private=True, no_store=True)
    return page


@require_safe
@public_page(params=("title", "note", "c"), repeated=("c",))
def shared_list(request: HttpRequest) -> HttpResponseBase:
    """The careers named by ``c`` under a ``title`` and a ``note``: a list that is only an address."""
    title = query_params.text(request, "title", MAX_TITLE_LENGTH)
    note = query_params.text(request, "note", MAX_NOTE_LENGTH)
    slugs = query_params.texts(request, "c", most=MAX_SAVED)
    if len(slugs) > MAX_SAVED:
        raise BadRequest(f"A list has {MAX_SAVED} careers at most.")
    answers = find_careers(slugs, now=timezone.now())
    careers = public_once(answers.values())
    if slugs and not careers:
        return _nothing_left(request, answers.values())
    texts = [(name, text) for name, text in (("title", title), ("note", note)) if text]
    query = urlencode([*texts, *(("c", career.slug) for career in careers)])
    link = absolute(request, f"{request.path}?{query}")
    return _list_page(
        request,
        {
            "title": title,
            "note": note,
            "cards": [career.as_summary() for career in careers],
            "left_out": len(slugs) - len(careers),
            "credits": credits_of(careers),
            "compare": compare_address([career.slug for career in careers]),
            "link": link,
            "qr": qr_markup(link) if careers and len(link) <= MAX_CODE_LENGTH else None,
        },
    )


def _nothing_left(request: HttpRequest, answers: Iterable[PublicCareer | Gone]) -> PublicPage:
    """A list without a public career is gone with the first that was withdrawn. Raises Http404 else."""
    gone = next((answer for answer in answers if isinstance(answer, Gone)), None)
    if gone is None:
        raise Http404
    return gone_page(request, gone)


def _list_page(request: HttpRequest, context: dict[str, object]) -> PublicPage:
    return render_public(request, "saved/list.html", context, until=Version.objects.next_change_at())
