"""A client of the served application."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from careerportal.wsgi import application
from careers.search.index import rebuild_index
from tests.schools.conftest import loaded

MAX_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Reply:
    """``address`` is where the answer stood, after the redirects."""

    status: int
    headers: dict[str, str]
    body: bytes
    address: str


class Visitor:
    """Asks the served application, as a browser does."""

    def get(self, address: str, **environ: str) -> Reply:
        """The answer at ``address`` itself."""
        parts = urlsplit(address)
        begun: list[Any] = []
        values = {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": io.StringIO(),
            **environ,
        }
        body = b"".join(application(values, lambda *started: begun.append(started)))
        return Reply(int(begun[0][0][:3]), dict(begun[0][1]), body, address)

    def follow(self, address: str) -> Reply:
        """The answer at the end of the redirects. Fails where a browser would give up."""
        chain = [address]
        reply = self.get(address)
        while reply.status in (301, 302):
            chain.append(reply.headers["Location"])
            assert len(chain) <= MAX_REDIRECTS, f"Too many redirects: {chain}"
            reply = self.get(chain[-1])
        return reply


@pytest.fixture
def visitor(monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    """A request closes old connections to the database; in a test they are the test's."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    monkeypatch.setattr("careerportal.pagecache.version.close_old_connections", lambda: None)
    yield Visitor()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(scope="package")
def schools(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Loaded once for all tests here, and forgotten after them."""
    with loaded(django_db_blocker):
        rebuild_index()
        yield
