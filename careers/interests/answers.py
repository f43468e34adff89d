"""Answers to the statements, and the scores that they add up to."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from careers.interests.statements import STATEMENTS, Statement
from careers.reference.interest_types import INTEREST_TYPES

CHOICES: tuple[tuple[str, Promise], ...] = (
    ("1", _("Not at all")),
    ("2", _("Not much")),
    ("3", _("Not sure")),
    ("4", _("Yes")),
    ("5", _("Very much")),
)
LIKED = 4  # from this answer on
MAX_POINTS = 20  # points of one interest: five answers, each 0 to 4 points
COUNT = len(STATEMENTS)
WRITTEN = re.compile(rf"[1-5]{{0,{COUNT}}}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Answers:
    """The first answers, up to all thirty, as digits from 1 to 5 in the order of the statements."""

    text: str

    @classmethod
    def read(cls, text: str) -> "Answers":
        """Raises ValueError for anything but up to thirty digits from 1 to 5."""
        if not WRITTEN.fullmatch(text):
            raise ValueError(f"Answers are up to {COUNT} digits from 1 to 5, not {text[:40]!r}.")
        return cls(text)

    @property
    def is_complete(self) -> bool:
        return len(self.text) == COUNT

    @property
    def scores(self) -> tuple[int, ...]:
        """Points of each interest, 0 to 20, in the order R, I, A, S, E, C. An answer gives 0 to 4."""
        totals = dict.fromkeys((kind.letter for kind in INTEREST_TYPES), 0)
        for statement, digit in zip(STATEMENTS, self.text, strict=False):
            totals[statement.letter] += int(digit) - 1
        return tuple(totals.values())

    def liked(self, letter: str) -> list[Statement]:
        """The statements of an interest that were answered with yes, the strongest first."""
        found = [
            (int(digit), statement)
            for statement, digit in zip(STATEMENTS, self.text, strict=False)
            if statement.letter == letter and int(digit) >= LIKED
        ]
        return [statement for _digit, statement in sorted(found, key=lambda pair: -pair[0])]
