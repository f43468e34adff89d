"""The stylesheet that browsers get is the one that people wrote, small, and asks for nothing foreign."""

import brotli

from careerportal.stylesheet import TARGET, build

LIMIT = 12_000


def test_built_stylesheet_is_up_to_date() -> None:
    assert TARGET.read_text() == build(), "Run: python manage.py build_stylesheet"


def test_stylesheet_is_small() -> None:
    assert len(brotli.compress(TARGET.read_bytes(), quality=11)) <= LIMIT


def test_stylesheet_names_no_other_site() -> None:
    assert "//" not in TARGET.read_text()
