"""What an address asks for, refused in plain words where it makes no sense.

A view that reads its query through these never fails on it: what is too long, broken or out of range is
answered with 400 or 404.
"""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

REPLACED = "\N{REPLACEMENT CHARACTER}"  # what Django puts for bytes that are not UTF-8


def text(request: HttpRequest, name: str, longest: int = 100) -> str:
    """The parameter ``name``, trimmed; empty where it is missing. Raises BadRequest."""
    return checked(request.GET.get(name, ""), name, longest)


def texts(request: HttpRequest, name: str, *, most: int, longest: int = 120) -> list[str]:
    """All values of the parameter ``name``, each once and none empty. Raises BadRequest."""
    values = request.GET.getlist(name)
    if len(values) > 4 * most:
        raise BadRequest(f"“{name}” stands {len(values)} times in the address; at most {most} make sense.")
    kept = (checked(value, name, longest) for value in values)
    return list(dict.fromkeys(value for value in kept if value))


def checked(value: str, name: str, longest: int) -> str:
    """``value`` trimmed. Raises BadRequest where it is too long or holds what no text holds."""
    if len(value) > longest or "\0" in value or REPLACED in value:
        raise BadRequest(f"“{name}” is too long or is not text.")
    return value.strip()


def whole_number(request: HttpRequest, name: str, *, low: int, high: int) -> int | None:
    """The parameter ``name`` as a whole number from ``low`` to ``high``; None where it is not said."""
    value = text(request, name)
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and low <= int(value) <= high):
        raise BadRequest(f"“{name}” must be a whole number from {low} to {high}.")
    return int(value)


def page_of(request: HttpRequest, rows: Sequence[Any] | QuerySet[Any], length: int) -> Page[Any]:
    """The page of ``rows`` that ``page`` names, the first where it names none. Raises Http404 beyond the
    last.
    """
    try:
        return Paginator(rows, length).page(text(request, "page", 12) or 1)
    except (EmptyPage, PageNotAnInteger):
        raise Http404 from None
