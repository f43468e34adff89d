"""Lists in pieces. A cursor says after which item the next piece begins, so that pieces never overlap.

A cursor is opaque to clients: the key of the last item and how many came before, in URL-safe Base64.
"""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Annotated, Protocol, TypeVar

from django.db import models
from django.http import HttpRequest
from pydantic import Field

from careers.documents.base import Part
from careers.web.query_params import ParameterError
from careers.web.rendering import absolute

T = TypeVar("T")
M = TypeVar("M", bound=models.Model)

MAX_CURSOR_LENGTH = 400
Limit = Annotated[int, Field(ge=1, le=200, description="How many items at most.", examples=[20])]
Cursor = Annotated[
    str,
    Field(
        max_length=MAX_CURSOR_LENGTH,
        description="Where to go on: from `next` of the answer before. Leave it out for the first piece.",
    ),
]


class Paging(Protocol):
    """What every list takes. Its query declares both, since each has a length of its own."""

    limit: int
    cursor: str


class Listed(Part):
    """What every list says beside its ``items``."""

    total: int = Field(description="How many items there are in all pieces together.", examples=[2])
    next: str | None = Field(None, description="The address of the next piece; null after the last.")


def cut(items: Sequence[T], paging: Paging, key: Callable[[T], str]) -> tuple[list[T], str]:
    """One piece of ``items``, and the cursor of the next ("" after the last).

    An item that is gone meanwhile is found by its place. Raises ParameterError.
    """
    start = 0
    if paging.cursor:
        place, last = read_cursor(paging.cursor)
        index = next((at for at, item in enumerate(items) if key(item) == last), None)
        start = place if index is None else index + 1
    end = start + paging.limit
    piece = list(items[start:end])
    return piece, write_cursor(end, key(piece[-1])) if piece and end < len(items) else ""


def cut_rows(
    rows: models.QuerySet[M], paging: Paging, read: Callable[[str], object] = str
) -> tuple[list[M], str]:
    """The same of rows in the order of their primary keys, in one query. Raises ParameterError."""
    place = 0
    if paging.cursor:
        place, last = read_cursor(paging.cursor)
        try:
            rows = rows.filter(pk__gt=read(last))
        except ValueError:
            raise bad_cursor() from None
    window = list(rows.order_by("pk")[: paging.limit + 1])
    piece = window[: paging.limit]
    more = len(window) > paging.limit
    return piece, write_cursor(place + len(piece), str(piece[-1].pk)) if more else ""


def next_address(request: HttpRequest, cursor: str) -> str | None:
    """The address asked, going on at ``cursor``."""
    if not cursor:
        return None
    query = request.GET.copy()
    query["cursor"] = cursor
    return absolute(request, f"{request.path}?{query.urlencode()}")


def write_cursor(place: int, key: str) -> str:
    return base64.urlsafe_b64encode(f"{place}.{key}".encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[int, str]:
    """How many items came before, and the key of the last. Raises ParameterError."""
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (ValueError, binascii.Error):
        raise bad_cursor() from None
    place, _dot, key = text.partition(".")
    if not (place.isascii() and place.isdigit() and len(place) < 8 and key and key.isprintable()):
        raise bad_cursor()
    return int(place), key


def bad_cursor() -> ParameterError:
    return ParameterError("cursor", "Take the cursor from `next` of the answer before, as it is.")
