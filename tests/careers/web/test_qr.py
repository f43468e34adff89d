"""The code on paper leads back to the page."""

import re

import segno

from careers.web.qr import qr_code

ADDRESS = "https://careers.example.org/careers/registered-nurses/"


def test_path_draws_just_the_black_modules() -> None:
    code = qr_code(ADDRESS)

    drawn = set()
    x = y = 0
    for command, a, b in re.findall(r"([Mmh])(\d+)(?: (\d+)(?:\.5)?)?", code.path):
        if command == "M":
            x, y = int(a), int(b)
        elif command == "m":
            x += int(a)
        else:
            drawn |= {(x + step, y) for step in range(int(a))}
            x += int(a)
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    assert drawn == {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert code.size == len(matrix)
