"""A histogram of dots: all careers above a line of pay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careers.charts.scale import Tick, axis, pile

LABEL_SPAN = 0.4
LABEL_HEIGHT = 8.0


@dataclass(frozen=True, slots=True)
class HistogramMark:
    """A named dot and its label, in per cent of the plot. The label stands above every pile it passes."""

    name: str
    value: float
    x: float
    y: float
    label_y: float
    is_label_left: bool


@dataclass(frozen=True, slots=True)
class Histogram:
    """A canvas of ``columns`` by ``rows``, one dot a unit wide."""

    columns: int
    rows: int
    path: str
    marks: tuple[HistogramMark, ...]
    ticks: tuple[Tick, ...]


def histogram(
    values: Sequence[float],
    named: Mapping[str, float],
    *,
    low: float,
    high: float,
    columns: int,
    ticks: Sequence[float],
) -> Histogram:
    """One dot per value; values beyond ``high`` are in the last column.

    ``named`` are some of ``values``; their dots are marked.
    """

    def column(value: float) -> int:
        return max(0, min(columns - 1, int((value - low) / (high - low) * columns)))

    heights = [0] * columns
    for value in values:
        heights[column(value)] += 1
    hot = {column(value): name for name, value in named.items()}
    path = "".join(
        pile(c + 0.5, max([*heights, 1]) - 0.5, height - (c in hot), 1) for c, height in enumerate(heights)
    )
    marks = tuple(_mark(name, named[name], c, heights) for c, name in sorted(hot.items()))
    return Histogram(columns, max([*heights, 1]), path, _apart(marks), axis(low, high, ticks).ticks)


def _mark(name: str, value: float, place: int, heights: Sequence[int]) -> HistogramMark:
    columns, rows = len(heights), max(heights)
    is_left = place > columns * 0.6
    span = round(columns * LABEL_SPAN)
    passed = heights[max(0, place - span) : place + 1] if is_left else heights[place : place + span]
    return HistogramMark(
        name=name,
        value=value,
        x=round(100 * (place + 0.5) / columns, 2),
        y=round(100 * (rows - heights[place] + 0.5) / rows, 2),
        label_y=round(100 * (rows - max(passed)) / rows - 3, 2),
        is_label_left=is_left,
    )


def _apart(marks: Sequence[HistogramMark]) -> tuple[HistogramMark, ...]:
    """Lift labels that would touch one that is already placed, from the right to the left."""
    placed: list[HistogramMark] = []
    for mark in reversed(marks):
        label_y = mark.label_y
        for other in sorted(placed, key=lambda other: -other.label_y):
            if abs(label_y - other.label_y) < LABEL_HEIGHT:
                label_y = other.label_y - LABEL_HEIGHT
        placed.append(
            HistogramMark(mark.name, mark.value, mark.x, mark.y, round(label_y, 2), mark.is_label_left)
        )
    return tuple(reversed(placed))
