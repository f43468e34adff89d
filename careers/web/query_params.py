"""The one reader of query parameters, for every page and for the API.

One policy holds everywhere:

- What is too long, is not text (NUL, broken UTF-8) or is out of range raises ParameterError: 400, with a
  sentence that says what is wrong. The API answers 422 and names the parameter.
- A choice or a page of a list that does not exist raises NoSuchChoice: 404. In the API: 422, likewise.
- A parameter that is missing or empty is as good as not there.
- A parameter that the view does not read is ignored.
"""

from collections.abc import Collection, Sequence
from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, QueryDict

REPLACED = "\N{REPLACEMENT CHARACTER}"  # what Django puts for bytes that are not UTF-8
MAX_CHOICE_LENGTH = 120  # no key of a choice is longer
MAX_PAGE_DIGITS = 6

#: A request, whose query is read, or the parameters themselves.
Source = HttpRequest | QueryDict


class ParameterError(BadRequest):
    """A parameter that makes no sense: its name, and what to do about it."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name
        self.message = message


class NoSuchChoice(Http404):  # an answer like Http404 rather than an error
    """A parameter that names what does not exist: its name, and what to do about it."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name
        self.message = message


def text(source: Source, name: str, longest: int = 100) -> str:
    """The parameter ``name``, trimmed; empty where it is missing. Raises ParameterError."""
    return checked(_params(source).get(name, ""), name, longest)


def words(source: Source, name: str, longest: int = 100) -> str:
    """The same with single spaces between words, for what a person typed. Raises ParameterError."""
    return " ".join(text(source, name, longest).split())


def texts(source: Source, name: str, *, most: int, longest: int = MAX_CHOICE_LENGTH) -> list[str]:
    """All values of the parameter ``name``, each once and none empty. Raises ParameterError."""
    values = _params(source).getlist(name)
    if len(values) > 4 * most:
        message = f"“{name}” stands {len(values)} times in the address; at most {most} make sense."
        raise ParameterError(name, message)
    checked_values = (checked(value, name, longest) for value in values)
    return list(dict.fromkeys(value for value in checked_values if value))


def checked(value: str, name: str, longest: int) -> str:
    """``value`` trimmed. Raises ParameterError where it is too long or holds what no text holds."""
    if "\0" in value or REPLACED in value:
        raise ParameterError(name, f"“{name}” holds bytes that are not text.")
    if len(value) > longest:
        raise ParameterError(name, f"“{name}” is at most {longest} letters long.")
    return value.strip()


def choice(source: Source, name: str, allowed: Collection[str]) -> str:
    """The parameter ``name``, one of ``allowed`` or empty. Raises ParameterError or NoSuchChoice."""
    value = text(source, name, MAX_CHOICE_LENGTH)
    if value and value not in allowed:
        raise NoSuchChoice(name, f"There is no such choice for “{name}”.")
    return value


def choices(source: Source, name: str, allowed: Collection[str]) -> tuple[str, ...]:
    """The values of the parameter ``name``, in the order of ``allowed``.

    Raises ParameterError, or NoSuchChoice where one of them is not allowed.
    """
    values = texts(source, name, most=max(len(allowed), 1))
    if not set(values) <= set(allowed):
        raise NoSuchChoice(name, f"There is no such choice for “{name}”.")
    return tuple(value for value in allowed if value in values)


def whole_number(source: Source, name: str, *, low: int, high: int) -> int | None:
    """The parameter ``name`` as a whole number from ``low`` to ``high``; None where it is missing.

    Raises ParameterError.
    """
    value = text(source, name)
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and low <= int(value) <= high):
        raise ParameterError(name, f"“{name}” must be a whole number from {low} to {high}.")
    return int(value)


def page_number(source: Source) -> int:
    """The number of the page of a list that ``page`` names, 1 where it is missing.

    Raises ParameterError, or NoSuchChoice for what cannot be the number of a page.
    """
    value = text(source, "page")
    if not value:
        return 1
    if not (value.isascii() and value.isdigit() and len(value) <= MAX_PAGE_DIGITS and int(value) > 0):
        raise no_such_page()
    return int(value)


def no_such_page() -> NoSuchChoice:
    """What to raise for a page after the last."""
    return NoSuchChoice("page", "There is no such page.")


def page_of(source: Source, rows: Sequence[Any] | QuerySet[Any], length: int) -> Page[Any]:
    """The page of ``rows`` that ``page`` names, the first where it is missing.

    Raises ParameterError, or NoSuchChoice beyond the last page.
    """
    try:
        return Paginator(rows, length).page(page_number(source))
    except EmptyPage:
        raise no_such_page() from None


def _params(source: Source) -> QueryDict:
    return source if isinstance(source, QueryDict) else source.GET
