"""The gallery shows each component to developers, and nothing to visitors of a real site."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve
from pytest_django import Settings

from careers.web.public_page import page_params

pytestmark = pytest.mark.django_db
COMPONENTS = Path(settings.BASE_DIR) / "templates" / "components"
GALLERY = Path(settings.BASE_DIR) / "templates" / "site" / "gallery.html"


def test_gallery_shows_something_of_every_file_of_components(client: Client) -> None:
    page = client.get("/gallery/")

    assert page.status_code == 200
    written = GALLERY.read_text()
    shown_by_others = {"crumbs"}  # part of the head of a page
    missing = {
        path.stem for path in COMPONENTS.glob("*.html") if f"components/{path.name}" not in written
    } - shown_by_others
    assert missing == set()


def test_gallery_is_not_on_a_real_site(client: Client, settings: Settings) -> None:
    settings.LOCAL = False

    assert client.get("/gallery/").status_code == 404


def test_gallery_is_neither_kept_nor_listed(client: Client) -> None:
    assert page_params(resolve("/gallery/").func) is None
    assert "/gallery/" not in client.get("/sitemap.xml").content.decode()
    assert re.search(r'name="robots" content="noindex', client.get("/gallery/").content.decode())
