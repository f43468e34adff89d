"""Time and cost to the first pay, added up."""

from typing import Any

import pytest

from careers.documents.time_and_cost import FirstPay, first_pay, first_pays
from tests.careers.editing import full_profile, short


def sum_of(**route: Any) -> FirstPay:
    profile = short(routes=[{"kind": "college", "title": "Certificate", **route}])
    return first_pay(profile, profile.routes[0])


def test_route_and_its_exam_are_added_up() -> None:
    profile = full_profile()

    (first_pay,) = first_pays(profile)

    assert [(row.label, row.cost_min, row.cost_max) for row in first_pay.rows] == [
        ("Certificate", 1_000, 3_000),
        ("CLK", 150, 200),
    ]
    assert (first_pay.months_min, first_pay.months_max) == (6, 12)
    assert (first_pay.cost_min, first_pay.cost_max) == (1_150, 3_200)
    assert first_pay.is_time_complete
    assert first_pay.is_cost_complete


def test_single_value_is_both_ends_of_its_range() -> None:
    first_pay = sum_of(months_min=9, cost_max=2_000)

    assert (first_pay.months_min, first_pay.months_max) == (9, 9)
    assert (first_pay.cost_min, first_pay.cost_max) == (2_000, 2_000)


def test_unknown_cost_makes_the_sum_a_lower_bound() -> None:
    first_pay = sum_of(months_min=6)

    assert first_pay.is_time_complete
    assert not first_pay.is_cost_complete


@pytest.mark.parametrize("kind", ["apprenticeship", "on-the-job", "military"])
def test_paid_learning_takes_no_time_to_the_first_pay(kind: str) -> None:
    first_pay = sum_of(kind=kind, months_min=12, months_max=48)

    assert first_pay.is_paid
    assert (first_pay.months_min, first_pay.months_max, first_pay.cost_max) == (0, 0, 0)
    assert first_pay.is_cost_complete


def test_route_without_length_or_cost_is_not_shown() -> None:
    profile = short(routes=[{"kind": "college", "title": "Certificate"}])

    assert first_pays(profile) == []
