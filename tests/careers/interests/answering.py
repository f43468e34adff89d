"""Answers to the interest statements, made from the scores that they should lead to."""

from careers.interests.answers import MAX_POINTS, Answers
from careers.interests.statements import STATEMENTS
from careers.reference.interest_types import INTEREST_TYPES


def answers_of(profile: tuple[float, ...], low: float = 1, high: float = 7) -> Answers:
    """The answers that come nearest to six interest scores: how an occupation would answer for itself."""
    rest = {
        kind.letter: round((score - low) / (high - low) * MAX_POINTS)
        for kind, score in zip(INTEREST_TYPES, profile, strict=True)
    }
    left = dict.fromkeys(rest, len(STATEMENTS) // len(rest))
    digits = []
    for statement in STATEMENTS:
        points = round(rest[statement.letter] / left[statement.letter])
        rest[statement.letter] -= points
        left[statement.letter] -= 1
        digits.append(str(points + 1))
    return Answers("".join(digits))
