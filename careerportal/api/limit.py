"""How often one address may ask the API: generous for a class behind one address, an end to a runaway loop.

Django Ninja's throttle counts, in the memory of each server process: with two processes an address may ask up
to twice as often. That is enough to protect the site, and needs no server of its own. Django Ninja would
count behind the page cache, which most requests never pass; so they are counted here, before it.
"""

import math
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest
from django.utils.http import urlencode
from ninja.throttling import AnonRateThrottle

from careerportal.api.middleware import PREFIX, with_cors
from careerportal.api.problems import Problem

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
WSGIApplication = Callable[[Environ, StartResponse], Iterable[bytes]]

MAX_ADDRESSES = 10_000


class AddressThrottle(AnonRateThrottle):
    """The requests of one address in the last minute; an object for each request, as Django Ninja has it.

    ``key`` is where the WSGI environment has the address: a header counts only where the operator names it,
    since anybody can send one. ``spares_loopback``: programs on the same machine are not counted.
    """

    scope = "api"

    def __init__(self, per_minute: int, *, cache: LocMemCache, key: str, spares_loopback: bool) -> None:
        super().__init__(f"{per_minute}/min")
        self.cache = cache
        self.environ_key = key
        self.spares_loopback = spares_loopback

    def get_cache_key(self, request: HttpRequest) -> str | None:
        address = request.META.get(self.environ_key) or request.META.get("REMOTE_ADDR", "")
        if self.spares_loopback and _is_loopback(address):
            return None
        return urlencode({self.scope: address[:100]})


class LimitedApplication:
    """Answers 429 with Retry-After where an address asks too often.

    ``address_header`` is the header in which a proxy names the visitor's address, if one is trusted.
    ``spares_loopback``: programs on the same machine, of a local site, are not counted.
    """

    def __init__(
        self,
        application: WSGIApplication,
        *,
        per_minute: int,
        address_header: str | None = None,
        spares_loopback: bool = False,
    ) -> None:
        self.application = application
        self.per_minute = per_minute
        self.key = "HTTP_" + address_header.upper().replace("-", "_") if address_header else "REMOTE_ADDR"
        self.spares_loopback = spares_loopback
        self.cache = LocMemCache("api-limit", {"OPTIONS": {"MAX_ENTRIES": MAX_ADDRESSES}})
        self.cache.clear()  # caches of one name share their memory, and a new application starts afresh

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if self.per_minute > 0 and environ.get("PATH_INFO", "").startswith(PREFIX):
            throttle = AddressThrottle(
                self.per_minute, cache=self.cache, key=self.key, spares_loopback=self.spares_loopback
            )
            request = HttpRequest()
            request.META = environ
            if not throttle.allow_request(request):
                return _refuse(throttle.wait() or 1, environ, start_response)
        return self.application(environ, start_response)


def _refuse(wait: float, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    seconds = max(1, math.ceil(wait))
    detail = f"Too many requests from your address. Ask again in {seconds} s."
    problem = Problem(429, detail, instance=environ.get("PATH_INFO", ""))
    with_cors(problem)
    problem["Retry-After"] = str(seconds)
    problem["Cache-Control"] = "no-store"
    start_response("429 Too Many Requests", list(problem.items()))
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [problem.content]


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == ""  # a socket of the same machine has no address
