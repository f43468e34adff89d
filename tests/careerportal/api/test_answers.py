"""What holds for every answer of the API: problems, CORS, ETags, compression, limits."""

import gzip
import json
import time
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.test import Client

from careerportal.api.limit import AddressThrottle, LimitedApplication
from tests.careerportal.api.conftest import SLUG, Api

pytestmark = pytest.mark.django_db
Environ = dict[str, Any]

UNKNOWN = {
    "nothing there": "/api/v1/nothing/",
    "other version": "/api/v9/careers/",
    "upper case": "/api/v1/Careers/",
    "file": "/api/v1/wp-login.php",
    "NUL": "/api/v1/careers/%00/",
    "broken UTF-8": "/api/v1/careers/%ff%fe/",
    "path upwards": "/api/v1/careers/..%2f..%2fetc/",
    "long": f"/api/v1/careers/{'x' * 10_000}/",
    "huge number": f"/api/v1/schools/{'9' * 5000}/programs/",
    "unknown career": "/api/v1/careers/nobody/",
}


@pytest.mark.parametrize("path", UNKNOWN.values(), ids=UNKNOWN)
def test_unknown_address_is_a_problem_document(client: Client, path: str) -> None:
    response = client.get(path)

    assert response.status_code in (404, 422)
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response.json()["status"] == response.status_code


BENT = {
    "NUL": "q=a%00b",
    "broken UTF-8": "q=%ff%fe",
    "10 KB": f"q={'x' * 10_000}",
    "ten thousand parameters": "&".join(["zone=1"] * 10_001),
    "limit of letters": "limit=many",
    "limit too high": f"limit={10**30}",
    "unknown order": "sort=luck",
    "unknown zone": "zone=9",
    "NUL in a filter": "cluster=%00",
    "cursor of nothing": "cursor=%00",
}


@pytest.mark.parametrize("query", BENT.values(), ids=BENT)
def test_bent_parameter_is_refused_by_name(client: Client, query: str) -> None:
    response = client.get(f"/api/v1/careers/?{query}")

    assert response.status_code in (400, 422)
    problem = response.json()
    assert problem["detail"]
    if response.status_code == 422:
        assert problem["errors"][0]["name"] == query.partition("=")[0]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_api_is_for_reading(client: Client, method: str) -> None:
    response = getattr(client, method)("/api/v1/careers/")

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response["Content-Type"] == "application/problem+json"


def test_pages_elsewhere_may_ask(client: Client) -> None:
    answer = client.get("/api/v1/careers/", headers={"origin": "https://school.example"})
    preflight = client.options("/api/v1/careers/", headers={"origin": "https://school.example"})

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert (preflight.status_code, preflight["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")


def test_head_is_answered(client: Client) -> None:
    response = client.head("/api/v1/careers/")

    assert (response.status_code, response.content) == (200, b"")


def test_unchanged_answer_is_not_sent_again(client: Client) -> None:
    tag = client.get("/api/v1/releases/")["ETag"]

    again = client.get("/api/v1/releases/", headers={"if-none-match": tag})

    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"


@pytest.mark.usefixtures("world")
def test_answers_are_compressed_where_that_is_taken(api: Api) -> None:
    plain = api.ask(f"careers/{SLUG}/").content

    small = api.ask(f"careers/{SLUG}/", accept_encoding="gzip")

    assert small["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == plain
    assert len(small.content) < len(plain) / 3


Ask = Callable[..., tuple[str, dict[str, str], bytes]]


def limited(**options: Any) -> Ask:
    """A site that answers everything, three times a minute."""

    def site(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [b"fine"]

    application = LimitedApplication(site, per_minute=3, **options)

    def ask(path: str = "/api/v1/", **values: str) -> tuple[str, dict[str, str], bytes]:
        begun: list[Any] = []
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "REMOTE_ADDR": "192.0.2.1", **values}
        body = b"".join(application(environ, lambda *started: begun.append(started)))
        return begun[0][0], dict(begun[0][1]), body

    return ask


def test_who_asks_too_often_is_told_when_to_ask_again(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = time.time()
    monkeypatch.setattr(AddressThrottle, "timer", staticmethod(lambda: moment))
    ask = limited()
    assert [ask()[0] for _ in range(3)] == ["200 OK"] * 3

    status, headers, body = ask()

    assert status == "429 Too Many Requests"
    assert headers["Retry-After"] == "60"
    assert headers["Content-Type"] == "application/problem+json"
    assert json.loads(body)["status"] == 429
    assert ask(REMOTE_ADDR="192.0.2.2")[0] == "200 OK"
    assert ask("/careers/")[0] == "200 OK"
    moment += 60
    assert ask()[0] == "200 OK"


def test_proxy_names_the_visitor_where_it_is_trusted() -> None:
    ask = limited(address_header="X-Real-IP")

    answers = [ask(HTTP_X_REAL_IP=f"192.0.2.{number}")[0] for number in range(9)]

    assert answers == ["200 OK"] * 9


def test_nobody_gets_round_the_limit_by_a_header_of_his_own() -> None:
    ask = limited()

    answers = [ask(HTTP_X_FORWARDED_FOR=f"192.0.2.{number}")[0] for number in range(4)]

    assert answers[-1] == "429 Too Many Requests"


@pytest.mark.parametrize(("spares", "status"), [(True, "200 OK"), (False, "429 Too Many Requests")])
def test_local_site_does_not_count_its_own_machine(spares: bool, status: str) -> None:
    ask = limited(spares_loopback=spares)

    answers = [ask(REMOTE_ADDR="127.0.0.1")[0] for _ in range(9)]

    assert answers[-1] == status
