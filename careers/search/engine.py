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
WITH wanted AS (SELECT term, related FROM careers_searchterm WHERE term = ANY(%s))
SELECT wanted.term, entry.term, 1.0, entry.rarity, entry.numbers, entry.titles, entry.texts, entry.heads
FROM wanted JOIN careers_searchterm entry USING (term)
UNION ALL
SELECT wanted.term, entry.term, other.value::float,
    entry.rarity, entry.numbers, entry.titles, entry.texts, entry.heads
FROM wanted CROSS JOIN LATERAL jsonb_each_text(wanted.related) AS other
JOIN careers_searchterm entry ON entry.term = other.key
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
    """The outcome of a search, best pages first.

    ``searched_for`` is the corrected text where the query was misspelled; ``meant`` are the corrected
    words by the word that was typed.
    """

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
    words = list(dict.fromkeys(query_words(text)))
    if not words:
        return SearchResults(text)
    return _find_words(text, words)


def _find_words(text: str, words: list[str]) -> SearchResults:
    stem = Stemmer()
    alternatives = _look_up(words, stem)
    unknown = [word for word in words if stem(word) not in alternatives and not word.isdigit()]
    if len(unknown) < len(words):
        # So short a word could be anything; the others say enough.
        unknown = [word for word in unknown if len(word) > MIN_LENGTH_TO_CORRECT]
    meant: dict[str, str] = {}
    likely: dict[str, list[Guess]] = {}
    if unknown:
        likely = guesses(unknown, unfinished=words[-1] if words[-1] in unknown else "")
        meant = {word: " ".join(options[0].words) for word, options in likely.items() if is_clear(options)}
        words = [part for word in words for part in meant.get(word, word).split()]
        candidates = [part for options in likely.values() for guess in options for part in guess.words]
        alternatives = _look_up(words, stem, candidates)
    keys = {" ".join(stem(word) for word in query_words(name)) for name in [text, *names_in(text)]}
    keys |= {" ".join(stem(word) for word in words)} if meant else set()
    return _rank(
        SearchResults(text, slots=_slots(words, stem, alternatives, likely), meant=meant), keys - {""}
    )


def _look_up(words: Sequence[str], stem: Stemmer, others: Sequence[str] = ()) -> dict[str, list[Alternative]]:
    """The alternatives that the index has for the words of a query, for their phrases, and for ``others``."""
    pairs = ["".join(pair) for pair in pairwise(words)]
    stem.learn([*words, *pairs, *others])
    terms = [stem(word) for word in words]
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
    """For each term of the index its alternatives: itself first, then related terms."""
    alternatives: dict[str, list[Alternative]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_TERMS, [sorted(set(terms))])
        for wanted, term, weight, rarity, *columns in cursor.fetchall():
            postings = Postings.read(*columns)
            if postings.numbers:
                alternatives.setdefault(wanted, []).append(Alternative(term, float(weight), rarity, postings))
    return alternatives


def _slots(
    words: Sequence[str], stem: Stemmer, by_term: dict[str, list[Alternative]], likely: dict[str, list[Guess]]
) -> list[Slot]:
    """The slots of a query. A phrase with a meaning of its own has a slot beside those of its words."""
    shares = [1.0] * len(words)
    slots = []
    for size in (3, 2):
        for at in range(len(words) - size + 1):
            phrase = tuple(words[at : at + size])
            key = phrase_key(stem(word) for word in phrase)
            joined = stem("".join(phrase)) if size == 2 else key
            alternatives = [*by_term.get(key, ()), *(by_term.get(joined, ()) if joined != key else ())]
            if alternatives and min(shares[at : at + size]) == 1:
                slots.append(Slot(phrase, tuple(alternatives), is_last=at + size == len(words)))
                shares[at : at + size] = [LEFT_TO_WORDS] * size
    for place, word in enumerate(words):
        is_last = place == len(words) - 1
        if alternatives := by_term.get(stem(word), []):
            slots.append(Slot((word,), tuple(alternatives), is_last, shares[place]))
        elif options := likely.get(word):
            slots.append(Slot((word,), tuple(_guessed(options, stem, by_term)), is_last))
    return [slot for slot in slots if slot.alternatives]


def _guessed(
    options: Iterable[Guess], stem: Stemmer, by_term: dict[str, list[Alternative]]
) -> Iterable[Alternative]:
    for guess in options:
        for word in guess.words:
            for alternative in by_term.get(stem(word), ()):
                yield Alternative(
                    alternative.term,
                    min(alternative.weight * guess.weight, 0.99),
                    alternative.rarity,
                    alternative.postings,
                    written=" ".join(guess.words),
                )


def _rank(results: SearchResults, keys: Collection[str]) -> SearchResults:
    first = ranking.first_round(results.slots)
    numbers = first.shortlist()
    rows = list(SearchSubject.objects.filter(number__in=numbers).defer("terms", "sentences"))
    exact = _exact(keys, rows)
    for number in _close(fold(results.text), rows):
        exact.setdefault(number, ranking.CLOSE_TITLE)
    candidates = [_candidate(row) for row in rows]
    rarities = _rarities(results.slots)
    scores = ranking.second_round(first, candidates, rarities=rarities, exact=exact)
    by_number = {row.number: row for row in rows}
    least = WORTH_SHOWING * scores[0][1] if scores else 0
    results.ranked = _public(
        _scored(by_number[number], score)
        for place, (number, score) in enumerate(scores)
        if score >= least or place < ALWAYS_SHOWN
    )
    results.searched_for = _searched_for(results)
    return results


def _rarities(slots: Iterable[Slot]) -> dict[str, float]:
    return {alternative.term: alternative.rarity for slot in slots for alternative in slot.alternatives}


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
    """The subjects whose title is ``folded`` but for one or two letters.

    This holds also where the wrong letters make another word that exists.
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
        replace(career, summary="") if career.key in withdrawn else career
        for career in ranked
        if career.key not in withdrawn or career.key == career.onet
    ]


def _searched_for(results: SearchResults) -> str:
    """The query as it was understood, where a word of it was not known."""
    meant = dict(results.meant)
    best = results.ranked[0].number if results.ranked else 0
    for slot in results.slots:
        if options := [option for option in slot.alternatives if option.written]:
            having = [option for option in options if best in option.postings.numbers] or options
            meant[slot.words[0]] = max(having, key=lambda option: option.weight).written
    if not meant:
        return ""
    return " ".join(meant.get(fold(word), word) for word in results.text.split())
