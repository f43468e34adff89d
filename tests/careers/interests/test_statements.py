"""The thirty statements are balanced, mixed and this site's own."""

import csv
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from careers.interests.statements import STATEMENTS
from careers.reference.interest_types import INTEREST_TYPES

LETTERS = {kind.letter for kind in INTEREST_TYPES}
MAX_SHARED_RUN_LENGTH = 4  # words


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))


def runs(text: str) -> set[tuple[str, ...]]:
    text_words, length = words(text), MAX_SHARED_RUN_LENGTH + 1
    return {tuple(text_words[place : place + length]) for place in range(len(text_words) - length + 1)}


def test_each_interest_has_five_statements() -> None:
    assert Counter(statement.letter for statement in STATEMENTS) == dict.fromkeys(LETTERS, 5)


def test_every_six_statements_hold_each_interest_and_no_two_neighbors_are_alike() -> None:
    letters = [statement.letter for statement in STATEMENTS]

    assert all(set(letters[place : place + 6]) == LETTERS for place in range(0, 30, 6))
    assert all(first != second for first, second in pairwise(letters))


def test_statements_share_no_run_of_words_with_the_agencys_activities(agency_files: Path) -> None:
    path = agency_files / "onet_30_1" / "Interests Illustrative Activities.txt"
    with path.open(encoding="utf-8") as file:
        theirs = set().union(*(runs(row["Activity"]) for row in csv.DictReader(file, delimiter="\t")))

    assert theirs
    assert [statement.text for statement in STATEMENTS if runs(str(statement.text)) & theirs] == []
