"""Pictograms, after Isotype: a number is shown by how many signs there are, never by their size."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a row.

    ``kind`` is "", "new" or "lost". The last sign may be cut, to stand for a part of its unit.
    """

    x: float
    kind: str
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Pictogram:
    """Two rows of signs, before and after. ``cut_…`` is how much of the last sign shows, of ten."""

    unit: int
    width: float
    before: tuple[Sign, ...]
    after: tuple[Sign, ...]
    cut_before: float
    cut_after: float


MAX_SIGNS = 24


def pictogram_unit(count: float, most: int = MAX_SIGNS) -> int:
    """1, 2 or 5 times a power of ten, so that ``count`` fits in at most ``most`` signs."""
    power = 1
    while True:
        for step in (1, 2, 5):
            if count / (step * power) <= most:
                return step * power
        power *= 10


def pictogram(before: int, after: int) -> Pictogram:
    """Draw both counts in one unit.

    What is new is marked in the later row, what is lost in the earlier one.
    """
    unit = pictogram_unit(max(before, after))
    first, second = before / unit, after / unit
    step = 100 / MAX_SIGNS
    return Pictogram(
        unit=unit,
        width=round(step * 0.92, 2),
        before=_row(first, step, marked_from=second, kind="lost"),
        after=_row(second, step, marked_from=first, kind="new"),
        cut_before=round(10 * (first % 1), 1),
        cut_after=round(10 * (second % 1), 1),
    )


def _row(total: float, step: float, *, marked_from: float, kind: str) -> tuple[Sign, ...]:
    count = int(total) + (total % 1 > 0)
    return tuple(
        Sign(
            round(i * step, 2), kind if _is_mostly_beyond(i, total, marked_from) else "", is_cut=total - i < 1
        )
        for i in range(count)
    )


def _is_mostly_beyond(place: int, total: float, marked_from: float) -> bool:
    """Whether more than half of what is drawn of a sign lies beyond ``marked_from``."""
    end = min(place + 1, total)
    return end - max(place, marked_from) > (end - place) / 2


def doors(openings: int) -> tuple[int, int]:
    """How many doors to draw for yearly openings, and how many openings one door stands for."""
    unit = pictogram_unit(openings, 12)
    return max(1, round(openings / unit)), unit


@dataclass(frozen=True, slots=True)
class Stair:
    """One step of the stairs of education: "lo" is below the level, "on" is it, "hi" is above."""

    x: float
    y: float
    height: float
    kind: str


def stairs(level: int, levels: int = 8) -> tuple[Stair, ...]:
    """Stairs on a canvas 60 by 20, the ``level``-th (1 the lowest) marked."""
    step = 60 / levels
    drawn = []
    for i in range(levels):
        height = round(4 + 15 * i / (levels - 1), 1)
        kind = "on" if i + 1 == level else "lo" if i + 1 < level else "hi"
        drawn.append(Stair(round(i * step + 0.75, 2), round(19.25 - height, 2), height, kind))
    return tuple(drawn)
