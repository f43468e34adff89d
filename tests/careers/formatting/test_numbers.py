"""Figures are written as American readers expect, with a real minus sign."""

from decimal import Decimal

import pytest

from careers.formatting import numbers


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (1204, "1,204"), (12.5, "12.5"), (-300, "−300"), (Decimal("2.0"), "2")],
    ids=["zero", "thousands", "a half", "negative", "whole decimal"],
)
def test_number(value: numbers.Number, written: str) -> None:
    assert numbers.number(value) == written


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [(34160, "year", "$34,160"), (16.4, "hour", "$16.40"), (-1200, "year", "−$1,200")],
    ids=["a year", "an hour", "negative"],
)
def test_money(value: numbers.Number, unit: str, written: str) -> None:
    assert numbers.money(value, unit=unit) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(20, "+20%"), (3.14, "+3.1%"), (-0.4, "−0.4%"), (0, "0%"), (-0.04, "0%")],
    ids=["whole", "rounded", "falling", "none", "rounds to none"],
)
def test_change_carries_its_sign(value: numbers.Number, written: str) -> None:
    assert numbers.change(value) == written


def test_a_small_share_is_not_called_zero() -> None:
    assert numbers.percent(0.02) == "under 0.1%"


@pytest.mark.parametrize(
    ("span", "written"),
    [((2024, 2034), "2024–34"), ((1998, 2008), "1998–2008"), ((2000, 2009), "2000–09")],
    ids=["same century", "two centuries", "leading zero"],
)
def test_years(span: tuple[int, int], written: str) -> None:
    assert numbers.years(*span) == written


@pytest.mark.parametrize(
    ("value", "rounded"),
    [(7034, 7000), (86, 86), (128, 130), (0, 0)],
    ids=["thousands", "small", "tens", "zero"],
)
def test_about_keeps_two_figures(value: int, rounded: int) -> None:
    assert numbers.about(value) == rounded
