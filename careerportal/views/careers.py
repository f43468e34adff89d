"""The list of careers."""

from itertools import groupby
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.views.decorators.http import require_safe

from careers.browse import chosen_sheets, fields_of_work
from careers.rendering import PublicPage, render_public
from careers.rows import career_rows, pay_axis

PAGE_LENGTH = 50
PARAMETERS = ("q", "cluster", "interest", "education", "pay", "growth")


@require_safe
def career_list(request: HttpRequest) -> PublicPage:
    """Careers from A to Z: all, or those that the address asks for."""
    chosen = {name: request.GET.get(name, "").replace("\0", "")[:100] for name in PARAMETERS}
    sheets = chosen_sheets(chosen).order_by("title")
    page = Paginator(sheets, PAGE_LENGTH).get_page(request.GET.get("page"))
    rows = career_rows(page.object_list)  # type: ignore[arg-type]  # a slice of the queryset
    context = {
        "page": page,
        "groups": [
            (letter, list(group)) for letter, group in groupby(rows, key=lambda row: row.title[:1].upper())
        ],
        "letters": _letters(list(sheets.values_list("title", flat=True))),
        "axis": pay_axis(),
        "fields": fields_of_work(),
        "chosen": chosen,
        "query": urlencode({name: value for name, value in chosen.items() if value}),
    }
    return render_public(request, "careers/career_list.html", context)


def _letters(titles: list[str]) -> list[tuple[str, int]]:
    """Each letter that a title begins with, and the page on which it first does."""
    first: dict[str, int] = {}
    for place, title in enumerate(titles):
        first.setdefault(title[:1].upper(), place // PAGE_LENGTH + 1)
    return list(first.items())
