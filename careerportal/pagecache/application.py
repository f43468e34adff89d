"""The WSGI application that answers with a kept page where it can, and otherwise asks Django."""

import time
from collections.abc import Callable, Iterable
from typing import Any

from careerportal.pagecache.page import Page, page_from
from careerportal.pagecache.rules import KeyMaker, PageKey
from careerportal.pagecache.store import Store
from careerportal.pagecache.version import KnownVersion

Environ = dict[str, Any]
StartResponse = Callable[..., Any]

#: What a page answers for itself; Django is asked for the whole, plain.
PAGES_OWN = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_ACCEPT_ENCODING")
WSGIApplication = Callable[[Environ, StartResponse], Any]


class CachedApplication:
    """Wraps Django's application. `capacity` is in bytes for each process; 0 keeps nothing.

    The site stands at the root of its host. A SCRIPT_NAME that says otherwise is dropped: some servers take
    it from a header of the client, and a page made with it would then be kept for everybody.
    """

    def __init__(
        self,
        django: WSGIApplication,
        *,
        capacity: int,
        keys: KeyMaker,
        version: KnownVersion | None = None,
    ) -> None:
        self.django = django
        self.keys = keys
        self.store = Store(capacity)
        self.version = version or KnownVersion()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("SCRIPT_NAME"):
            environ = {**environ, "SCRIPT_NAME": ""}  # every link on a page would begin with it
        key = self.keys.key(environ)
        version = None if key is None else self.version.current()
        if key is None or version is None:
            return self._ask_django(environ, start_response)
        page = self.store.share(key).get(key, version, time.time())
        if page is None:
            return self._make(key, version, environ, start_response)
        return _send(page, environ, start_response)

    def _ask_django(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        answer = self.django(environ, start_response)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            self.version.forget()
        return _body_for(environ, answer)

    def _make(
        self, key: PageKey, version: int, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Let Django make the page, and keep it if it may be kept."""
        begun: list[tuple[Any, ...]] = []
        whole = {**environ, "REQUEST_METHOD": "GET", "QUERY_STRING": key.query}
        for name in PAGES_OWN:
            whole.pop(name, None)
        response = self.django(whole, lambda *started: begun.append(started))
        page = page_from(response, version)
        if page is not None:
            response.close()
            self.store.share(key).put(key, page)
            return _send(page, environ, start_response)
        start_response(*begun[0])
        return _body_for(environ, response)


def _body_for(environ: Environ, response: Any) -> Iterable[bytes]:
    """The body of Django's answer. Django leaves it in answers to HEAD, and servers complain."""
    if environ["REQUEST_METHOD"] == "HEAD":
        response.close()
        return []
    body: Iterable[bytes] = response
    return body


def _send(page: Page, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    status, headers, body = page.answer(environ, time.time())
    start_response(status, headers)
    return [body]
