"""How pay is put beside other pay."""

import pytest

from careers.documents.cells import yearly_values
from tests.careers.making import make_pay, percentiles

HOURLY = percentiles(10, 20, 30, 40, 50)


@pytest.mark.parametrize(
    ("is_hourly_only", "median"), [(False, 50_100), (True, 62_400)], ids=["by the year", "by the hour"]
)
def test_hourly_pay_stands_beside_yearly_as_full_time_work(is_hourly_only: bool, median: float) -> None:
    values = yearly_values(make_pay(hourly=HOURLY, is_hourly_only=is_hourly_only))

    assert values is not None
    assert values[2] == median
