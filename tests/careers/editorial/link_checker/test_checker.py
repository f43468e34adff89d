"""Looking at addresses: inside the public web only, politely, and with patience for servers that stumble."""

import socket
from typing import Any

import pytest

from careers.editorial.link_checker import checker
from careers.editorial.link_checker.checker import PAUSE, Answer, LinkChecker
from careers.editorial.link_checker.safe_addresses import (
    RefusedAddressError,
    ServerTarget,
    is_public,
    target_of,
)
from careers.editorial.models import LinkCheck

State = LinkCheck.State


class Servers:
    """Answers by address instead of the network; ``asked`` are the requests, ``slept`` the pauses."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, ips: dict[str, str], answers: dict[str, Any]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.slept: list[float] = []

        def look_up(host: str, port: int, **options: Any) -> list[Any]:
            if host not in ips:
                raise socket.gaierror(f"{host} is unknown")
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ips[host].split()]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)

    def request(self, target: ServerTarget, method: str) -> Answer:
        self.asked.append(f"{method} {target.scheme}://{target.host}{target.path} at {target.ip}")
        answer = self.answers[f"{target.scheme}://{target.host}{target.path}"]
        answer = answer.pop(0) if isinstance(answer, list) else answer
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, Answer)
        return answer

    def check(self, address: str) -> Any:
        return LinkChecker(request=self.request, sleep=self.slept.append).check(address)


PUBLIC = {"guild.example": "93.184.215.14", "new.example": "93.184.215.15"}


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer(200), State.FINE),
        (Answer(404), State.GONE),
        (Answer(410), State.GONE),
        (Answer(403), State.GUARDED),
        (Answer(429), State.GUARDED),
        (Answer(503), State.SILENT),
        (TimeoutError("timed out"), State.SILENT),
        (ConnectionResetError("reset"), State.SILENT),
    ],
    ids=str,
)
def test_answer_is_told_in_words(monkeypatch: pytest.MonkeyPatch, answer: Any, state: str) -> None:
    servers = Servers(monkeypatch, PUBLIC, {"https://guild.example/exam": answer})

    assert servers.check("https://guild.example/exam").state == state


def test_server_that_stumbles_once_is_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"https://guild.example/": [Answer(502), TimeoutError("timed out"), Answer(200)]}
    servers = Servers(monkeypatch, PUBLIC, answers)

    assert servers.check("https://guild.example/").state == State.FINE
    assert len(servers.asked) == 3


def test_server_without_head_is_asked_by_get(monkeypatch: pytest.MonkeyPatch) -> None:
    servers = Servers(monkeypatch, PUBLIC, {"https://guild.example/": [Answer(405), Answer(200)]})

    assert servers.check("https://guild.example/").state == State.FINE
    assert [request.split()[0] for request in servers.asked] == ["HEAD", "GET"]


def test_one_host_is_not_asked_twice_in_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    servers = Servers(monkeypatch, PUBLIC, {"https://guild.example/": [Answer(405), Answer(200)]})

    servers.check("https://guild.example/")

    assert len(servers.slept) == 1
    assert 0 < servers.slept[0] <= PAUSE


def test_moved_page_says_where_to(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {
        "http://guild.example/exam": Answer(301, "https://new.example/exam"),
        "https://new.example/exam": Answer(302, "/exam/2026"),
        "https://new.example/exam/2026": Answer(200),
    }
    servers = Servers(monkeypatch, PUBLIC, answers)

    result = servers.check("http://guild.example/exam")

    assert (result.state, result.leads_to) == (State.MOVED, "https://new.example/exam/2026")


def test_circle_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    servers = Servers(monkeypatch, PUBLIC, {"https://guild.example/": Answer(302, "/")})

    assert servers.check("https://guild.example/").state == State.GONE


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://inside.example/",
        "http://both.example/",
        "http://[::1]/",
        "http://guild.example:8080/",
        "http://name:secret@guild.example/",
        "file:///etc/passwd",
        "ftp://guild.example/",
    ],
)
def test_address_inside_is_refused_without_a_request(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    ips = {
        **PUBLIC,
        "127.0.0.1": "127.0.0.1",
        "localhost": "127.0.0.1",
        "169.254.169.254": "169.254.169.254",
        "::1": "::1",
        "inside.example": "10.1.2.3",
        "both.example": "93.184.215.14 192.168.0.7",
    }
    servers = Servers(monkeypatch, ips, {})

    result = servers.check(address)

    assert result.state == State.REFUSED
    assert servers.asked == []


def test_redirect_to_the_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    ips = {**PUBLIC, "inside.example": "10.1.2.3"}
    servers = Servers(
        monkeypatch, ips, {"https://guild.example/": Answer(302, "http://inside.example/admin")}
    )

    assert servers.check("https://guild.example/").state == State.REFUSED
    assert len(servers.asked) == 1


def test_connection_goes_to_the_machine_that_was_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads somewhere else a moment later leads nowhere."""
    servers = Servers(monkeypatch, PUBLIC, {"https://guild.example/": Answer(200)})

    servers.check("https://guild.example/")

    assert servers.asked == ["HEAD https://guild.example/ at 93.184.215.14"]


@pytest.mark.parametrize(
    ("ip", "is_out"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1", True),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:0a00:0001::1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104  an address to refuse
        ("fe80::1%eth0", False),
        ("fd00::1", False),
    ],
)
def test_public_machines_are_told_from_private_ones(ip: str, is_out: bool) -> None:
    assert is_public(ip) is is_out


def test_unknown_name_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    servers = Servers(monkeypatch, {}, {})

    assert servers.check("https://nowhere.example/").state == State.SILENT
    with pytest.raises(OSError, match="unknown"):
        target_of("https://nowhere.example/")


def test_port_that_is_no_number_is_refused() -> None:
    with pytest.raises(RefusedAddressError):
        target_of("http://guild.example:99999999/")


def test_site_says_who_looks(settings: Any) -> None:
    settings.SITE_NAME, settings.SITE_ADDRESS = "Way Mark", "https://careers.example.org"

    assert checker.user_agent() == "Way-Mark-link-check (+https://careers.example.org)"
