"""Positions on a line: axes, and the pay strip that stands on one."""

from collections.abc import Sequence
from dataclasses import dataclass

Five = tuple[float, float, float, float, float]


def per_cent(value: float, low: float, high: float) -> float:
    """Where ``value`` lies on the line from ``low`` to ``high``, 0 to 100; outside it, at the nearer end."""
    return round(max(0.0, min(100.0, 100 * (value - low) / (high - low))), 2)


def pile(x: float, y: float, count: int, pitch: float) -> str:
    """A pile of dots growing upward from (x, y), as one vertical stroke of a path.

    Drawn with ``stroke-dasharray="0 pitch"`` and round caps it shows ``count`` dots in some 12 bytes.
    """
    return f"M{x:g} {y:g}v{-(count - 1) * pitch - 0.1:g}" if count > 0 else ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis; ``anchor`` keeps the words of the outer ones inside."""

    x: float
    value: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A line shared by the strips of a list."""

    low: float
    high: float
    ticks: tuple[Tick, ...]


def axis(low: float, high: float, values: Sequence[float]) -> Axis:
    """An axis from ``low`` to ``high`` with ticks at ``values``."""

    def anchor(value: float) -> str:
        return "start" if value <= low else "end" if value >= high else "middle"

    return Axis(low, high, tuple(Tick(per_cent(v, low, high), v, anchor(v)) for v in values))


@dataclass(frozen=True, slots=True)
class Strip:
    """Pay from the 10th to the 90th percentile, thick between the 25th and the 75th, marked at the median.

    All in per cent of the axis. ``is_open`` where the top is only known to be "this or more".
    """

    x: float
    width: float
    core_x: float
    core_width: float
    median: float
    is_open: bool = False


def strip(five: Five, low: float, high: float, *, is_open: bool = False) -> Strip:
    """The strip of five percentiles on the axis from ``low`` to ``high``."""
    p10, p25, median, p75, p90 = (per_cent(value, low, high) for value in five)
    return Strip(p10, round(p90 - p10, 2), p25, round(p75 - p25, 2), median, is_open)
