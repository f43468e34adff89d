"""The stylesheet that browsers get is the one that people wrote, small, and asks for nothing foreign."""

import re
from pathlib import Path

import brotli
from django.conf import settings

from careerportal.stylesheet import TARGET, build

LIMIT = 12_000
PUBLIC = [Path(settings.BASE_DIR) / folder for folder in ("templates", "static", "careers/charts")]
SUFFIXES = (".html", ".svg", ".js", ".py")
#: The end of the name comes from data: the letter of a column, the number of columns.
BUILT = re.compile(r"abc--|cmp--|f-")


def test_built_stylesheet_is_up_to_date() -> None:
    assert TARGET.read_text() == build(), "Run: python manage.py build_stylesheet"


def test_stylesheet_is_small() -> None:
    assert len(brotli.compress(TARGET.read_bytes(), quality=11)) <= LIMIT


def test_stylesheet_names_no_other_site() -> None:
    assert "//" not in TARGET.read_text()


def test_every_class_with_a_style_is_in_some_template() -> None:
    """A class that is renamed in one of them only leaves its component without its look."""
    rules = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", build(), flags=re.DOTALL)
    files = [path for folder in PUBLIC for path in folder.rglob("*") if path.suffix in SUFFIXES]
    words = set(re.findall(r"[a-z][\w-]*", " ".join(path.read_text() for path in files)))

    unused = set(re.findall(r"\.([a-z][\w-]*)", rules)) - words
    assert {name for name in unused if not BUILT.match(name)} == set()
