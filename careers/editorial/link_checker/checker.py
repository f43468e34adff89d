"""Looking at one address: politely, briefly, and never inside the site's own network."""

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
    """What a server said to one request."""

    status: int
    location: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of an address. ``leads_to`` is where it has moved to for good."""

    state: LinkCheck.State
    status: int | None = None
    words: str = ""
    leads_to: str = ""


Ask = Callable[[ServerTarget, str], Answer]


class LinkChecker:
    """Looks at addresses one after the other, with a pause between two requests to one host."""

    def __init__(self, *, ask: Ask | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
        self._ask = ask or ask_server
        self._sleep = sleep
        self._asked: dict[str, float] = {}

    def look(self, address: str) -> Finding:
        """Up to three tries where a server does not answer or fails; a clear answer is taken at once."""
        finding = Finding(LinkCheck.State.SILENT)
        for number in range(TRIES):
            if number:
                self._sleep(PAUSE * 2**number)
            finding = self._follow(address)
            if finding.state != LinkCheck.State.SILENT:
                break
        return finding

    def _follow(self, address: str) -> Finding:
        here, is_moved = address, False
        for _hop in range(MAX_REDIRECTS + 1):
            try:
                answer = self._once(here)
            except RefusedAddressError as error:
                return Finding(LinkCheck.State.REFUSED, words=str(error)[:250])
            except (OSError, http.client.HTTPException) as error:
                return Finding(LinkCheck.State.SILENT, words=f"{type(error).__name__}: {error}"[:250])
            if answer.status not in REDIRECTS or not answer.location:
                return _finding(answer.status, here if is_moved and here != address else "")
            is_moved = is_moved or answer.status in MOVED
            here = urljoin(here, answer.location)
        return Finding(LinkCheck.State.GONE, words="It sends readers in circles.")

    def _once(self, address: str) -> Answer:
        """One question. Some servers know no HEAD; they get a GET, whose body is not read."""
        target = target_of(address)
        self._wait_for(target.host)
        answer = self._ask(target, "HEAD")
        if answer.status in {403, 404, 405, 501}:
            self._wait_for(target.host)
            answer = self._ask(target, "GET")
        return answer

    def _wait_for(self, host: str) -> None:
        since = time.monotonic() - self._asked.get(host, -PAUSE)
        if since < PAUSE:
            self._sleep(PAUSE - since)
        self._asked[host] = time.monotonic()


def _finding(status: int, leads_to: str) -> Finding:
    if status in GONE:
        return Finding(LinkCheck.State.GONE, status, http.client.responses.get(status, ""), leads_to)
    if status in GUARDED:
        return Finding(LinkCheck.State.GUARDED, status, http.client.responses.get(status, ""), leads_to)
    if status >= 400:
        return Finding(LinkCheck.State.SILENT, status, http.client.responses.get(status, ""), leads_to)
    state = LinkCheck.State.MOVED if leads_to else LinkCheck.State.FINE
    return Finding(state, status, "", leads_to[:400])


def ask_server(target: ServerTarget, method: str) -> Answer:
    """One request to the machine that was looked up, by the name that the address has."""
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
    """Says who looks, and where to complain."""
    site = settings.SITE_ADDRESS or "no address given"
    return f"{settings.SITE_NAME.replace(' ', '-')}-link-check (+{site})"
