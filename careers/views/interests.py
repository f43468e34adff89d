"""Thirty statements, and the careers that resemble the answers. Nothing about the reader is kept.

The answers stand in the address and nowhere else. Pages with answers are not for the page cache, so that no
answer waits in memory either.
"""

from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from careers.interests.answers import CHOICES, COUNT, Answers
from careers.interests.matching import SOME, matches
from careers.interests.page import match_rows, picture
from careers.interests.statements import STATEMENTS
from careers.listing.by_occupation import rows_of
from careers.listing.clusters import shown_sheets
from careers.listing.rows import pay_axis
from careers.models import InterestProfile, Release, Version
from careers.reference import sources
from careers.reference.education_levels import SHORT_NAMES
from careers.reference.interest_types import INTEREST_TYPES
from careers.web import query_params
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, render_public

PAGE_LENGTH = 20
BROWSE_LENGTH = 50
MAX_SCHOOLING = max(SHORT_NAMES)


@require_safe
@public_page()
def interest_start(request: HttpRequest) -> PublicPage:
    """What this is, and the two ways through it."""
    return render_public(request, "interests/start.html", {"kinds": INTEREST_TYPES, "count": COUNT})


@require_safe
@public_page()
def interest_question(request: HttpRequest) -> HttpResponseBase:
    """One statement: the first that ``a`` has no answer to. ``next`` is the answer just given."""
    answers = _answers(request)
    given = query_params.text(request, "next", 1)
    if given and not answers.is_complete:
        if given not in dict(CHOICES):
            raise BadRequest("“next” is an answer from 1 to 5.")
        answers = Answers.read(answers.text + given)
        return redirect(_address(answers))
    if answers.is_complete:
        return redirect(_address(answers))
    number = len(answers.text)
    context = {
        "statement": STATEMENTS[number],
        "number": number + 1,
        "count": COUNT,
        "answers": answers.text,
        "before": answers.text[:-1],
        "choices": CHOICES,
        "is_missing": "next" in request.GET,
    }
    page = render_public(request, "interests/question.html", context)
    return _unkept(page) if answers.text or "next" in request.GET else page


@require_safe
@public_page()
def interest_all(request: HttpRequest) -> HttpResponseBase:
    """All statements on one page; when each has its answer, on to the results."""
    given = [query_params.text(request, f"s{number}", 1) for number in range(1, COUNT + 1)]
    if any(answer and answer not in dict(CHOICES) for answer in given):
        raise BadRequest("An answer is a number from 1 to 5.")
    if all(given):
        return redirect(_address(Answers.read("".join(given))))
    was_sent = "sent" in request.GET
    context = {
        "rows": list(zip(range(1, COUNT + 1), STATEMENTS, given, strict=True)),
        "missing": [number for number, answer in enumerate(given, 1) if not answer] if was_sent else [],
        "choices": CHOICES,
        "count": COUNT,
    }
    page = render_public(request, "interests/all.html", context)
    return _unkept(page) if any(given) or was_sent else page


@require_safe
def interest_results(request: HttpRequest) -> HttpResponseBase:
    """The interests that thirty answers add up to, and the careers that fit them, best first."""
    answers = _answers(request)
    if not answers.is_complete:
        return redirect(_address(answers))
    schooling = query_params.whole_number(request, "education", low=1, high=MAX_SCHOOLING)
    fitting = [match for match in matches(answers.scores, at_most_education=schooling) if match.fit >= SOME]
    page = query_params.page_of(request, fitting, PAGE_LENGTH)
    query = {"a": answers.text, **({"education": schooling} if schooling else {})}
    context = {
        "answers": answers.text,
        "picture": picture(answers),
        "page": page,
        "rows": match_rows(list(page.object_list)),
        "kinds": INTEREST_TYPES,
        "levels": SHORT_NAMES,
        "schooling": schooling,
        "query": urlencode(query),
        "release": _release(),
    }
    return _unkept(render_public(request, "interests/results.html", context))


@require_safe
@public_page()
def interest_method(request: HttpRequest) -> PublicPage:
    """How answers become a list of careers, and what that can't tell."""
    release = _release()
    rated = InterestProfile.objects.current().filter(release=release).count()
    return render_public(
        request,
        "interests/method.html",
        {"kinds": INTEREST_TYPES, "release": release, "rated": rated, "shown": shown_sheets().count()},
    )


@require_safe
@public_page(params=("page",))
def interest_detail(request: HttpRequest, slug: str) -> PublicPage:
    """One interest: what it means, and the careers that lead with it, by how strongly they do."""
    kind = next((kind for kind in INTEREST_TYPES if kind.field == slug), None)
    if kind is None:
        raise Http404
    sheets = shown_sheets().filter(interest_code__startswith=kind.letter).order_by("interest_code", "title")
    page = query_params.page_of(request, sheets.values_list("pk", flat=True), BROWSE_LENGTH)
    context = {
        "kind": kind,
        "kinds": INTEREST_TYPES,
        "page": page,
        "rows": rows_of(list(page.object_list)),
        "axis": pay_axis(),
        "statements": [statement for statement in STATEMENTS if statement.letter == kind.letter],
    }
    return render_public(request, "interests/detail.html", context, until=Version.objects.next_change_at())


def _answers(request: HttpRequest) -> Answers:
    try:
        return Answers.read(query_params.text(request, "a"))
    except ValueError as error:
        raise BadRequest(str(error)) from None


def _release() -> Release | None:
    return Release.objects.newest(sources.ONET_INTERESTS).first()


def _address(answers: Answers) -> str:
    """Where a reader with these answers goes on."""
    name = "careers:interest-results" if answers.is_complete else "careers:interest-question"
    query = f"?{urlencode({'a': answers.text})}" if answers.text else ""
    return f"{reverse(name)}{query}"


def _unkept(page: PublicPage) -> PublicPage:
    """Answers are the reader's own: nothing between here and there keeps the page."""
    patch_cache_control(page, no_store=True, private=True)
    return page
