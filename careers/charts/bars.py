"""Bars from zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from careers.charts.scale import per_cent


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it starts and how long it is, in per cent."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale; ``reference_x`` is where a line through all of them stands."""

    bars: tuple[Bar | None, ...]
    reference_x: float | None


def bars(values: Sequence[float | None], *, reference: float | None = None, top: float | None = None) -> Bars:
    """One bar per value, none where a value is unknown. The longest fills the width, or ends at ``top``."""
    numbers = [value for value in values if value is not None]
    scale = top or max([*numbers, reference or 0], default=0) * 1.02 or 1
    drawn = tuple(None if value is None else Bar(0, per_cent(value, 0, scale)) for value in values)
    return Bars(drawn, per_cent(reference, 0, scale) if reference else None)


@dataclass(frozen=True, slots=True)
class GrowthBars:
    """Bars that grow right from ``zero`` and shrink left of it, on one scale."""

    zero: float
    bars: tuple[Bar, ...]


def growth_bars(changes: Sequence[float]) -> GrowthBars:
    """One bar per change in per cent."""
    low, high = min(0.0, *changes), max(0.0, *changes)
    span = (high - low) * 1.1 or 1
    zero = 100 * -low / span
    drawn = tuple(
        Bar(round(zero + min(0.0, 100 * value / span), 2), round(abs(100 * value / span), 2))
        for value in changes
    )
    return GrowthBars(round(zero, 2), drawn)
