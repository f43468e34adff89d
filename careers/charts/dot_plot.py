"""One hundred workers lined up by pay, one dot each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from careers.charts.scale import Five, per_cent, pile

SHARES = (10, 15, 25, 25, 15, 10)
GROUPS = ("tail", "mid", "core", "core", "mid", "tail")
MAX_PILE_HEIGHT = 9
LEFT, RIGHT = (2, 1, 0), (3, 4, 5)
_MIN_SPREAD = 0.02


@dataclass(frozen=True, slots=True)
class DotPlot:
    """The chart on a canvas 1,000 wide and ``height`` high.

    ``x_…`` and widths are in per cent of its width.
    """

    height: float
    dot: float
    pitch: float
    tail: str
    mid: str
    core: str
    x_p10: float
    x_p25: float
    x_median: float
    half_width: float
    most_width: float
    is_label_left: bool


def can_draw_dot_plot(five: Five) -> bool:
    """Whether the percentiles increase, and differ enough for piles of dots to be readable."""
    rises = all(a <= b for a, b in pairwise(five))
    return rises and five[4] - five[0] > _MIN_SPREAD * five[2] and five[1] < five[3]


def pay_dot_plot(five: Five) -> DotPlot:
    """Draw six blocks of dots, each between two published percentiles.

    A block holds the share of workers between its edges (10, 15, 25, 25, 15, 10 in 100), so a tall block is
    a crowded range of pay. Inside a block the dots stand evenly. Only the two open ends have a chosen
    width: 8 to 25 % of the middle eight tenths.
    """
    edges = _edges(five)
    low, high = edges[0], edges[-1]
    widths = [1000 * (b - a) / (high - low) for a, b in pairwise(edges)]
    pitch, piles = _fit(widths)
    rows = max(max(block) for block in piles)
    drawn: dict[str, list[str]] = {"tail": [], "mid": [], "core": []}
    left = 0.0
    for width, group, block in zip(widths, GROUPS, piles, strict=True):
        for place, count in enumerate(block):
            x = left + (place + 0.5) * width / len(block)
            drawn[group].append(pile(round(x, 1), round((rows - 0.5) * pitch, 1), count, pitch))
        left += width
    x10, x25, x50, x75, x90 = (per_cent(value, low, high) for value in five)
    return DotPlot(
        height=round(rows * pitch, 1),
        dot=round(pitch * 0.84, 1),
        pitch=round(pitch, 2),
        tail="".join(drawn["tail"]),
        mid="".join(drawn["mid"]),
        core="".join(drawn["core"]),
        x_p10=x10,
        x_p25=x25,
        x_median=x50,
        half_width=round(x75 - x25, 2),
        most_width=round(x90 - x10, 2),
        is_label_left=x50 > 55,
    )


def _edges(five: Five) -> list[float]:
    p10, p25, _median, p75, p90 = five
    most = p90 - p10
    low = p10 - min(0.25 * most, max(0.08 * most, 1.2 * (p25 - p10)))
    high = p90 + min(0.25 * most, max(0.08 * most, p90 - p75))
    return [low, *five, high]


def _fit(widths: Sequence[float]) -> tuple[float, list[list[int]]]:
    """Shrink the dots until no pile is more than nine high. Piles of a block run from left to right."""
    pitch = 30.0
    while True:
        left = [list(reversed(block)) for block in reversed(_piles(LEFT, widths, pitch))]
        piles = left + _piles(RIGHT, widths, pitch)
        if max(max(block) for block in piles) <= MAX_PILE_HEIGHT or pitch < 15:
            return pitch, piles
        pitch *= 0.94


def _piles(side: Iterable[int], widths: Sequence[float], pitch: float) -> list[list[int]]:
    """The piles of three blocks, from the median outward.

    Tries one column more or fewer for each block and keeps what steps down outward with an even pitch.
    """
    blocks = tuple(side)
    options = [sorted(_column_counts(SHARES[i], widths[i], pitch)) for i in blocks]
    best: list[list[int]] = []
    best_cost = float("inf")
    for counts in product(*options):
        cost, before, piles = 0.0, 99, []
        for i, columns in zip(blocks, counts, strict=True):
            base, extra = divmod(SHARES[i], columns)
            piles.append([base + 1] * extra + [base] * (columns - extra))
            unevenness = 20 * (widths[i] / columns / pitch - 1) ** 2
            cost += unevenness + (0.1 if extra else 0) + 4 * max(0, piles[-1][0] - before)
            before = piles[-1][-1]
        if cost < best_cost:
            best, best_cost = piles, cost
    return best


def _column_counts(share: int, width: float, pitch: float) -> set[int]:
    near = (min(share, max(1, round(width / pitch) + k)) for k in (-1, 0, 1))
    return {columns for columns in near if columns == 1 or width / columns >= 0.84 * pitch}
