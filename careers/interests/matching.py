"""How well careers fit somebody's interests: Pearson's correlation of six scores with six scores.

The agency rates every occupation on the same six interests. The correlation compares the shapes of the two
profiles: what stands out and what stays behind, however high somebody answers over all. It is 1 for the same
shape and −1 for the opposite one. What six numbers can't say is told to readers at ``/interests/method/``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from careers.models import InterestProfile, Release
from careers.reference import sources
from careers.reference.interest_types import INTEREST_TYPES

STRONG, GOOD, SOME = 0.8, 0.6, 0.3


@dataclass(frozen=True, slots=True)
class Match:
    """An occupation and its fit, −1 to 1. ``shared`` are letters that stand out in both, strongest first."""

    onet: str
    title: str
    fit: float
    shared: tuple[str, ...]


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's r, or None where one side is flat: then nothing stands out that could be compared."""
    a, b = _centered(first), _centered(second)
    size = sqrt(sum(x * x for x in a)) * sqrt(sum(y * y for y in b))
    return sum(x * y for x, y in zip(a, b, strict=True)) / size if size else None


def matches(scores: Sequence[float], *, at_most_education: int | None = None) -> list[Match]:
    """Every occupation with interest ratings, from best to worst fit; none for flat ``scores``. Two queries.

    With ``at_most_education`` (a rank) only those for which no more schooling is usual; where the
    usual schooling is not published, an occupation is left out then.
    """
    release = Release.objects.newest(sources.ONET_INTERESTS).first()
    rated = InterestProfile.objects.current().filter(
        release=release, occupation__is_vanished=False, occupation__sheet__isnull=False
    )
    if at_most_education is not None:
        rated = rated.filter(occupation__sheet__education_rank__lte=at_most_education)
    columns = ("occupation", "occupation__sheet__title", *(kind.field for kind in INTEREST_TYPES))
    fitting = []
    for code, title, *values in rated.values_list(*columns):
        theirs = [float(value) for value in values]
        fit = correlation(scores, theirs)
        if fit is not None:
            fitting.append(Match(code, title, fit, shared(scores, theirs)))
    return sorted(fitting, key=lambda match: (-round(match.fit, 6), match.title))


def shared(first: Sequence[float], second: Sequence[float]) -> tuple[str, ...]:
    """The letters of interests above the average of both sides, those that bring them closest first."""
    products = [
        (x * y, kind.letter)
        for x, y, kind in zip(_centered(first), _centered(second), INTEREST_TYPES, strict=True)
        if x > 0 and y > 0
    ]
    return tuple(letter for _product, letter in sorted(products, reverse=True))


def _centered(values: Sequence[float]) -> list[float]:
    mean = sum(values) / len(values)
    return [value - mean for value in values]
