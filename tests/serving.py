"""The site as it is served: requests go through `careerportal.wsgi.application`, page cache included.

Django's own test client calls Django directly, so it never meets what stands in front of it in production.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from typing import Any
from unittest import mock
from wsgiref.validate import validator

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.http import HttpResponse
from django.test import Client

from careerportal import wsgi
from careerportal.pagecache.store import Store

#: The server's application, and around it a check that both sides keep to the WSGI standard (PEP 3333).
APPLICATION = validator(wsgi.application)


class ServedHandler:
    """Passes requests of Django's test client to the application that is served, in place of Django."""

    def __call__(self, environ: dict[str, Any]) -> HttpResponse:
        started: list[Any] = []

        def start_response(status: str, headers: list[tuple[str, str]], *_error: Any) -> Callable[..., Any]:
            started[:] = [status, headers]
            return lambda written: None

        if wsgi._cached.keys.key(environ) is not None:
            learn_content_version()
        chunks: Any = APPLICATION(
            {**environ, "QUERY_STRING": environ.get("QUERY_STRING", "")}, start_response
        )
        try:
            body = b"".join(chunks)
        finally:
            chunks.close()
        return response_of(started[0], started[1], body, environ)


def learn_content_version() -> None:
    """Ask for the content's version now, as servers do once a second, so that no test has to wait for it.

    It is not counted among the queries of the page that is asked for.
    """
    wsgi._cached.version.forget()
    with mock.patch.object(connection, "force_debug_cursor", new=False):
        wsgi._cached.version.current()


def response_of(
    status: str, headers: list[tuple[str, str]], body: bytes, environ: dict[str, Any]
) -> HttpResponse:
    """What was served, in the form that Django's test client hands to tests."""
    code, _, reason = status.partition(" ")
    response = HttpResponse(body, status=int(code), reason=reason)
    del response.headers["Content-Type"]
    for name, value in headers:
        if name == "Set-Cookie":
            response.cookies.update(SimpleCookie(value))
        else:
            response.headers[name] = value
    if "Location" in response.headers:
        response.url = response.headers["Location"]  # type: ignore[attr-defined]  # the client follows it
    response.wsgi_request = WSGIRequest(environ)  # type: ignore[attr-defined]  # the test client reads it
    return response


class ServedClient(Client):
    """Django's test client, which talks to the served application. ``response.context`` is not available."""

    def __init__(self, **defaults: Any) -> None:
        super().__init__(**defaults)
        self.handler = ServedHandler()  # type: ignore[assignment]  # called in the same way


@contextmanager
def connections_stay_open() -> Iterator[None]:
    """Keep the test's own connection: a server closes old ones before and after each request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    with mock.patch("careerportal.pagecache.version.close_old_connections"):
        yield
    for signal in signals:
        signal.connect(close_old_connections)


@contextmanager
def served_client(**defaults: Any) -> Iterator[ServedClient]:
    """A visitor of a server that has just started, so that no page of another test is in its memory."""
    wsgi._cached.store = Store(settings.PAGE_CACHE_MEGABYTES * 1024 * 1024)
    with connections_stay_open():
        yield ServedClient(**defaults)


@pytest.fixture
def client() -> Iterator[ServedClient]:
    """In place of pytest-django's: a folder's ``conftest.py`` imports it to test public pages as served."""
    with served_client() as visitor:
        yield visitor
