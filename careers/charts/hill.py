"""All careers as one hill of dots above a line of pay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careers.charts.scale import Tick, axis, pile


@dataclass(frozen=True, slots=True)
class HillMark:
    """A named dot, in per cent of the plot."""

    name: str
    value: float
    x: float
    y: float
    is_label_left: bool


@dataclass(frozen=True, slots=True)
class Hill:
    """A canvas of ``columns`` by ``rows``, one dot a unit wide."""

    columns: int
    rows: int
    path: str
    marks: tuple[HillMark, ...]
    ticks: tuple[Tick, ...]


def hill(
    values: Sequence[float],
    named: Mapping[str, float],
    *,
    low: float,
    high: float,
    columns: int,
    ticks: Sequence[float],
) -> Hill:
    """One dot per value.

    What lies beyond ``high`` stands in the last column. A named value is one of ``values``.
    """

    def column(value: float) -> int:
        return max(0, min(columns - 1, int((value - low) / (high - low) * columns)))

    heights = [0] * columns
    for value in values:
        heights[column(value)] += 1
    hot = {column(value): name for name, value in named.items()}
    rows = max([*heights, 1])
    path = "".join(pile(c + 0.5, rows - 0.5, height - (c in hot), 1) for c, height in enumerate(heights))
    marks = tuple(
        HillMark(
            name=name,
            value=named[name],
            x=round(100 * (c + 0.5) / columns, 2),
            y=round(100 * (rows - heights[c] + 0.5) / rows, 2),
            is_label_left=c > columns * 0.6,
        )
        for c, name in sorted(hot.items())
    )
    return Hill(columns, rows, path, marks, axis(low, high, ticks).ticks)
