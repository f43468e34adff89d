"""Pages out of the page cache, and how soon the site stands."""

import io
import time
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from careerportal.pagecache import CachedApplication
from careerportal.pagecache.rules import KeyMaker
from careerportal.pagecache.version import KnownVersion
from tests.bench import measure

REQUESTS = 5_000
# Markup repeats itself less than a line of one letter, and more than noise.
WORDS = [f"<li class='row'>{number * 7919 % 100_003}</li>" for number in range(3_000)]
TEXT = "".join(WORDS)[:50_000]


def _application() -> CachedApplication:
    def django(environ: dict[str, Any], start_response: Any) -> HttpResponseBase:
        RequestFactory().generic(environ["REQUEST_METHOD"], environ["PATH_INFO"])
        start_response("200 OK", [])
        response = HttpResponse(TEXT)
        response.close = lambda: None  # type: ignore[method-assign]  # it would close the bench's connection
        return response

    return CachedApplication(
        django, capacity=64 * 1024 * 1024, keys=KeyMaker(), version=KnownVersion(lambda: 1)
    )


def _get(application: CachedApplication, path: str) -> None:
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "area=47900",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip, br",
        "wsgi.input": io.BytesIO(),
    }
    b"".join(application(environ, lambda *started: started))


@measure("a kept page, per second and process, without the server", unit="/s", at_least=10_000)
def kept_pages() -> float:
    application = _application()
    _get(application, "/careers/registered-nurses/")
    begun = time.perf_counter()
    for _ in range(REQUESTS):
        _get(application, "/careers/registered-nurses/")
    return REQUESTS / (time.perf_counter() - begun)


@measure("packing a page of 50 KB for keeping", unit="ms", at_most=25)
def packing() -> float:
    application = _application()
    begun = time.perf_counter()
    for number in range(20):
        _get(application, f"/careers/career-{number}/")
    return (time.perf_counter() - begun) / 20 * 1000
