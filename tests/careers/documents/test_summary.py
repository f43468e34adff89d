"""What lists say of a career's figures."""

from typing import Any

import pytest

from careers.documents.sheet import Pay
from careers.documents.summary import CareerSummary, summarize_sheet
from tests.careers.making import make_entry, make_outlook, make_pay, make_sheet, percentiles

NOTHING = percentiles(None, None, None, None, None)
HOURLY = make_pay(annual=NOTHING, hourly=percentiles(15.2, 18.4, 25.9, 41.0, 77.5), is_hourly_only=True)


def summary(**values: Any) -> CareerSummary:
    return summarize_sheet(make_sheet(**values), slug="lantern-keepers", title="Lantern Keepers", summary="")


@pytest.mark.parametrize(
    ("pay", "median", "ends"),
    [
        (make_pay(), "$50,100", "$30,000 to $81,200"),
        (HOURLY, "$25.90 an hour", "$15.20 to $77.50 an hour"),
        (make_pay(annual=NOTHING), "Not published", "Not published"),
        (None, "Not published", "Not published"),
    ],
    ids=["by the year", "by the hour", "no amounts", "no chapter"],
)
def test_pay_says_its_unit_or_that_there_is_none(pay: Pay | None, median: str, ends: str) -> None:
    career = summary(pay=pay)

    assert (career.pay, career.pay_range) == (median, ends)


def test_growth_and_schooling_say_where_there_is_none() -> None:
    told, untold = summary(), summary(outlook=None, entry=None)

    assert (told.growth, told.education) == ("+10.1%", "Certificate after high school")
    assert (untold.growth, untold.education) == ("Not published", "Not published")


def test_schooling_outside_of_the_eight_levels_keeps_its_name() -> None:
    assert summary(entry=make_entry(rank=None, education="A guild's letter")).education == "A guild's letter"


def test_no_change_is_a_change_that_is_known() -> None:
    assert summary(outlook=make_outlook(change_percent=0.0)).growth != "Not published"
