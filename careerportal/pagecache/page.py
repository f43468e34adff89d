"""One page as it is kept: compressed once, with the headers it is sent with."""

import gzip
import hashlib
import time
from dataclasses import dataclass
from typing import Any

import brotli
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from careers.web.rendering import kept_until

MAX_LIFETIME = 600.0  # seconds; a page that only the date changes (a figure falls due) is at most this late
BROWSER_LIFE = 60  # seconds
BROTLI_QUALITY = 7  # takes 5 ms for most pages
BROTLI_QUALITY_OF_LONG_PAGES = 11  # a tenth smaller, for some 70 ms: worth it where a page is heavy
LONG_PAGE = 70_000  # bytes before packing
GZIP_LEVEL = 6
CROSS_ORIGIN = "access-control-"  # a browser asks for these of every answer to another site's page
OWN_HEADERS = {"content-length", "vary", "cache-control", "etag", "content-encoding", "expires"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page, packed. `expires_at` is in seconds since the epoch. Unpacked it is not kept: few ask for it."""

    headers: tuple[tuple[str, str], ...]
    etag: str
    brotli: bytes
    gzip: bytes
    version: int
    expires_at: float

    @property
    def size(self) -> int:
        """Bytes of memory, near enough: the bodies, and what Python adds to a page and its headers."""
        return len(self.brotli) + len(self.gzip) + 2_000

    def answer(self, environ: dict[str, Any], now: float) -> tuple[str, list[tuple[str, str]], bytes]:
        """The status, headers and body for this request."""
        seconds = max(0, min(BROWSER_LIFE, int(self.expires_at - now)))
        shared = [
            ("ETag", self.etag),
            ("Cache-Control", f"public, max-age={seconds}"),
            ("Vary", "Accept-Encoding"),
        ]
        if _names(environ.get("HTTP_IF_NONE_MATCH", ""), self.etag):
            lasting = [header for header in self.headers if header[0].lower().startswith(CROSS_ORIGIN)]
            return "304 Not Modified", [*lasting, *shared], b""
        encoding, body = self._body(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if encoding:
            shared.append(("Content-Encoding", encoding))
        shared.append(("Content-Length", str(len(body))))
        return "200 OK", [*self.headers, *shared], b"" if environ["REQUEST_METHOD"] == "HEAD" else body

    def _body(self, accepted: str) -> tuple[str, bytes]:
        offers = _accepted(accepted)
        if "br" in offers:
            return "br", self.brotli
        if "gzip" in offers:
            return "gzip", self.gzip
        return "", gzip.decompress(self.gzip)


def packed(body: bytes) -> bytes:
    """``body`` in brotli, packed harder where it is long."""
    quality = BROTLI_QUALITY_OF_LONG_PAGES if len(body) > LONG_PAGE else BROTLI_QUALITY
    compressed: bytes = brotli.compress(body, quality=quality)
    return compressed


def page_from(response: HttpResponseBase, version: int) -> Page | None:
    """Pack a view's answer, or None if it is not one to keep."""
    if not isinstance(response, HttpResponse) or not is_for_everybody(response):
        return None
    now = time.time()
    until = kept_until(response)
    expires_at = min(now + MAX_LIFETIME, until.timestamp()) if until else now + MAX_LIFETIME
    if expires_at <= now:
        return None
    body = response.content
    headers = ((name, value) for name, value in response.items() if name.lower() not in OWN_HEADERS)
    return Page(
        headers=tuple(headers),
        etag=f'W/"{hashlib.sha256(body).hexdigest()[:24]}"',
        brotli=packed(body),
        gzip=gzip.compress(body, GZIP_LEVEL, mtime=0),
        version=version,
        expires_at=expires_at,
    )


def is_for_everybody(response: HttpResponse) -> bool:
    """Whether the answer is a whole page that depends on nothing but its address."""
    vary = response.get("Vary", "").lower()
    control = response.get("Cache-Control", "").lower()
    return (
        response.status_code == 200
        and not response.cookies
        and "cookie" not in vary
        and "*" not in vary
        and not any(word in control for word in ("private", "no-store", "no-cache"))
        and not response.has_header("Content-Encoding")
    )


def _names(if_none_match: str, etag: str) -> bool:
    """Whether If-None-Match names the tag. The comparison is weak (RFC 9110, 13.1.2)."""
    strong = etag.removeprefix("W/")
    tags = (tag.strip() for tag in if_none_match.split(","))
    return any(tag == "*" or tag.removeprefix("W/") == strong for tag in tags)


def _accepted(header: str) -> set[str]:
    """The codings a client takes. `q=0` refuses one (RFC 9110, 12.5.3)."""
    accepted = set()
    for offer in header.lower().split(","):
        coding, _, parameters = offer.partition(";")
        weight = parameters.strip().removeprefix("q=")
        if weight not in ("0", "0.0", "0.00", "0.000"):
            accepted.add(coding.strip())
    return accepted
