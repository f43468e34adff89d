"""The code on a page and on paper leads back to the page."""

import re

import pytest
import segno

from careers.web.qr import qr_file, qr_markup

ADDRESS = "https://careers.example.org/careers/registered-nurses/"


def black_modules(svg: str) -> set[tuple[int, int]]:
    """Where the path of ``svg`` draws, in modules from the top left."""
    drawn = set()
    x = y = 0.0
    for command, a, b in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", svg.partition(' d="')[2]):
        if command == "M":
            x, y = float(a), float(b)
        elif command == "m":
            x, y = x + float(a), y + float(b)
        else:
            drawn |= {(int(x) + step, int(y)) for step in range(int(a))}
            x += int(a)
    return drawn


@pytest.mark.parametrize("draw", [qr_markup, qr_file], ids=["on a page", "as a file"])
def test_path_draws_just_the_black_modules(draw: object) -> None:
    assert callable(draw)

    svg = draw(ADDRESS)

    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    assert black_modules(svg) == {
        (x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module
    }
    assert f'viewBox="0 0 {len(matrix)} {len(matrix)}"' in svg


def test_markup_needs_no_style_that_the_policy_refuses() -> None:
    svg = qr_markup(ADDRESS)

    assert "style" not in svg
    assert "<script" not in svg
