"""Problem documents (RFC 9457): what every error of the API is answered with."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.http import JsonResponse

MEDIA_TYPE = "application/problem+json"


class Problem(JsonResponse):
    """``errors`` are the parameters that are wrong, each with ``name`` and ``detail``."""

    def __init__(
        self, status: int, detail: str, *, instance: str, errors: Iterable[Mapping[str, str]] = ()
    ) -> None:
        document: dict[str, Any] = {
            "type": "about:blank",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": detail,
            "instance": instance,
        }
        if listed := list(errors):
            document["errors"] = listed
        super().__init__(document, status=status, content_type=MEDIA_TYPE)


#: What to say where nothing better is known.
DETAILS = {
    400: "The request is not one that this site understands. Check its address.",
    404: "There is nothing at this address. /api/v1/ lists what there is.",
    405: "The API is for reading: use GET, HEAD or OPTIONS.",
    500: "Something broke on this site. It is not your fault; try again later.",
}

SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "What is wrong with a request, as RFC 9457 has it.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "const": "about:blank"},
        "title": {"type": "string", "description": "The status in words."},
        "status": {"type": "integer", "minimum": 301, "maximum": 599},
        "detail": {"type": "string", "description": "What is wrong here, and what to do about it."},
        "instance": {"type": "string", "description": "The path that was asked."},
        "errors": {
            "type": "array",
            "description": "The parameters that are wrong.",
            "items": {
                "type": "object",
                "required": ["name", "detail"],
                "properties": {"name": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}
