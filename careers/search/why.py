"""Why a page is among the results, where its title doesn't say so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from careers.models.search import SearchSubject, SearchTitle
from careers.search.ranking import Slot
from careers.search.stems import Stemmer
from careers.search.words import words

#: By how much another name or a sentence must cover more of the query than the title, to be worth showing.
CLEARLY_MORE = 0.1

Kind = Literal["name", "specialty", "credential", "text", "tool", "code"]
_KINDS: dict[int, Kind] = {
    SearchTitle.Kind.OTHER: "name",
    SearchTitle.Kind.SHORT: "name",
    SearchTitle.Kind.SPECIALTY: "specialty",
    SearchTitle.Kind.CREDENTIAL: "credential",
}


@dataclass(frozen=True, slots=True)
class Why:
    """What matched.

    Another name ("Coding Specialist"), a specialty, a certification, a sentence, a tool or a code.
    """

    kind: Kind
    text: str


def explain(slots: Sequence[Slot], titles: dict[int, str]) -> dict[int, Why]:
    """For each subject what answers the query clearly better than its title, if anything does.

    ``titles`` are the terms of the titles, separated by blanks, by the number of the subject.
    """
    worth = _worth(slots)
    full = sum(slot.value for slot in slots) or 1.0
    bar = {number: _cover(worth, terms.split()) / full + CLEARLY_MORE for number, terms in titles.items()}
    open_ones = {number for number, least in bar.items() if least < 1}
    reasons: dict[int, tuple[float, Why]] = {}
    names = SearchTitle.objects.filter(subject__in=open_ones, kind__in=_KINDS)
    for number, kind, title, key in names.values_list("subject", "kind", "title", "key"):
        terms = key.split()
        # Of names that cover as much the shorter one says it better.
        value = _cover(worth, terms) / full - 0.01 * len(terms)
        if value + 0.05 >= bar[number] and value > reasons.get(number, (0.0, None))[0]:
            reasons[number] = value, Why(_KINDS[kind], title)
    _quote(
        worth, full, {number for number in open_ones if reasons.get(number, (0.0,))[0] < 0.6}, bar, reasons
    )
    return {number: why for number, (_, why) in reasons.items()}


def _worth(slots: Iterable[Slot]) -> list[dict[str, float]]:
    """For each slot what each of its terms is worth."""
    return [
        {
            alternative.term: alternative.weight * min(alternative.rarity or slot.value, slot.value)
            for alternative in reversed(slot.alternatives)
        }
        for slot in slots
    ]


def _cover(worth: Iterable[dict[str, float]], terms: Iterable[str]) -> float:
    having = set(terms)
    return sum(max((value for term, value in slot.items() if term in having), default=0.0) for slot in worth)


def _quote(
    worth: Sequence[dict[str, float]],
    full: float,
    numbers: Iterable[int],
    bar: dict[int, float],
    reasons: dict[int, tuple[float, Why]],
) -> None:
    """Look for a sentence, or a tool, that answers better than any name does."""
    quotes: dict[int, list[tuple[Kind, str]]] = defaultdict(list)
    for number, kept in SearchSubject.objects.filter(number__in=numbers).values_list("number", "sentences"):
        quotes[number] += [("text", text) for text in kept["text"]]
        quotes[number] += [("tool", text) for text in kept["tools"]]
    stem = Stemmer()
    stem.learn(word for texts in quotes.values() for _, text in texts for word in words(text))
    for number, texts in quotes.items():
        for kind, text in texts:
            value = _cover(worth, [stem(word) for word in words(text)]) / full
            if value >= bar[number] and value > reasons.get(number, (0.0, None))[0] + CLEARLY_MORE:
                reasons[number] = value, Why(kind, text)
