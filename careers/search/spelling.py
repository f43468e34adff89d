"""Corrections of misspelled words. Trigrams find the candidates, edit distance ranks them."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from rapidfuzz.distance import OSA

MAX_CANDIDATES = 40
MAX_GUESSES = 5
MIN_PART_LENGTH = 3
#: A guess as likely as this makes it needless to look for two words written as one.
GOOD = 0.6
CLEAR_LEAD = 0.12


@dataclass(frozen=True, slots=True)
class Guess:
    """Words that may have been meant (two where a blank was forgotten), and how likely, at most 1."""

    words: tuple[str, ...]
    weight: float


def guesses(words: Sequence[str], *, unfinished: str = "") -> dict[str, list[Guess]]:
    """For each of ``words`` the most likely words of the index, best first.

    ``unfinished`` is the one among them that may only be the beginning of a word.
    """
    candidates: dict[str, list[Guess]] = defaultdict(list)
    for word, candidate, subjects in _similar(words):
        likely = likelihood(word, candidate, subjects)
        if likely > 0:
            candidates[word].append(Guess((candidate,), likely))
    for word, candidate, subjects in _longer(unfinished) if len(unfinished) >= MIN_PART_LENGTH else ():
        candidates[word].append(Guess((candidate,), 0.5 + 0.05 * min(math.log1p(subjects), 4)))
    hopeless = [word for word in words if max((guess.weight for guess in candidates[word]), default=0) < GOOD]
    for word, parts in _split(hopeless).items():
        candidates[word].append(Guess(parts, 0.85))
    return {word: _best(candidates[word]) for word in words if candidates[word]}


def is_clear(options: Sequence[Guess]) -> bool:
    """Whether the first is so much likelier than the others that the query may be read with it.

    Forms of one word ("coder", "coders") don't contend with each other.
    """
    first = options[0]
    others = [
        guess for guess in options[1:] if not "".join(guess.words).startswith("".join(first.words)[:-1])
    ]
    return first.weight >= GOOD and all(first.weight - guess.weight >= CLEAR_LEAD for guess in others)


def likelihood(word: str, candidate: str, subjects: int) -> float:
    """How likely ``word`` was meant as ``candidate``: from 0 (impossible) to 1.

    Few edits for the length, the same first letter and a common word make it likelier. An edit leaves a
    letter out, puts one in, changes one or swaps two neighbors (optimal string alignment).
    """
    allowed = 1 if len(word) <= 4 else 2 if len(word) <= 9 else 3
    edits = OSA.distance(word, candidate, score_cutoff=allowed)
    if edits > allowed or (edits == 2 and len(word) < 5):
        return 0.0
    likely = 0.95 - 0.2 * edits * (1 if len(word) > 5 else 1.3)
    if word[0] != candidate[0]:
        likely -= 0.1
    return max(0.05, likely + 0.02 * min(math.log1p(subjects), 5) - 0.1)


def _best(options: Iterable[Guess]) -> list[Guess]:
    by_words: dict[tuple[str, ...], Guess] = {}
    for guess in options:
        if guess.words not in by_words or by_words[guess.words].weight < guess.weight:
            by_words[guess.words] = guess
    ranked = sorted(by_words.values(), key=lambda guess: (-guess.weight, guess.words))
    return [guess for guess in ranked if guess.weight >= 0.5 * ranked[0].weight][:MAX_GUESSES]


def _similar(words: Sequence[str]) -> list[tuple[str, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, candidate, subjects FROM careers_similar_words(%s, %s)",
            [list(words), MAX_CANDIDATES],
        )
        return list(cursor.fetchall())


def _longer(beginning: str) -> list[tuple[str, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT %s, word, subjects FROM careers_searchword WHERE word LIKE %s"
            " ORDER BY subjects DESC, word LIMIT %s",
            [beginning, f"{beginning}%", MAX_GUESSES],
        )
        return list(cursor.fetchall())


def _split(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words that are two known words written as one: "truckdriver"."""
    places = {
        word: [(word[:at], word[at:]) for at in range(MIN_PART_LENGTH, len(word) - MIN_PART_LENGTH + 1)]
        for word in words
    }
    parts = sorted({part for pairs in places.values() for pair in pairs for part in pair})
    if not parts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT word, subjects FROM careers_searchword WHERE word = ANY(%s)", [parts])
        subject_counts = dict(cursor.fetchall())
    splits: dict[str, tuple[str, ...]] = {}
    for word, pairs in places.items():
        both = [pair for pair in pairs if pair[0] in subject_counts and pair[1] in subject_counts]
        if both:
            splits[word] = max(both, key=lambda pair: min(subject_counts[pair[0]], subject_counts[pair[1]]))
    return splits
