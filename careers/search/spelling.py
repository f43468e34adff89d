"""What a word that nobody wrote may have been meant to be. Trigrams find candidates, edits judge them."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from rapidfuzz.distance import OSA

#: Trigrams that must be shared; a transposition in a short word leaves few.
MIN_SHARED = 0.2
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


def guesses(asked: Sequence[str], *, unfinished: str = "") -> dict[str, list[Guess]]:
    """For each word of ``asked`` the most likely words of the index, best first.

    ``unfinished`` is the one among them that may only be the beginning of a word.
    """
    found: dict[str, list[Guess]] = defaultdict(list)
    for word, candidate, subjects in _similar(asked):
        likely = likelihood(word, candidate, subjects)
        if likely > 0:
            found[word].append(Guess((candidate,), likely))
    for word, candidate, subjects in _longer(unfinished) if len(unfinished) >= MIN_PART_LENGTH else ():
        found[word].append(Guess((candidate,), 0.5 + 0.05 * min(math.log1p(subjects), 4)))
    hopeless = [word for word in asked if max((guess.weight for guess in found[word]), default=0) < GOOD]
    for word, parts in _split(hopeless).items():
        found[word].append(Guess(parts, 0.85))
    return {word: _best(found[word]) for word in asked if found[word]}


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
    """From 0 (cannot be) to 1.

    The fewer edits for the length the likelier; so are the same first letter, and common words. An edit
    leaves a letter out, puts one in, changes one or swaps two neighbours (optimal string alignment).
    """
    allowed = 1 if len(word) <= 4 else 2 if len(word) <= 9 else 3
    edits = OSA.distance(word, candidate, score_cutoff=allowed)
    if edits > allowed or (edits == 2 and len(word) < 5):
        return 0.0
    likely = 0.95 - 0.2 * edits * (1 if len(word) > 5 else 1.3)
    if word[0] != candidate[0]:
        likely -= 0.1
    return max(0.05, likely + 0.02 * min(math.log1p(subjects), 5) - 0.1)


def _best(found: Iterable[Guess]) -> list[Guess]:
    by_words: dict[tuple[str, ...], Guess] = {}
    for guess in found:
        if guess.words not in by_words or by_words[guess.words].weight < guess.weight:
            by_words[guess.words] = guess
    ranked = sorted(by_words.values(), key=lambda guess: (-guess.weight, guess.words))
    return [guess for guess in ranked if guess.weight >= 0.5 * ranked[0].weight][:MAX_GUESSES]


def _similar(asked: Sequence[str]) -> list[tuple[str, str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, candidate, subjects FROM careers_similar_words(%s, %s)",
            [list(asked), MAX_CANDIDATES],
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


def _split(asked: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words that are two known words written as one: "truckdriver"."""
    places = {
        word: [(word[:at], word[at:]) for at in range(MIN_PART_LENGTH, len(word) - MIN_PART_LENGTH + 1)]
        for word in asked
    }
    parts = sorted({part for pairs in places.values() for pair in pairs for part in pair})
    if not parts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT word, subjects FROM careers_searchword WHERE word = ANY(%s)", [parts])
        known = dict(cursor.fetchall())
    found: dict[str, tuple[str, ...]] = {}
    for word, pairs in places.items():
        both = [pair for pair in pairs if pair[0] in known and pair[1] in known]
        if both:
            found[word] = max(both, key=lambda pair: min(known[pair[0]], known[pair[1]]))
    return found
