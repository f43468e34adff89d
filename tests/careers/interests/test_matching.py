"""Answers add up to scores, and scores find the occupations that are like them."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from careers.interests.answers import Answers
from careers.interests.matching import correlation, shared
from careers.interests.statements import STATEMENTS
from careers.reference.interest_types import INTEREST_TYPES
from tests.careers.interests.answering import answers_of


def all_of(letter: str, *, high: str = "5", low: str = "1") -> Answers:
    return Answers("".join(high if statement.letter == letter else low for statement in STATEMENTS))


@pytest.mark.parametrize("kind", INTEREST_TYPES, ids=lambda kind: kind.letter)
def test_yes_to_one_interest_alone_scores_there_alone(kind: object) -> None:
    answers = all_of(kind.letter)  # type: ignore[attr-defined]  # an InterestType; pytest's ids hide it

    assert sorted(answers.scores) == [0, 0, 0, 0, 0, 20]
    assert len(answers.liked_statements(kind.letter)) == 5  # type: ignore[attr-defined]  # as above


@pytest.mark.parametrize("text", ["6", "0", "12x", "1" * 31, "١٢", "1\n"], ids=ascii)
def test_what_is_no_answer_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="digits from 1 to 5"):
        Answers.read(text)


def test_correlation_compares_shapes() -> None:
    assert correlation((1, 2, 3), (10, 20, 30)) == pytest.approx(1)
    assert correlation((1, 2, 3), (3, 2, 1)) == pytest.approx(-1)
    assert correlation((2, 2, 2), (3, 2, 1)) is None


def test_shared_interests_stand_out_on_both_sides() -> None:
    assert shared((20, 15, 0, 0, 0, 1), (7, 3, 7, 1, 1, 1)) == ("R",)


def test_an_occupation_that_answers_as_itself_finds_itself(agency_files: Path) -> None:
    """The numbers on the page about the method come from here."""
    ratings: dict[str, dict[str, float]] = defaultdict(dict)
    with (agency_files / "onet_30_1" / "Interests.txt").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["Scale ID"] == "OI":
                ratings[row["O*NET-SOC Code"]][row["Element Name"]] = float(row["Data Value"])
    profiles = [tuple(rating[str(kind.name)] for kind in INTEREST_TYPES) for rating in ratings.values()]

    places = [place_of(profile, profiles) for profile in profiles[::6]]

    assert len(profiles) == 923
    assert sum(place == 1 for place in places) / len(places) > 0.92
    assert sum(place <= 3 for place in places) / len(places) > 0.98
    assert max(places) <= 10


def place_of(profile: tuple[float, ...], profiles: list[tuple[float, ...]]) -> int:
    """Where the occupation stands in the list that its own answers lead to."""
    scores = answers_of(profile).scores
    own = correlation(scores, profile) or -1
    return 1 + sum((correlation(scores, other) or -1) > own + 1e-9 for other in profiles)
