"""What a sheet answers about its own figures."""

import pytest

from tests.careers.making import make_pay


@pytest.mark.parametrize(
    ("is_hourly_only", "unit", "median"),
    [(False, "year", 50_100), (True, "hour", 24.09)],
    ids=["year", "hour"],
)
def test_pay_by_the_hour_only_is_told_by_the_hour(is_hourly_only: bool, unit: str, median: float) -> None:
    pay = make_pay(is_hourly_only=is_hourly_only)

    assert (pay.unit, pay.main.median.value) == (unit, median)
