"""A kept page is what Django would have sent, sooner; and it goes when the content changes."""

import gzip
import io
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import brotli
import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from careerportal.pagecache import CachedApplication
from careerportal.pagecache.rules import KeyMaker
from careerportal.pagecache.version import KnownVersion
from careers.web.rendering import keep_until

PAGES = "tests.careerportal.pagecache.pages"
MEGABYTE = 1024 * 1024
View = Callable[[HttpRequest], HttpResponseBase]


@dataclass
class Reply:
    status: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Site:
    """A cached site with one view, which counts how often it was asked."""

    view: View = lambda request: HttpResponse(f"page of {request.get_full_path()} " + "words " * 500)
    capacity: int = MEGABYTE
    version: int = 1
    proxy_header: tuple[str, str] | None = None
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.content_version = KnownVersion(lambda: self.version)
        keys = KeyMaker(self.proxy_header, PAGES)
        self.application = CachedApplication(
            self.django, capacity=self.capacity, keys=keys, version=self.content_version
        )

    def django(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> HttpResponseBase:
        """What Django's own application does: start the response and return the object itself."""
        request = RequestFactory().generic(
            environ["REQUEST_METHOD"],
            environ["PATH_INFO"],
            QUERY_STRING=environ["QUERY_STRING"],
            SCRIPT_NAME=environ.get("SCRIPT_NAME", ""),
        )
        self.requests.append(request.get_full_path())
        response = self.view(request)
        cookies = [("Set-Cookie", cookie.OutputString()) for cookie in response.cookies.values()]
        start_response(f"{response.status_code} {response.reason_phrase}", [*response.items(), *cookies])
        return response

    def get(self, address: str, method: str = "GET", **headers: str) -> Reply:
        path, _, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": "careers.example.org",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            **headers,
        }
        begun: list[Any] = []
        body = b"".join(self.application(environ, lambda *started: begun.append(started)))
        return Reply(begun[0][0], dict(begun[0][1]), body)

    def content_changes(self) -> None:
        """As when an editor publishes: the version rises, and a second goes by."""
        self.version += 1
        self.content_version.forget()


def test_page_is_made_once_and_the_same_for_all() -> None:
    site = Site()

    first = site.get("/page/")
    second = site.get("/page/", HTTP_COOKIE="sessionid=somebody", HTTP_ACCEPT_LANGUAGE="es")

    assert site.requests == ["/page/"]
    assert first == second
    assert first.body.startswith(b"page of /page/")
    assert first.headers["Cache-Control"] == "public, max-age=60"
    assert first.headers["Vary"] == "Accept-Encoding"
    assert first.headers["Content-Length"] == str(len(first.body))


def test_change_of_content_makes_pages_anew() -> None:
    site = Site()
    site.get("/page/")

    site.content_changes()
    site.get("/page/")

    assert site.requests == ["/page/", "/page/"]


def test_version_is_asked_at_most_once_a_second() -> None:
    reads = itertools.count(1)
    site = Site()
    site.application.version = KnownVersion(lambda: next(reads))

    for _ in range(50):
        site.get("/page/")

    assert next(reads) == 2


def test_change_by_this_process_shows_at_once() -> None:
    site = Site()
    site.get("/page/")
    site.version += 1

    site.get("/publish/", "POST")
    site.get("/page/")

    assert site.requests == ["/page/", "/publish/", "/page/"]


@pytest.mark.parametrize(
    ("accepted", "coding", "unpack"),
    [
        pytest.param("br, gzip", "br", brotli.decompress, id="brotli first"),
        pytest.param("gzip, deflate", "gzip", gzip.decompress, id="gzip"),
        pytest.param("br;q=0, gzip;q=0.5", "gzip", gzip.decompress, id="brotli refused"),
        pytest.param("", None, bytes, id="neither"),
        pytest.param("identity", None, bytes, id="plain"),
    ],
)
def test_page_is_packed_as_the_reader_likes(
    accepted: str, coding: str | None, unpack: Callable[[bytes], bytes]
) -> None:
    site = Site()
    plain = site.get("/page/").body

    reply = site.get("/page/", HTTP_ACCEPT_ENCODING=accepted)

    assert reply.headers.get("Content-Encoding") == coding
    assert unpack(reply.body) == plain
    assert reply.headers["Content-Length"] == str(len(reply.body))


def test_page_that_the_browser_has_is_not_sent_again() -> None:
    site = Site()
    tag = site.get("/page/").headers["ETag"]

    same = site.get("/page/", HTTP_IF_NONE_MATCH=f'"other", {tag}')
    different = site.get("/page/", HTTP_IF_NONE_MATCH='"other"')

    assert (same.status, same.body) == ("304 Not Modified", b"")
    assert same.headers["ETag"] == tag
    assert different.status == "200 OK"


def test_head_is_the_page_without_its_body() -> None:
    site = Site()

    head = site.get("/page/", "HEAD")
    page = site.get("/page/")

    assert head.body == b""
    assert head.headers == page.headers
    assert site.requests == ["/page/"]


def test_known_parameters_make_pages_of_their_own_in_any_order() -> None:
    site = Site()

    site.get("/page/?q=nurse&area=47900")
    site.get("/page/?area=47900&q=nurse")
    site.get("/page/?area=35620")

    assert site.requests == ["/page/?area=47900&q=nurse", "/page/?area=35620"]


def test_order_of_parameters_is_that_of_the_view_and_not_of_the_alphabet() -> None:
    site = Site()

    site.get("/finder/?kind=b&near=x&kind=a&q=y")

    assert site.requests == ["/finder/?q=y&near=x&kind=b&kind=a"]


