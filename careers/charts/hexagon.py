"""The six interests as a hexagon."""

from collections.abc import Sequence
from dataclasses import dataclass

CORNERS = ((0, -1), (0.866, -0.5), (0.866, 0.5), (0, 1), (-0.866, 0.5), (-0.866, -0.5))


@dataclass(frozen=True, slots=True)
class Hexagon:
    """Points for SVG polygons on a canvas from −120 to 120 both ways; the outer ring has radius 100."""

    rings: tuple[str, ...]
    shape: str
    dots: tuple[tuple[float, float], ...]
    corners: tuple[tuple[float, float], ...]


def hexagon(scores: Sequence[float], top: float) -> Hexagon:
    """``scores`` in the order R, I, A, S, E, C, of which ``top`` reaches the outer ring."""
    dots = tuple(
        (round(x * 100 * score / top, 1), round(y * 100 * score / top, 1))
        for (x, y), score in zip(CORNERS, scores, strict=True)
    )
    return Hexagon(
        rings=tuple(
            _points(tuple((x * 100 * f, y * 100 * f) for x, y in CORNERS)) for f in (0.25, 0.5, 0.75, 1)
        ),
        shape=_points(dots),
        dots=dots,
        corners=tuple((round(x * 100, 1), round(y * 100, 1)) for x, y in CORNERS),
    )


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
