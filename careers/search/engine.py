"""The search: from what somebody typed to careers in order."""

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from django.db import connection
from django.utils import timezone
from rapidfuzz.distance import OSA

from careers.models.search import SearchSubject, SearchTitle
from careers.search import ranking
from careers.search.codes import code_keys
from careers.search.postings import TOP, Postings
from careers.search.ranking import Alternative, Candidate, Slot
from careers.search.relations import phrase_key
from careers.search.spelling import Guess, guesses, is_clear
from careers.search.stems import Stemmer
from careers.search.words import fold, names_in, query_words

_TERMS = """
WITH asked AS (SELECT term, related FROM careers_searchterm WHERE term = ANY(%s))
SELECT asked.term, found.term, 1.0, found.rarity, found.numbers, found.titles, found.texts, found.heads
FROM asked JOIN careers_searchterm found USING (term)
UNION ALL
SELECT asked.term, found.term, other.value::float,
    found.rarity, found.numbers, found.titles, found.texts, found.heads
FROM asked CROSS JOIN LATERAL jsonb_each_text(asked.related) AS other
JOIN careers_searchterm found ON found.term = other.key
"""
#: A phrase that has a synonym leaves its single words this share of their worth: "big rig" is about trucks.
LEFT_TO_WORDS = 0.4
#: Words of so few letters are only guessed at where nothing else was typed.
MIN_LENGTH_TO_CORRECT = 3
#: What has less than this share of the best score is left out, unless there is little else.
WORTH_SHOWING = 0.5
ALWAYS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Scored:
    """A page with its place in the order. ``score`` has no unit; more is better."""

    number: int
    key: str
    onet: str
    slug: str
    title: str
    summary: str
    score: float


@dataclass(slots=True)
class SearchResults:
    """The outcome: pages best first; ``searched_for`` is the text that was meant, where it was misspelt."""

    text: str
    ranked: list[Scored] = field(default_factory=list)
    searched_for: str = ""
    slots: list[Slot] = field(default_factory=list)
    is_code: bool = False
    meant: dict[str, str] = field(default_factory=dict)


def find(text: str) -> SearchResults:
    """All pages that answer ``text``, best first; at most ``ranking.SHORTLIST`` of them for words."""
    if keys := code_keys(text):
        return _find_code(text, keys)
    asked = list(dict.fromkeys(query_words(text)))
    if not asked:
        return SearchResults(text)
    return _find_words(text, asked)


def _find_words(text: str, asked: list[str]) -> SearchResults:
    stem = Stemmer()
    known = _look_up(asked, stem)
    unknown = [word for word in asked if stem(word) not in known and not word.isdigit()]
    if len(unknown) < len(asked):
        # So short a word could be anything; the others say enough.
        unknown = [word for word in unknown if len(word) > MIN_LENGTH_TO_CORRECT]
    meant: dict[str, str] = {}
    likely: dict[str, list[Guess]] = {}
    if unknown:
        likely = guesses(unknown, unfinished=asked[-1] if asked[-1] in unknown else "")
        meant = {word: " ".join(options[0].words) for word, options in likely.items() if is_clear(options)}
        asked = [part for word in asked for part in meant.get(word, word).split()]
        candidates = [part for options in likely.values() for guess in options for part in guess.words]
        known = _look_up(asked, stem, candidates)
    keys = {" ".join(stem(word) for word in query_words(name)) for name in [text, *names_in(text)]}
    keys |= {" ".join(stem(word) for word in asked)} if meant else set()
    return _rank(SearchResults(text, slots=_slots(asked, stem, known, likely), meant=meant), keys - {""})


def _look_up(asked: Sequence[str], stem: Stemmer, others: Sequence[str] = ()) -> dict[str, list[Alternative]]:
    """What the index has for the words of a query, for phrases of them, and for other words."""
    pairs = ["".join(pair) for pair in pairwise(asked)]
    stem.learn([*asked, *pairs, *others])
    terms = [stem(word) for word in asked]
    return _read_terms([*terms, *(stem(word) for word in (*pairs, *others)), *_phrases(terms)])


def _find_code(text: str, keys: Sequence[str]) -> SearchResults:
    """Pages with the code: those that have it under the likelier key first, then those with more jobs."""
    names = SearchTitle.objects.filter(kind=SearchTitle.Kind.CODE, key__in=keys)
    places = {number: keys.index(key) for number, key in names.values_list("subject", "key")}
    rows = SearchSubject.objects.filter(number__in=places)
    ordered = sorted(rows, key=lambda row: (places[row.number], -(row.jobs or 0), row.key))
    return SearchResults(text, ranked=_public(_scored(row, 1.0) for row in ordered), is_code=True)


def _phrases(terms: Sequence[str]) -> list[str]:
    return [phrase_key(terms[at : at + size]) for size in (2, 3) for at in range(len(terms) - size + 1)]


def _read_terms(terms: Iterable[str]) -> dict[str, list[Alternative]]:
    """For each term of the index what answers it: itself first, then what it is related to."""
    found: dict[str, list[Alternative]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_TERMS, [sorted(set(terms))])
        for asked, term, weight, rarity, *columns in cursor.fetchall():
            postings = Postings.read(*columns)
            if postings.numbers:
                found.setdefault(asked, []).append(Alternative(term, float(weight), rarity, postings))
    return found


