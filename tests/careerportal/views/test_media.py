"""Uploads as a browser and a film player ask for them, and what nobody gets."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

FILM = bytes(range(256)) * 8  # 2,048 bytes


@pytest.fixture
def uploads(tmp_path: Path, settings: Settings) -> Path:
    folder = tmp_path / "media"
    (folder / "films").mkdir(parents=True)
    (folder / "films" / "night.mp4").write_bytes(FILM)
    (folder / "page.html").write_text("<script>alert(1)</script>")
    (tmp_path / "secret.png").write_bytes(b"key")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    settings.MEDIA_ROOT = folder
    return folder


def ask(client: Client, path: str = "films/night.mp4", **headers: str) -> tuple[int, bytes, dict[str, str]]:
    response = client.get(f"/media/{path}", headers=headers)
    return response.status_code, response.getvalue(), dict(response.headers)


def test_upload_is_sent_with_its_kind_and_nothing_to_guess(client: Client, uploads: Path) -> None:
    status, body, headers = ask(client)

    assert (status, body) == (200, FILM)
    assert headers["Content-Type"] == "video/mp4"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Accept-Ranges"] == "bytes"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("byte_range", "start", "end"),
    [
        ("bytes=0-99", 0, 99),
        ("bytes=2000-", 2000, 2047),
        ("bytes=-48", 2000, 2047),
        ("bytes=2000-9999", 2000, 2047),
        ("bytes=-9999", 0, 2047),
    ],
)
def test_film_player_gets_the_part_it_asks_for(
    client: Client, uploads: Path, byte_range: str, start: int, end: int
) -> None:
    status, body, headers = ask(client, range=byte_range)

    assert (status, body) == (206, FILM[start : end + 1])
    assert headers["Content-Range"] == f"bytes {start}-{end}/2048"
    assert headers["Content-Length"] == str(end - start + 1)


@pytest.mark.parametrize(
    ("byte_range", "status"),
    [
        ("bytes=2048-", 416),
        ("bytes=9-2", 416),
        ("bytes=-0", 416),
        ("bytes=-", 200),
        ("bytes=0-1,5-6", 200),
        ("lines=1-2", 200),
    ],
)
def test_parts_that_make_no_sense(client: Client, uploads: Path, byte_range: str, status: int) -> None:
    assert ask(client, range=byte_range)[0] == status


def test_unchanged_upload_is_not_sent_again(client: Client, uploads: Path) -> None:
    since = ask(client)[2]["Last-Modified"]

    status, body, _headers = ask(client, **{"if-modified-since": since})

    assert (status, body) == (304, b"")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "page.html",
        "link.png",
        "../secret.png",
        "%2e%2e/secret.png",
        "..%2fsecret.png",
        "/etc/hostname",
        "films",
        "nothing.png",
        "%00.png",
        "x" * 5_000 + ".png",
    ],
    ids=[
        "a page",
        "a link out",
        "up",
        "up, coded",
        "up, coded slash",
        "root",
        "folder",
        "none",
        "NUL",
        "long",
    ],
)
def test_nothing_else_is_sent(client: Client, uploads: Path, path: str) -> None:
    assert ask(client, path)[0] == 404


@pytest.mark.django_db
def test_operator_who_serves_uploads_otherwise_turns_it_off(
    client: Client, uploads: Path, settings: Settings
) -> None:
    settings.SERVE_MEDIA = False

    assert ask(client)[0] == 404
