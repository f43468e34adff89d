"""The stylesheet that browsers get is the one that people wrote, small, and asks for nothing foreign."""

import brotli
import pytest

from careerportal.stylesheet import TARGET, build, minify

LIMIT = 12_000


def test_built_stylesheet_is_up_to_date() -> None:
    assert TARGET.read_text() == build(), "Run: python manage.py build_stylesheet"


def test_stylesheet_is_small() -> None:
    assert len(brotli.compress(TARGET.read_bytes(), quality=11)) <= LIMIT


def test_stylesheet_names_no_other_site() -> None:
    assert "//" not in TARGET.read_text()


@pytest.mark.parametrize(
    ("written", "shipped"),
    [
        ("a { color: red; }", "a{color:red}"),
        (".a :hover { margin: calc(1px + 2px) }", ".a :hover{margin:calc(1px + 2px)}"),
        ("/* why */ .a > .b + .c , d { top: 0; }", ".a>.b + .c,d{top:0}"),
        ('a::before { content: "; {  }"; }', 'a::before{content:"; {  }"}'),
        ("@media (min-width: 40rem) { a { --x: 1; } }", "@media (min-width: 40rem){a{--x:1}}"),
    ],
    ids=["plain", "descendant and sum", "comment and combinators", "quotes", "media query"],
)
def test_minifying_changes_no_meaning(written: str, shipped: str) -> None:
    assert minify(written) == shipped
