"""Checking one link: politely, briefly, and never inside the site's own network."""

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings

from careers.editorial.link_checker.safe_addresses import RefusedAddressError, ServerTarget, target_of
from careers.editorial.models import LinkCheck

TIMEOUT = 10.0  # seconds for each answer
MAX_REDIRECTS = 5
TRIES = 3
PAUSE = 1.0  # seconds between two requests to one host
MOVED = {301, 308}
REDIRECTS = {301, 302, 303, 307, 308}
GONE = {404, 410}
GUARDED = {401, 403, 405, 406, 429, 451, 999}  # sites that let people in but no programs


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer to one request."""

    status: int
    location: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result of checking a link. ``leads_to`` is the address it has moved to permanently."""

    state: LinkCheck.State
    status: int | None = None
    words: str = ""
    leads_to: str = ""


Request = Callable[[ServerTarget, str], Answer]


class LinkChecker:
    """Checks links one after the other, with a pause between two requests to one host."""

    def __init__(
        self, *, request: Request | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._request = request or request_server
        self._sleep = sleep
        self._last_request_at: dict[str, float] = {}

    def check(self, address: str) -> CheckResult:
        """Check ``address``. A server that fails or does not answer is tried up to three times."""
        result = CheckResult(LinkCheck.State.SILENT)
        for number in range(TRIES):
            if number:
                self._sleep(PAUSE * 2**number)
            result = self._follow(address)
            if result.state != LinkCheck.State.SILENT:
                break
        return result

    def _follow(self, address: str) -> CheckResult:
        current, is_moved = address, False
        for _hop in range(MAX_REDIRECTS + 1):
            try:
                answer = self._once(current)
            except RefusedAddressError as error:
                return CheckResult(LinkCheck.State.REFUSED, words=str(error)[:250])
            except (OSError, http.client.HTTPException) as error:
                return CheckResult(LinkCheck.State.SILENT, words=f"{type(error).__name__}: {error}"[:250])
            if answer.status not in REDIRECTS or not answer.location:
                return _result(answer.status, current if is_moved and current != address else "")
            is_moved = is_moved or answer.status in MOVED
            current = urljoin(current, answer.location)
        return CheckResult(LinkCheck.State.GONE, words="It sends readers in circles.")

    def _once(self, address: str) -> Answer:
        """Send one request. A server that refuses HEAD gets a GET, whose body is not read."""
        target = target_of(address)
        self._wait_for(target.host)
        answer = self._request(target, "HEAD")
        if answer.status in {403, 404, 405, 501}:
            self._wait_for(target.host)
            answer = self._request(target, "GET")
        return answer

    def _wait_for(self, host: str) -> None:
        since = time.monotonic() - self._last_request_at.get(host, -PAUSE)
        if since < PAUSE:
            self._sleep(PAUSE - since)
        self._last_request_at[host] = time.monotonic()


def _result(status: int, leads_to: str) -> CheckResult:
    if status in GONE:
        return CheckResult(LinkCheck.State.GONE, status, http.client.responses.get(status, ""), leads_to)
    if status in GUARDED:
        return CheckResult(LinkCheck.State.GUARDED, status, http.client.responses.get(status, ""), leads_to)
    if status >= 400:
        return CheckResult(LinkCheck.State.SILENT, status, http.client.responses.get(status, ""), leads_to)
    state = LinkCheck.State.MOVED if leads_to else LinkCheck.State.FINE
    return CheckResult(state, status, "", leads_to[:400])


def request_server(target: ServerTarget, method: str) -> Answer:
    """Send one request to the IP address that was looked up, with the host name of the link."""
    raw = socket.create_connection((target.ip, target.port), timeout=TIMEOUT)
    connection = http.client.HTTPConnection(target.host, target.port, timeout=TIMEOUT)
    try:
        if target.scheme == "https":
            raw = ssl.create_default_context().wrap_socket(raw, server_hostname=target.host)
        connection.sock = raw
        connection.request(method, target.path, headers={"User-Agent": user_agent(), "Accept": "*/*"})
        response = connection.getresponse()
        return Answer(response.status, response.getheader("Location") or "")
    finally:
        connection.close()
        raw.close()


def user_agent() -> str:
    """The User-Agent header: who checks, and where to complain."""
    site = settings.SITE_ADDRESS or "no address given"
    return f"{settings.SITE_NAME.replace(' ', '-')}-link-check (+{site})"
