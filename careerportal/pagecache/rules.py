"""Which pages may be kept, and by which query parameters: what the view at an address declares."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from django.urls import Resolver404, resolve

from careers.web.public_page import PageParams, page_params

MAX_QUERY_LENGTH = 300
MAX_PATHS = 10_000  # in each process; more than a site has pages
MAX_PATH_LENGTH = 300


class PageKey(NamedTuple):
    """What a kept page is found by. `query` is in the declared order."""

    is_secure: bool
    host: str
    path: str
    query: str


@dataclass(frozen=True)
class KeyMaker:
    """Makes the key of a request, or None where the request must go to Django.

    `proxy_header` is Django's SECURE_PROXY_SSL_HEADER; `urlconf` is that of the settings where it is None. A
    parameter that the view does not declare goes to Django too: dropping it could change the page, and
    keeping it would let anybody fill the memory.
    """

    proxy_header: tuple[str, str] | None = None
    urlconf: str | None = None
    _params_of: Callable[[str], PageParams | None] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_params_of", lru_cache(MAX_PATHS)(self._declared))

    def key(self, environ: dict[str, Any]) -> PageKey | None:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return None
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        if len(path) > MAX_PATH_LENGTH or len(query) > MAX_QUERY_LENGTH:
            return None
        params = self._params_of(path)
        if params is None:
            return None
        canonical = params.canonical(query) if query else ""
        if canonical is None:
            return None
        host = environ.get("HTTP_HOST") or environ.get("SERVER_NAME", "")
        return PageKey(self._is_secure(environ), host.lower(), path, canonical)

    def _declared(self, path: str) -> PageParams | None:
        """What the view at `path` declares; looked up once for each path, since all requests ask."""
        try:
            return page_params(resolve(path, self.urlconf).func)
        except Resolver404:
            return None

    def _is_secure(self, environ: dict[str, Any]) -> bool:
        if self.proxy_header is not None and self.proxy_header[0] in environ:
            first = environ[self.proxy_header[0]].split(",")[0].strip()
            return bool(first == self.proxy_header[1])
        return bool(environ.get("wsgi.url_scheme") == "https")
