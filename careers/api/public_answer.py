"""How an operation of the API declares what its answer depends on."""

from collections.abc import Callable
from typing import Any, get_origin

from ninja import Schema

from careers.web.public_page import public_page

Operation = Callable[..., Any]


def public_answer(query: type[Schema] | None = None) -> Callable[[Operation], Operation]:
    """Declare that an answer is the same for every client and depends on the parameters of ``query`` alone.

    Parameters that are lists may be repeated.
    """
    fields = query.model_fields if query else {}
    lists = [name for name, field in fields.items() if get_origin(field.annotation) is list]
    return public_page(params=fields, repeated=lists)
