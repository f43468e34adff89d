"""The list of careers: search, filters, order; the same as CSV; suggestions; searches that found nothing."""

from itertools import groupby

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from careers.listing.entries import Entry
from careers.listing.facets import FACET_NAMES, facets
from careers.listing.lists import PAGE_LENGTH, CareerListPage, make_list
from careers.listing.rows import entry_rows, pay_axis
from careers.listing.spreadsheet import HEADINGS, cells
from careers.listing.state import A_TO_Z, read_state, sort_orders
from careers.models import SubjectType, Version, ZeroResultSearch
from careers.search.results import hits
from careers.search.suggestions import suggestions
from careers.search.words import fold
from careers.views.career_choices import chips, drops, filter_groups
from careers.web.csv_export import csv_lines
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, absolute, render_public
from careers.web.same_origin import from_this_site


@require_safe
@public_page(params=("q", *FACET_NAMES, "sort", "page", "told"), repeated=FACET_NAMES)
def career_list(request: HttpRequest) -> PublicPage:
    """Careers that the address asks for: found by words, narrowed, in one order."""
    shown = _list(request)
    page = shown.page()
    state = shown.state
    context = {
        "list": shown,
        "page": page,
        "groups": _groups(shown, page.object_list),  # type: ignore[arg-type]  # a slice of a list
        "letters": _letters(shown),
        "axis": pay_axis(),
        "filters": filter_groups(shown),
        "chips": chips(shown),
        "orders": sort_orders(),
        "query": state.on_page(1).query(),
        "next": state.on_page(state.page + 1).query() if page.has_next() else "",
        "previous": state.on_page(state.page - 1).query() if page.has_previous() else "",
        "drops": drops(shown) if not shown.total else [],
        "is_told": "told" in request.GET,
    }
    until = Version.objects.filter(subject_type=SubjectType.CAREER).next_change_at()
    return render_public(request, "careers/career_list.html", context, until=until)


@require_safe
def career_list_csv(request: HttpRequest) -> HttpResponse:
    """All careers of the list, not only those of one page."""
    rows = cells(_list(request).ordered, absolute(request, reverse("careers:career-list")))
    response = HttpResponse(csv_lines(HEADINGS, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="careers.csv"'
    return response


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Careers that what is typed so far may mean, for the search field."""
    state = read_state(request.GET, [])
    items = [
        {
            "title": suggestion.title,
            "also": suggestion.also,
            "address": reverse("careers:career-detail", args=[suggestion.slug]),
        }
        for suggestion in suggestions(state.text)
    ]
    response = JsonResponse({"items": items})
    response["Cache-Control"] = "public, max-age=300"
    return response


@require_POST
@from_this_site
def report_missing(request: HttpRequest) -> HttpResponse:
    """Keep what somebody looked for in vain, for the editors; nothing about who."""
    text = fold(read_state(request.POST, []).text)
    if not text:
        raise BadRequest("Nothing was searched for.")
    ZeroResultSearch.report(text, on=timezone.localdate())
    return redirect(f"{reverse('careers:career-list')}?told=1", permanent=False)


def _list(request: HttpRequest) -> CareerListPage:
    every_facet = facets()
    return make_list(read_state(request.GET, every_facet), every_facet)


def _groups(shown: CareerListPage, entries: list[Entry]) -> list[dict[str, object]]:
    """The rows of one page, by letter where they run from A to Z; each with why it was found."""
    whys = {}
    if shown.results:
        keys = {entry.key for entry in entries}
        page = [career for career in shown.results.ranked if career.key in keys]
        whys = {hit.slug: hit.why for hit in hits(shown.results, page)}
    rows = [{"row": row, "why": whys.get(row.career.slug)} for row in entry_rows(entries)]
    if shown.state.sort != A_TO_Z:
        return [{"letter": "", "rows": rows}]
    by_letter = groupby(rows, key=lambda item: item["row"].career.title[:1].upper())  # type: ignore[union-attr]
    return [{"letter": letter, "rows": list(group)} for letter, group in by_letter]


def _letters(shown: CareerListPage) -> list[tuple[str, str]]:
    """Each letter that a title begins with, and the address of the page on which it first does."""
    if shown.state.sort != A_TO_Z:
        return []
    first: dict[str, str] = {}
    for place, entry in enumerate(shown.ordered):
        number = place // PAGE_LENGTH + 1
        letter = entry.title[:1].upper()
        first.setdefault(letter, f"?{shown.state.on_page(number).query()}#letter-{letter}")
    return list(first.items())
