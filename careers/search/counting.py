"""Counting words: what each subject adds to the index, and which subjects are similar. Pure functions.

Weights follow BM25: more of a word counts more, but less and less so, and less in a subject with many
words. On the 1,016 occupations this was tried against one document per title, sums over the nearest
titles, bigrams and latent semantics; names and text of a subject taken together, with its neighbors
looked at when ranking, found more.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from careers.search.postings import Strength
from careers.search.subjects import LINE_WEIGHT, Kind, Name, SearchDocument
from careers.search.words import joined_hyphens, words

#: What a theme (skill, field of work) or a tool adds to a term that the subject's text doesn't have.
ASIDE = 0.25
#: Terms of more subjects than this say little about who is similar.
MAX_SHARED = 80
MAX_NEIGHBORS = 12

Stem = Callable[[str], str]


@dataclass(slots=True)
class Counts:
    """The terms of one subject.

    ``titles``: in how many names; ``texts``: how often in the text; ``heads``: how often as the last
    word of a name; ``aside``: terms of skills, fields of work and tools.
    """

    titles: Counter[str]
    heads: Counter[str]
    texts: Counter[str]
    aside: set[str]
    title_terms: list[str]
    names: list[tuple[Name, str]]

    @property
    def title_count(self) -> int:
        return len(self.names)

    @property
    def text_length(self) -> int:
        return sum(self.texts.values())

    @property
    def terms(self) -> set[str]:
        return self.titles.keys() | self.texts.keys() | self.aside


@dataclass(frozen=True, slots=True)
class Averages:
    """Averages over all subjects, to judge which names and texts are long."""

    title_count: float
    text_length: float

    @classmethod
    def of(cls, counts: Iterable[Counts]) -> "Averages":
        sizes = [(subject.title_count, subject.text_length) for subject in counts] or [(1, 1)]
        return cls(
            max(1.0, sum(size[0] for size in sizes) / len(sizes)),
            max(1.0, sum(size[1] for size in sizes) / len(sizes)),
        )


@lru_cache(maxsize=100_000)  # building the index asks three times for each text
def text_words(text: str) -> tuple[str, ...]:
    """Words of a text with its hyphenated words also written as one."""
    return (*words(text), *joined_hyphens(text))


def count(subject: SearchDocument, stem: Stem) -> Counts:
    """The terms of ``subject``. Names that differ in plurals only count once."""
    names: dict[str, Name] = {}
    for name in [Name(subject.title, Kind.MAIN), *subject.names]:
        key = " ".join(stem(word) for word in words(name.title))
        if key in names:
            names[key] = _merged(names[key], name)
        elif key:
            names[key] = name
    titles: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    for key, name in names.items():
        terms = key.split()
        titles.update({stem(word) for word in text_words(name.title)})
        heads[terms[-1]] += 1
    texts: Counter[str] = Counter()
    for text, weight in [(subject.summary, LINE_WEIGHT), *((sentence, 1) for sentence in subject.sentences)]:
        for word in text_words(text):
            texts[stem(word)] += weight
    aside = {stem(word) for text in (*subject.themes, *subject.tools) for word in words(text)}
    title_terms = [stem(word) for word in words(subject.title)]
    return Counts(titles, heads, texts, aside, title_terms, [(name, key) for key, name in names.items()])


def _merged(one: Name, other: Name) -> Name:
    """Two names of the same terms as one: the main one, or the shorter; common if either is."""
    kept = one if one.kind == Kind.MAIN or len(one.title) <= len(other.title) else other
    return Name(kept.title, kept.kind, one.is_common or other.is_common)


def strengths(counts: Counts, averages: Averages, is_aside: Callable[[str], bool]) -> dict[str, Strength]:
    """How strongly a subject has each of its terms.

    ``is_aside`` says whether a term counts although only a skill, field of work or tool mentions it.
    """
    names = counts.title_count
    title_room = 1.2 * (0.7 + 0.3 * names / averages.title_count)
    text_room = 0.6 + 0.4 * counts.text_length / averages.text_length
    by_term = {
        term: Strength(
            titles=(in_titles := counts.titles[term]) / (in_titles + title_room),
            texts=(in_text := counts.texts[term]) / (in_text + text_room),
            heads=(at_end := counts.heads[term]) / (at_end + 2 + 0.02 * names),
        )
        for term in counts.titles.keys() | counts.texts.keys()
    }
    for term in counts.aside - by_term.keys():
        if is_aside(term):
            by_term[term] = Strength(texts=ASIDE)
    return by_term


def rarity(having: int, of: int) -> float:
    """BM25's inverse document frequency of a term that ``having`` of ``of`` subjects have."""
    return math.log(1 + (of - having + 0.5) / (having + 0.5))


def neighbors(
    subjects: Mapping[int, Mapping[str, Strength]], rarities: Mapping[str, float]
) -> dict[int, list[tuple[int, float]]]:
    """The most similar subjects of each with their share of the similarity, by the cosine of their terms."""
    vectors: dict[int, list[tuple[str, float]]] = {}
    having: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, terms in subjects.items():
        vector = [
            (term, rarities.get(term, 0) * (strength.titles + strength.texts))
            for term, strength in terms.items()
        ]
        length = math.sqrt(sum(value * value for _, value in vector)) or 1.0
        vectors[number] = [(term, value / length) for term, value in vector]
        for term, value in vectors[number]:
            having[term].append((number, value))
    closest_by_number = {}
    for number, vector in vectors.items():
        likeness: dict[int, float] = defaultdict(float)
        for term, value in vector:
            if len(having[term]) <= MAX_SHARED:
                for other, other_value in having[term]:
                    likeness[other] += value * other_value
        likeness.pop(number, None)
        closest = sorted(likeness.items(), key=lambda item: (-item[1], item[0]))[:MAX_NEIGHBORS]
        total = sum(value for _, value in closest) or 1.0
        closest_by_number[number] = [(other, value / total) for other, value in closest]
    return closest_by_number
