"""The API's description of itself: the OpenAPI document, completed with what the framework leaves out.

Examples are what this site answers today, cut short, so that none can be wrong.
"""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, QueryDict
from django.urls import resolve

from careerportal.api.problems import MEDIA_TYPE, SCHEMA
from careerportal.api.v1 import api
from careers.web.rendering import absolute

ROOT = "/api/v1/"
#: What any address may be answered with, beside what its own operation says.
COMMON = {
    400: "The request is not one that this site understands.",
    422: "A parameter is not what it should be; `errors` says which.",
    429: "Too many requests from one address. Wait as long as `Retry-After` says.",
}
FOUND_BY_NAME = {404: "There is no such thing."}
WITHDRAWN = {410: "The text was withdrawn, and nothing else is at its address."}
MOVED = {301: "The slug is an old one: Location says where its owner is now."}
#: Addresses below which slugs may be old, or lead to what is withdrawn.
OF_TEXTS = (f"{ROOT}careers/{{slug}}/", f"{ROOT}guides/{{slug}}/")
#: Marks a parameter, in its schema, that the example uses though it may be left out.
TRIED = "x-tried"
MAX_LIST_LENGTH = 1

Operation = dict[str, Any]


def describe(request: HttpRequest) -> dict[str, Any]:
    """The whole document, with this site's address and examples of its own answers."""
    document: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=ROOT)))
    document["servers"] = [{"url": absolute(request, "/").rstrip("/")}]
    document["components"]["schemas"]["Problem"] = deepcopy(SCHEMA)
    for path, operation in operations(document):
        _complete_parameters(operation)
        _complete_responses(path, operation)
        _add_example(request, path, operation)
    return document


def operations(document: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    """Each path with what GET does there."""
    for path, methods in document["paths"].items():
        yield path, methods["get"]


def _complete_parameters(operation: Operation) -> None:
    """An example for each parameter where OpenAPI wants it: beside the schema, one, not a list."""
    for parameter in operation["parameters"]:
        examples = parameter["schema"].get("examples")
        parameter.pop("examples", None)
        if parameter["in"] == "path" and not examples:
            examples = parameter["schema"].get("enum")  # any of its choices will do
        if examples:
            parameter["example"] = examples[0]


def _complete_responses(path: str, operation: Operation) -> None:
    responses = operation["responses"]
    headers = {"ETag": {"schema": {"type": "string"}, "description": "Send it back as If-None-Match."}}
    responses["200"].setdefault("headers", {}).update(headers)
    responses["304"] = {"description": "Nothing changed since the answer that If-None-Match names."}
    errors = dict(COMMON)
    if "{" in path:
        errors |= FOUND_BY_NAME
    if "/careers/" in path and path != f"{ROOT}careers/":
        errors |= FOUND_BY_NAME | WITHDRAWN
    if path.startswith(OF_TEXTS):
        errors |= MOVED | WITHDRAWN
    for status, description in sorted(errors.items()):
        responses[str(status)] = _problem(status, description)


def _problem(status: int, description: str) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    response: dict[str, Any] = {"description": description, "content": content}
    if status == 429:
        waiting = {"description": "Seconds to wait.", "schema": {"type": "integer", "minimum": 1}}
        response["headers"] = {"Retry-After": waiting}
    return response


def example_address(path: str, operation: Operation) -> str:
    """An address to try, made of the parameters' examples."""
    pairs: list[tuple[str, str]] = []
    for parameter in operation["parameters"]:
        example = parameter.get("example")
        if example is None:
            continue
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", str(example))
        elif parameter["required"] or parameter["schema"].get(TRIED):
            values = example if isinstance(example, list) else [example]
            pairs += [(parameter["name"], str(value)) for value in values]
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _add_example(request: HttpRequest, path: str, operation: Operation) -> None:
    address = example_address(path, operation)
    operation["x-example-address"] = address
    content = operation["responses"]["200"].get("content", {})
    if set(content) == {"application/json"} and (example := _ask(request, address)) is not None:
        content["application/json"]["example"] = shortened(example)


def _ask(request: HttpRequest, address: str) -> Any:
    """What the site answers at ``address``; None where it has nothing there."""
    path, _question_mark, query = address.partition("?")
    inner = HttpRequest()
    inner.method, inner.path, inner.path_info = "GET", path, path
    inner.META = {**request.META, "QUERY_STRING": query}
    inner.GET = QueryDict(query)
    try:
        match = resolve(path)
    except Http404:
        return None
    inner.resolver_match = match
    response = match.func(inner, *match.args, **match.kwargs)
    return json.loads(response.content) if response.status_code == 200 else None


def shortened(value: Any) -> Any:
    """``value`` with its lists cut to their first item."""
    if isinstance(value, dict):
        return {key: shortened(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shortened(part) for part in value[:MAX_LIST_LENGTH]]
    return value
