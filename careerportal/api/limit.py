"""How often one address may ask the API: generous for a class behind one address, an end to a runaway loop.

Counted before the page cache, in the memory of each server process; with two processes an address may ask up
to twice as often. That is enough to protect the site, and needs no server of its own.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from ipaddress import ip_address
from threading import Lock
from typing import Any

from careerportal.api.middleware import PREFIX, with_cors
from careerportal.api.problems import Problem

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
WSGIApplication = Callable[[Environ, StartResponse], Iterable[bytes]]

MAX_ADDRESSES = 50_000


@dataclass(slots=True)
class Buckets:
    """A bucket of requests for each address: full at first, refilled evenly over a minute."""

    per_minute: int
    clock: Callable[[], float] = time.monotonic
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def take(self, address: str) -> float:
        """Take one request of ``address``: 0, or the seconds to wait where none is left."""
        now, each = self.clock(), 60 / self.per_minute
        with self._lock:
            left, before = self._left.pop(address, (float(self.per_minute), now))
            left = min(self.per_minute, left + (now - before) / each)
            wait = 0.0 if left >= 1 else (1 - left) * each
            self._left[address] = (left if wait else left - 1, now)
            if len(self._left) > MAX_ADDRESSES:
                self._left.popitem(last=False)
        return wait


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
        self.buckets = Buckets(per_minute) if per_minute > 0 else None
        self.key = "HTTP_" + address_header.upper().replace("-", "_") if address_header else "REMOTE_ADDR"
        self.spares_loopback = spares_loopback

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if self.buckets and environ.get("PATH_INFO", "").startswith(PREFIX):
            address = environ.get(self.key) or environ.get("REMOTE_ADDR", "")
            if not (self.spares_loopback and _is_loopback(address)):
                wait = self.buckets.take(address)
                if wait:
                    return self._refuse(wait, environ, start_response)
        return self.application(environ, start_response)

    def _refuse(self, wait: float, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        seconds = math.ceil(wait)
        detail = f"Too many requests from your address. Ask again in {seconds} s."
        response = with_cors(Problem(429, detail, instance=environ.get("PATH_INFO", "")))
        response["Retry-After"] = str(seconds)
        response["Cache-Control"] = "no-store"
        start_response("429 Too Many Requests", list(response.items()))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [response.content]  # type: ignore[attr-defined]


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == ""  # a socket of the same machine has no address
