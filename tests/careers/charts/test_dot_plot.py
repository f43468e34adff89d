"""One hundred dots show how pay is spread, whatever the pay."""

import random
import re

import pytest

from careers.charts import DotPlot, can_draw_dot_plot, pay_dot_plot
from careers.charts.scale import Five

SPREADS: dict[str, Five] = {
    "even": (30_000, 38_500, 50_100, 64_900, 81_200),
    "hourly": (14.2, 15.1, 17.4, 21.9, 28.3),
    "crowded at the bottom": (22_880, 23_400, 26_000, 45_000, 120_000),
    "equal at the bottom": (29_120, 29_120, 31_200, 36_400, 39_000),
    "long top": (60_000, 90_000, 150_000, 300_000, 520_000),
}


def dots(people: DotPlot) -> int:
    """The dots that the three paths draw: a stroke as long as n − 1 pitches carries n dots."""
    lengths = re.findall(r"v-([\d.]+)", people.tail + people.mid + people.core)
    return sum(round((float(length) - 0.1) / people.pitch) + 1 for length in lengths)


@pytest.mark.parametrize("five", SPREADS.values(), ids=SPREADS.keys())
def test_there_are_a_hundred_dots(five: Five) -> None:
    assert dots(pay_dot_plot(five)) == 100


def test_any_rising_pay_can_be_drawn() -> None:
    chance = random.Random(1938)  # noqa: S311  # the same pays each time, nothing secret
    for _attempt in range(200):
        lowest = chance.uniform(20_000, 90_000)
        steps = [chance.uniform(0, 40_000) for _step in range(4)]
        five = (
            lowest,
            lowest + steps[0],
            lowest + sum(steps[:2]),
            lowest + sum(steps[:3]),
            lowest + sum(steps),
        )
        if can_draw_dot_plot(five):
            people = pay_dot_plot(five)
            assert dots(people) == 100
            assert 0 < people.x_p10 <= people.x_p25 <= people.x_median < 100


def test_a_taller_pile_stands_where_pay_is_crowded() -> None:
    crowded = pay_dot_plot(SPREADS["crowded at the bottom"])

    assert crowded.x_median < 30


@pytest.mark.parametrize(
    "five",
    [(30_000, 30_000, 30_000, 30_000, 30_000), (30_000, 29_000, 40_000, 50_000, 60_000)],
    ids=["all the same", "out of order"],
)
def test_pay_without_a_spread_is_not_drawn(five: Five) -> None:
    assert not can_draw_dot_plot(five)
