"""Putting subjects in order of how well they answer. Pure functions over postings.

A query is a row of slots, one for each word (or phrase with a synonym); a slot has alternatives: the word
itself, its relatives and synonyms, or what a misspelled word may have been. Of each slot a subject's best
alternative counts.

The score is a sum of a few signals. Their weights were fitted by logistic regression on two tenths of the
alternate titles, kept out of the index, and half of the everyday phrases, then rounded; ``make bench``
measures on others.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from careers.search.postings import TOP, Postings

#: Weights of the signals, each from 0 to 1.
NAMES = 5.4  # how many of the subject's names have the words
TEXT = 1.6  # how often its text has them
TEXT_ALONE = 5.2  # the same, the more so the less any name answers: then it is a phrase and not a title
COVERAGE = 3.8  # how much of the query occurs anywhere
HEAD = 4.6  # how many names end in the query's last word
NEAR = 4.8  # how much of the query occurs in its neighbors
JOBS = 1.05  # how many people do the work
MANY_NAMES = 1.0  # how many names it has, the prior of any title
TITLE = 2.3  # how well the page's own title answers
EXACT_NAME = 1.7  # one of its names is the query
EXACT_TITLE = 6.0  # the page's title is the query, give or take plurals
TITLE_START = 2.0  # the page's title starts with it
CLOSE_TITLE = 4.0  # the page's title is the query but for a letter or two

#: How much a name's length counts when it is compared with the query.
LENGTH_SHARE = 0.2
#: Rarity of a very rare term; puts the head's share on the scale of the others.
RARE = 6.0
#: So many subjects go into the second round, which reads their titles and neighbors.
SHORTLIST = 150


@dataclass(frozen=True, slots=True)
class Alternative:
    """One thing to look for in a slot. ``weight`` is at most 1."""

    term: str
    weight: float
    rarity: float
    postings: Postings
    written: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of the query with all that may answer it. ``share`` is how much the slot counts at most."""

    words: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    is_last: bool = False
    share: float = 1.0

    @property
    def value(self) -> float:
        """What answering it in full is worth: the rarity of the word, or of its best alternative."""
        own = next(
            (option.rarity for option in self.alternatives if option.weight == 1 and option.rarity), 0.0
        )
        return self.share * (
            own or max((option.weight * option.rarity for option in self.alternatives), default=0.0)
        )


@dataclass(slots=True)
class Evidence:
    """What the index says of one subject.

    Sums over the slots in units of rarity, except ``head``, which goes from 0 to about 1.
    """

    names: float = 0.0
    text: float = 0.0
    coverage: float = 0.0
    head: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A subject of the shortlist, as the second round needs it."""

    number: int
    title_terms: Sequence[str]
    title_count: int
    jobs: int | None
    near: Sequence[tuple[int, float]] = ()


@dataclass(slots=True)
class Round:
    """The first round: evidence of all subjects that have anything of the query."""

    slots: Sequence[Slot]
    evidence: dict[int, Evidence] = field(default_factory=dict)
    value: float = 0.0

    @property
    def best_names(self) -> float:
        return max((evidence.names for evidence in self.evidence.values()), default=0.0) / self.value

    def shortlist(self, size: int = SHORTLIST) -> list[int]:
        """The numbers of the subjects that may come out on top."""
        gate = TEXT + TEXT_ALONE * (1 - self.best_names)
        return sorted(
            self.evidence,
            key=lambda number: (
                -(
                    NAMES * (evidence := self.evidence[number]).names
                    + gate * evidence.text
                    + COVERAGE * evidence.coverage
                    + HEAD * evidence.head * self.value
                ),
                number,
            ),
        )[:size]


def first_round(slots: Sequence[Slot]) -> Round:
    """Add up over the slots what each subject has."""
    scan = Round([slot for slot in slots if slot.value > 0])
    scan.value = sum(slot.value for slot in scan.slots) or 1.0
    for slot in scan.slots:
        for number, best in _answers(slot).items():
            evidence = scan.evidence.get(number)
            if evidence is None:
                evidence = scan.evidence[number] = Evidence()
            evidence.names += best[0]
            evidence.text += best[1]
            evidence.coverage += best[2]
            evidence.head += best[3]
    return scan


def _answers(slot: Slot) -> dict[int, list[float]]:
    """For each subject the best of the slot's alternatives in names, text, anywhere, and as last word."""
    answers: dict[int, list[float]] = {}
    value = slot.value
    for alternative in slot.alternatives:
        worth = alternative.weight * min(alternative.rarity, value) if alternative.weight < 1 else value
        by_byte = worth / TOP
        head_by_byte = alternative.weight * alternative.rarity / RARE / TOP if slot.is_last else 0.0
        postings = alternative.postings
        for number, titles, text, heads in zip(
            postings.numbers, postings.titles, postings.texts, postings.heads, strict=True
        ):
            best = answers.get(number)
            if best is None:
                answers[number] = [titles * by_byte, text * by_byte, worth, heads * head_by_byte]
                continue
            best[0] = max(best[0], titles * by_byte)
            best[1] = max(best[1], text * by_byte)
            best[2] = max(best[2], worth)
            best[3] = max(best[3], heads * head_by_byte)
    return answers


def second_round(
    first: Round,
    candidates: Iterable[Candidate],
    *,
    rarities: Mapping[str, float],
    exact: Mapping[int, float],
) -> list[tuple[int, float]]:
    """The candidates with their scores, best first. ``exact`` adds for names that are the query itself."""
    gate = TEXT + TEXT_ALONE * (1 - first.best_names)
    scores = []
    for candidate in candidates:
        evidence = first.evidence.get(candidate.number, Evidence())
        near = sum(
            share * other.coverage
            for number, share in candidate.near
            if (other := first.evidence.get(number)) is not None
        )
        score = NAMES * evidence.names + gate * evidence.text + COVERAGE * evidence.coverage + NEAR * near
        score = score / first.value + HEAD * evidence.head
        score += JOBS * math.log1p((candidate.jobs or 0) / 1000) / 8
        score += MANY_NAMES * math.log1p(candidate.title_count) / 6
        score += TITLE * title_fit(first, candidate.title_terms, rarities)
        scores.append((candidate.number, score + exact.get(candidate.number, 0.0)))
    return sorted(scores, key=lambda item: (-item[1], item[0]))


def title_fit(first: Round, terms: Sequence[str], rarities: Mapping[str, float]) -> float:
    """From 0 to 1: how much of the query is in a title, and how much of the title is in the query."""
    wanted = set(terms)
    matched = 0.0
    for slot in first.slots:
        value = slot.value
        matched += max(
            (
                value if alternative.weight == 1 else alternative.weight * min(alternative.rarity, value)
                for alternative in slot.alternatives
                if alternative.term in wanted
            ),
            default=0.0,
        )
    length = sum(rarities.get(term, RARE) for term in wanted)
    return matched / (LENGTH_SHARE * max(length, matched) + (1 - LENGTH_SHARE) * first.value)