def test_tracking_parameters_reach_neither_the_page_nor_the_memory() -> None:
    site = Site()

    first = site.get("/page/?utm_source=mail&area=47900&fbclid=x")
    second = site.get("/page/?area=47900")

    assert site.requests == ["/page/?area=47900"]
    assert first.body == second.body


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/page/?wat=1", id="unknown parameter"),
        pytest.param("/page/?area=1&area=2", id="parameter given twice"),
        pytest.param("/page/?q=" + "x" * 400, id="very long query"),
        pytest.param("/admin/", id="page that declares nothing"),
    ],
)
def test_other_addresses_go_to_django_untouched(address: str) -> None:
    site = Site()

    site.get(address)
    site.get(address)

    assert site.requests == [address, address]


def cookie(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("yours")
    response.set_cookie("csrftoken", "secret")
    return response


@pytest.mark.parametrize(
    "view",
    [
        pytest.param(cookie, id="sets a cookie"),
        pytest.param(lambda request: HttpResponse("yours", headers={"Vary": "Cookie"}), id="reads a cookie"),
        pytest.param(lambda request: HttpResponse(headers={"Cache-Control": "private"}), id="private"),
        pytest.param(lambda request: HttpResponse("gone", status=404), id="not found"),
        pytest.param(lambda request: HttpResponse(status=500), id="error"),
        pytest.param(lambda request: StreamingHttpResponse([b"a", b"b"]), id="stream"),
    ],
)
def test_answer_for_one_reader_is_not_kept(view: View) -> None:
    site = Site(view)

    first = site.get("/page/")
    site.get("/page/")

    assert len(site.requests) == 2
    assert "max-age=60" not in first.headers.get("Cache-Control", "")


def until(moment: datetime) -> View:
    def view(request: HttpRequest) -> HttpResponse:
        response = HttpResponse("for now")
        keep_until(response, moment)
        return response

    return view


def test_page_is_not_kept_beyond_the_moment_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime.now(UTC)
    site = Site(until(now + timedelta(seconds=30)))
    site.get("/page/")

    in_time = site.get("/page/")
    monkeypatch.setattr("time.time", (now + timedelta(seconds=31)).timestamp)
    site.get("/page/")

    assert 25 <= int(in_time.headers["Cache-Control"].removeprefix("public, max-age=")) <= 30
    assert len(site.requests) == 2


def test_page_that_only_the_date_changes_is_made_again_after_ten_minutes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = Site()
    site.get("/page/")

    later = datetime.now(UTC) + timedelta(minutes=10, seconds=1)
    monkeypatch.setattr("time.time", later.timestamp)
    site.get("/page/")

    assert len(site.requests) == 2


def test_hosts_and_schemes_have_pages_of_their_own() -> None:
    site = Site(proxy_header=("HTTP_X_FORWARDED_PROTO", "https"))

    site.get("/page/")
    site.get("/page/", HTTP_X_FORWARDED_PROTO="https")
    site.get("/page/", HTTP_HOST="www.example.org")

    assert len(site.requests) == 3


@pytest.mark.parametrize("address", ["/page/", "/admin/"], ids=["kept", "not kept"])
def test_clients_script_name_is_on_no_page(address: str) -> None:
    site = Site()

    first = site.get(address, SCRIPT_NAME="/evil")
    second = site.get(address)

    assert b"evil" not in first.body
    assert first.body == second.body


def test_memory_is_bounded_and_searches_push_out_no_page() -> None:
    site = Site(capacity=40_000)
    site.get("/page/")

    for number in range(100):
        site.get(f"/page/?q={number}")
    site.get("/page/?q=99")
    site.get("/page/")
    site.get("/page/?q=0")

    assert site.application.store.varied.size <= 20_000
    assert site.requests.count("/page/") == 1
    assert site.requests.count("/page/?q=99") == 1
    assert site.requests.count("/page/?q=0") == 2


def test_no_memory_means_no_cache() -> None:
    site = Site(capacity=0)

    site.get("/page/")
    site.get("/page/")

    assert len(site.requests) == 2


def test_pages_stay_while_the_database_is_away() -> None:
    site = Site()
    site.get("/page/")

    def fail() -> int:
        raise OperationalError("the server closed the connection")

    site.content_version._read = fail
    site.content_version.forget()
    site.get("/page/")

    assert site.requests == ["/page/"]


def test_without_any_version_nothing_is_kept() -> None:
    def fail() -> int:
        raise OperationalError("no such server")

    site = Site()
    site.application.version = KnownVersion(fail)

    site.get("/page/")
    site.get("/page/")

    assert len(site.requests) == 2


def test_unchanged_page_still_lets_other_sites_read_it() -> None:
    """Browsers ask for CORS of a 304 too."""
    site = Site(view=lambda request: HttpResponse("data", headers={"Access-Control-Allow-Origin": "*"}))
    tag = site.get("/page/").headers["ETag"]

    again = site.get("/page/", HTTP_IF_NONE_MATCH=tag)

    assert again.status == "304 Not Modified"
    assert again.headers["Access-Control-Allow-Origin"] == "*"


def test_first_reader_who_has_an_old_copy_fills_the_memory() -> None:
    """What a reader has already is the kept page's business, so Django is asked for the whole page."""
    told: list[str] = []
    site = Site()
    ask_django = site.application.django

    def django(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        told.extend(name for name in environ if name in ("HTTP_IF_NONE_MATCH", "HTTP_ACCEPT_ENCODING"))
        return ask_django(environ, start_response)

    site.application.django = django
    site.get("/page/", HTTP_IF_NONE_MATCH='"old"', HTTP_ACCEPT_ENCODING="gzip")
    site.get("/page/")

    assert told == []
    assert site.requests == ["/page/"]
