"""A table from this site does nothing in a spreadsheet but show its cells."""

import pytest

from careers.web.csv_export import csv_lines


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"], ids=repr)
def test_text_that_begins_like_a_formula_is_marked(sign: str) -> None:
    _headings, line = csv_lines(["title"], [[f"{sign}HYPERLINK"]])

    assert line.strip("\r\n").strip('"') == f"'{sign}HYPERLINK"


def test_numbers_stay_numbers() -> None:
    assert list(csv_lines(["growth", "pay"], [[-3.1, None]])) == ["growth,pay\r\n", "-3.1,\r\n"]
