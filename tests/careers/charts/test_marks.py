"""Bars, signs, strips, stairs and hills stay inside their frames and count what they show."""

import pytest

from careers.charts import (
    axis,
    bars,
    doors,
    growth_bars,
    hexagon,
    histogram,
    pictogram,
    pictogram_unit,
    stairs,
    strip,
)


def test_strip_lies_on_its_line() -> None:
    drawn = strip((30_000, 40_000, 50_000, 60_000, 260_000), 20_000, 200_000)

    assert (drawn.x, round(drawn.x + drawn.width)) == (5.56, 100)
    assert drawn.x < drawn.core_x < drawn.median < drawn.core_x + drawn.core_width


def test_outer_ticks_keep_their_words_inside() -> None:
    assert [tick.anchor for tick in axis(0, 100, (0, 50, 100)).ticks] == ["start", "middle", "end"]


def test_unknown_value_has_no_bar() -> None:
    drawn = bars([50, None, 100], reference=75)

    assert [bar and bar.width for bar in drawn.bars] == [49.02, None, 98.04]
    assert drawn.reference_x == 73.53


def test_bars_of_nothing_do_not_divide_by_zero() -> None:
    assert [bar and bar.width for bar in bars([0, None]).bars] == [0.0, None]


def test_shrinking_bars_end_at_zero() -> None:
    drawn = growth_bars([-5.0, 3.0])

    shrinking, growing = drawn.bars
    assert round(shrinking.x + shrinking.width, 1) == round(drawn.zero, 1)
    assert growing.x == drawn.zero


@pytest.mark.parametrize(
    ("count", "unit"),
    [(7, 1), (30, 2), (100, 5), (240, 10), (172_500, 10_000)],
    ids=["ones", "twos", "fives", "tens", "many"],
)
def test_unit_is_one_two_or_five(count: int, unit: int) -> None:
    assert pictogram_unit(count) == unit


def test_new_jobs_are_marked_in_the_later_row() -> None:
    rows = pictogram(10, 15)

    assert [sign.kind for sign in rows.after].count("new") == 5
    assert not any(sign.kind for sign in rows.before)


def test_lost_jobs_are_marked_in_the_earlier_row() -> None:
    rows = pictogram(15, 10)

    assert [sign.kind for sign in rows.before].count("lost") == 5
    assert not any(sign.kind for sign in rows.after)


def test_part_of_a_sign_is_cut() -> None:
    rows = pictogram(172_500, 207_600)

    assert rows.after[-1].is_cut
    assert rows.cut_after == 7.6
    assert max(sign.x + rows.width for sign in rows.after) <= 100


def test_few_openings_still_open_a_door() -> None:
    assert doors(10) == (10, 1)
    assert doors(9_340) == (9, 1_000)


def test_one_stair_is_marked() -> None:
    assert [stair.kind for stair in stairs(3)] == ["lo", "lo", "on", "hi", "hi", "hi", "hi", "hi"]


def test_top_interest_reaches_the_ring() -> None:
    assert hexagon([7, 1, 1, 1, 1, 1], 7).dots[0] == (0, -100)


def test_histogram_counts_every_career() -> None:
    drawn = histogram(
        [30_000, 31_000, 90_000, 500_000],
        {"Bakers": 31_000.0},
        low=25_000,
        high=205_000,
        columns=60,
        ticks=(50_000,),
    )

    assert drawn.path.count("M") + len(drawn.marks) == 4
    assert drawn.marks[0].name == "Bakers"
