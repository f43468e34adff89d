"""The API's description, for programs and for people."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from careerportal.api.description import Operation, describe, operations
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, absolute, render_public

#: More of an example than this is left to whoever tries it.
MAX_EXAMPLE_LENGTH = 1_600


@dataclass(frozen=True, slots=True)
class ApiField:
    """A parameter, which may be needed, or a field of an answer."""

    name: str
    type: str
    about: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Section:
    """What one address does."""

    id: str
    title: str
    about: str
    path: str
    parameters: list[ApiField]
    address: str
    example: str


@dataclass(frozen=True, slots=True)
class Type:
    """A type of the answers."""

    name: str
    about: str
    fields: list[ApiField]


@require_safe
@public_page()
def openapi(request: HttpRequest) -> JsonResponse:
    """The OpenAPI document."""
    return JsonResponse(describe(request), json_dumps_params={"ensure_ascii": False})


@require_safe
@public_page()
def documentation(request: HttpRequest) -> PublicPage:
    """The same for people, made from the document."""
    document = describe(request)
    groups: dict[str, list[Section]] = {}
    for path, operation in operations(document):
        group = operation.get("tags", ["Start"])[0]
        groups.setdefault(group, []).append(_section(path, operation))
    context = {
        "groups": groups,
        "types": list(_types(document["components"]["schemas"])),
        "root": absolute(request, "/api/v1/"),
        "per_minute": settings.API_REQUESTS_PER_MINUTE,
        "text_license": settings.TEXT_LICENSE,
    }
    return render_public(request, "site/api.html", context)


def _section(path: str, operation: Operation) -> Section:
    content = operation["responses"]["200"].get("content", {})
    return Section(
        id=operation["operationId"],
        title=operation["summary"],
        about=_plain(operation.get("description", "")),
        path=path,
        parameters=[
            ApiField(
                name=parameter["name"],
                type=type_words(parameter["schema"]),
                about=_plain(parameter.get("description", "")),
                is_required=parameter["required"],
            )
            for parameter in operation["parameters"]
        ],
        address=operation["x-example-address"],
        example=_example(content.get("application/json", {}).get("example")),
    )


def _plain(text: str) -> str:
    """A description without its marks and line ends."""
    return " ".join(text.replace("`", "").split())


def _example(value: Any) -> str:
    if value is None:
        return ""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text if len(text) <= MAX_EXAMPLE_LENGTH else text[:MAX_EXAMPLE_LENGTH].rsplit("\n", 1)[0] + "\n…"


def _types(schemas: Mapping[str, Any]) -> Iterator[Type]:
    for name, schema in sorted(schemas.items()):
        yield Type(
            name=name,
            about=_plain(schema.get("description", "")),
            fields=[
                ApiField(field, type_words(part), _plain(part.get("description", "")), is_required=False)
                for field, part in schema.get("properties", {}).items()
            ],
        )


def type_words(schema: Mapping[str, Any]) -> str:
    """A JSON Schema's type in a few words: “list of Duty”, “number or null”, “R or I”."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    for choice in ("anyOf", "oneOf", "allOf"):
        if choice in schema:
            return " or ".join(dict.fromkeys(type_words(part) for part in schema[choice]))
    if "enum" in schema:
        return " or ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {type_words(schema.get('items', {}))}"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"{type_words(schema['additionalProperties'])} by key"
    return str(schema.get("format") or schema.get("type") or "anything")
