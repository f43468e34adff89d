"""The API's description of itself, and whether the site keeps to it whatever is asked."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from careerportal.wsgi import application
from tests.careerportal.api.conftest import SLUG, Api

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world", "_one_connection")]

CHECKS: list[Any] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
    allow_header_conformance,
]
PATHS = (
    *("/api/v1/", "/api/v1/careers/", "/api/v1/careers/compare/", "/api/v1/careers/{slug}/"),
    *("/api/v1/careers/{slug}/versions/", "/api/v1/careers/{slug}/versions/{number}/"),
    *("/api/v1/careers/{slug}/figures/", "/api/v1/filters/", "/api/v1/occupations/", "/api/v1/areas/"),
    *("/api/v1/clusters/", "/api/v1/releases/", "/api/v1/guides/", "/api/v1/guides/{slug}/"),
    *("/api/v1/downloads/", "/api/v1/downloads/{name}.{form}"),
    *("/api/v1/schools/placements/", "/api/v1/schools/{unitid}/programs/"),
)
#: What stands for the variable parts of addresses, so that most answers are good ones.
REAL = {"slug": SLUG, "number": 1, "name": "projections", "form": "json", "unitid": 202222}
#: Of each kind, for each address. More find no more, and take their time.
EXAMPLES = 10


@pytest.fixture
def _one_connection(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Requests close connections that look old; here there is one, with the test's transaction."""
    monkeypatch.setattr("careerportal.pagecache.version.close_old_connections", lambda: None)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(scope="module")
def description() -> dict[str, Any]:
    """Asked once, and kept for all cases."""
    return {}


@pytest.fixture
def operations(description: dict[str, Any]) -> dict[str, Any]:
    if not description:
        schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
        for result in schema.get_all_operations():
            assert isinstance(result, Ok), result
            operation = result.ok()
            description[operation.path] = operation
    return description


def test_every_address_is_tried(operations: dict[str, Any]) -> None:
    assert sorted(operations) == sorted(PATHS)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["good", "bad"])
@pytest.mark.parametrize("path", PATHS)
def test_answers_are_as_described(operations: dict[str, Any], path: str, mode: GenerationMode) -> None:
    operation = operations[path]
    if mode == GenerationMode.POSITIVE:
        parameters = {name: value for name, value in REAL.items() if f"{{{name}}}" in path}
        always(operation.as_strategy(generation_mode=mode, path_parameters=parameters), keeps_its_word)
    elif has_parameters(operation):
        always(operation.as_strategy(generation_mode=mode), keeps_its_word)


def has_parameters(operation: Any) -> bool:
    return bool(len(operation.query) or len(operation.path_parameters))


def keeps_its_word(case: Case[Any]) -> None:
    case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})


def always(cases: Any, holds: Callable[[Any], None]) -> None:
    """The same cases every time, so that a failure can be repeated."""
    quietly = settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    test: Callable[[], None] = quietly(given(cases)(holds))  # type: ignore[no-untyped-call]  # hypothesis has no type for it
    test()


def test_examples_are_answers_of_this_site(client: Client) -> None:
    document = client.get("/api/v1/openapi.json").json()

    assert document["openapi"].startswith("3.1")
    for path, methods in document["paths"].items():
        content = methods["get"]["responses"]["200"]["content"]
        without = path.endswith("{form}") or "guides/{slug}" in path  # a file; no guide is published here
        assert without or "example" in content["application/json"], path
    careers = document["paths"]["/api/v1/careers/{slug}/"]["get"]["responses"]["200"]["content"]
    assert careers["application/json"]["example"]["soc"] == "29-2072"


def test_every_error_is_described_as_a_problem(api: Api) -> None:
    for path, methods in api.get("openapi.json")["paths"].items():
        responses = methods["get"]["responses"]
        errors = {status for status in responses if status >= "400"}
        assert {"400", "422", "429"} <= errors, path
        for status in errors:
            assert list(responses[status]["content"]) == ["application/problem+json"]


def test_people_can_read_it_without_script(client: Client) -> None:
    page = client.get("/api/").content.decode()

    for path in PATHS:
        assert f"GET {path}" in page
    assert "Retry-After" in page
    assert page.count("<script") == client.get("/about/").content.decode().count("<script")


def test_every_address_to_try_has_its_parts_filled_in(api: Api) -> None:
    paths = api.get("openapi.json")["paths"]

    addresses = [operations["get"]["x-example-address"] for operations in paths.values()]

    assert [address for address in addresses if "{" in address] == []
