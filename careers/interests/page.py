"""The page of results: the six interests, what led there, and a page of careers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from careers.charts import Bar, Hexagon, bars, hexagon
from careers.documents.summary import CareerSummary
from careers.interests.answers import MAX_POINTS, Answers
from careers.interests.matching import GOOD, SOME, STRONG, Match
from careers.listing.by_occupation import rows_by_occupation
from careers.reference.interest_types import BY_LETTER, INTEREST_TYPES, InterestType

CODE_LENGTH = 3
REASONS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class InterestBar:
    """One interest: its points in words, and the statements that were answered with yes."""

    kind: InterestType
    points: str
    bar: Bar | None
    is_strong: bool
    liked: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class InterestPicture:
    """The six interests as hexagon and bars. ``code`` is empty where nothing stands out."""

    code: str
    names: tuple[str, ...]
    hexagon: Hexagon
    bars: tuple[InterestBar, ...]


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A career: ``why`` says which interests led to it."""

    career: CareerSummary
    fit: str
    why: str


def picture(answers: Answers) -> InterestPicture:
    """The six interests of ``answers``, the strongest first; neighbors in the hexagon decide a tie."""
    scores = answers.scores
    mean = sum(scores) / len(scores)
    ranked = sorted(zip(scores, INTEREST_TYPES, strict=True), key=lambda pair: -pair[0])
    code = "".join(kind.letter for score, kind in ranked if score > mean)[:CODE_LENGTH]
    geometry = bars([score for score, _kind in ranked], top=MAX_POINTS).bars
    return InterestPicture(
        code=code,
        names=tuple(str(BY_LETTER[letter].name) for letter in code),
        hexagon=hexagon(scores, MAX_POINTS),
        bars=tuple(
            InterestBar(
                kind=kind,
                points=_("%(points)s of %(most)s") % {"points": score, "most": MAX_POINTS},
                bar=bar,
                is_strong=kind.letter in code,
                liked=tuple(statement.text for statement in answers.liked_statements(kind.letter)),
            )
            for (score, kind), bar in zip(ranked, geometry, strict=True)
        ),
    )


def match_rows(careers: Sequence[Match]) -> list[MatchRow]:
    """The rows of the list in the order of ``careers``, one for each career. Four queries."""
    rows = rows_by_occupation([match.onet for match in careers])
    return [
        MatchRow(row.career, fit_words(match.fit), why(match))
        for match in careers
        for row in rows.get(match.onet, [])
    ]


def fit_words(fit: float) -> str:
    """A correlation in words."""
    if fit >= STRONG:
        return _("Strong fit")
    if fit >= GOOD:
        return _("Good fit")
    return _("Some fit") if fit >= SOME else _("Little fit")


def why(match: Match) -> str:
    """Which interests stand out on both sides; the answers behind them are listed once, above."""
    names = [str(BY_LETTER[letter].name) for letter in match.shared[:REASONS_SHOWN]]
    if not names:
        return _("Nothing stands out both in your answers and in this work.")
    words = {"first": names[0], "second": names[-1]}
    if len(names) == 1:
        return _("%(first)s stands out in your answers and in this work.") % words
    return _("%(first)s and %(second)s stand out in your answers and in this work.") % words