def _slots(
    asked: Sequence[str], stem: Stemmer, known: dict[str, list[Alternative]], likely: dict[str, list[Guess]]
) -> list[Slot]:
    """The slots of a query. A phrase with a meaning of its own has a slot beside those of its words."""
    shares = [1.0] * len(asked)
    slots = []
    for size in (3, 2):
        for at in range(len(asked) - size + 1):
            words = tuple(asked[at : at + size])
            key = phrase_key(stem(word) for word in words)
            joined = stem("".join(words)) if size == 2 else key
            alternatives = [*known.get(key, ()), *(known.get(joined, ()) if joined != key else ())]
            if alternatives and min(shares[at : at + size]) == 1:
                slots.append(Slot(words, tuple(alternatives), is_last=at + size == len(asked)))
                shares[at : at + size] = [LEFT_TO_WORDS] * size
    for place, word in enumerate(asked):
        is_last = place == len(asked) - 1
        if alternatives := known.get(stem(word), []):
            slots.append(Slot((word,), tuple(alternatives), is_last, shares[place]))
        elif options := likely.get(word):
            slots.append(Slot((word,), tuple(_guessed(options, stem, known)), is_last))
    return [slot for slot in slots if slot.alternatives]


def _guessed(
    options: Iterable[Guess], stem: Stemmer, known: dict[str, list[Alternative]]
) -> Iterable[Alternative]:
    for guess in options:
        for word in guess.words:
            for each in known.get(stem(word), ()):
                yield Alternative(
                    each.term,
                    min(each.weight * guess.weight, 0.99),
                    each.rarity,
                    each.postings,
                    written=" ".join(guess.words),
                )


def _rank(found: SearchResults, keys: Collection[str]) -> SearchResults:
    first = ranking.first_round(found.slots)
    numbers = first.shortlist()
    rows = list(SearchSubject.objects.filter(number__in=numbers).defer("terms", "sentences"))
    exact = _exact(keys, rows)
    for number in _close(fold(found.text), rows):
        exact.setdefault(number, ranking.CLOSE_TITLE)
    candidates = [_candidate(row) for row in rows]
    rarities = _rarities(found.slots)
    scores = ranking.second_round(first, candidates, rarities=rarities, exact=exact)
    by_number = {row.number: row for row in rows}
    least = WORTH_SHOWING * scores[0][1] if scores else 0
    found.ranked = _public(
        _scored(by_number[number], score)
        for place, (number, score) in enumerate(scores)
        if score >= least or place < ALWAYS_SHOWN
    )
    found.searched_for = _searched_for(found)
    return found


def _rarities(slots: Iterable[Slot]) -> dict[str, float]:
    return {each.term: each.rarity for slot in slots for each in slot.alternatives}


def _exact(keys: Collection[str], rows: Iterable[SearchSubject]) -> dict[int, float]:
    """What subjects gain because one of their names is just what was typed, or their title begins with it."""
    gains: dict[int, float] = {}
    for row in rows:
        if row.title_terms in keys:
            gains[row.number] = ranking.EXACT_TITLE
        elif any(row.title_terms.startswith(f"{key} ") for key in keys):
            gains[row.number] = ranking.TITLE_START
    names = SearchTitle.objects.filter(key__in=keys).exclude(
        kind__in=[SearchTitle.Kind.MAIN, SearchTitle.Kind.CODE]
    )
    for number, is_common in names.values_list("subject", "is_common"):
        gains[number] = max(gains.get(number, 0), ranking.EXACT_NAME * (1.5 if is_common else 1))
    return gains


def _close(folded: str, rows: Iterable[SearchSubject]) -> list[int]:
    """The subjects whose title is ``folded`` with a letter or two amiss, whether or not that made
    other words.
    """
    most = 2 if len(folded) > 7 else 1
    if len(folded) < 5:
        return []
    return [row.number for row in rows if OSA.distance(folded, fold(row.title), score_cutoff=most) <= most]


def _candidate(row: SearchSubject) -> Candidate:
    near = array("I")
    near.frombytes(bytes(row.near_numbers))
    shares = [share / TOP for share in bytes(row.near_weights)]
    return Candidate(
        row.number, row.title_terms.split(), row.title_count, row.jobs, list(zip(near, shares, strict=True))
    )


def _scored(row: SearchSubject, score: float) -> Scored:
    return Scored(row.number, row.key, row.onet, row.slug, row.title, row.summary, score)


def _public(ranked: Iterable[Scored]) -> list[Scored]:
    """Without texts that have been withdrawn since they were indexed; the figures of occupations stay."""
    withdrawn = set(SearchSubject.objects.withdrawn(timezone.now()).values_list("key", flat=True))
    return [
        replace(each, summary="") if each.key in withdrawn else each
        for each in ranked
        if each.key not in withdrawn or each.key == each.onet
    ]


def _searched_for(found: SearchResults) -> str:
    """The query as it was understood, where a word of it was not known."""
    meant = dict(found.meant)
    best = found.ranked[0].number if found.ranked else 0
    for slot in found.slots:
        if options := [each for each in slot.alternatives if each.written]:
            having = [each for each in options if best in each.postings.numbers] or options
            meant[slot.words[0]] = max(having, key=lambda each: each.weight).written
    if not meant:
        return ""
    return " ".join(meant.get(fold(word), word) for word in found.text.split())
