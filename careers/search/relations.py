"""What else to look for when a word is searched for: words of the same root, and synonyms."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from tomllib import load

from careers.models.search import Synonym
from careers.search.words import root, words

SHIPPED = Path(__file__).with_name("synonyms.toml")
#: What a word of the same root counts, and what it counts when it is reached through a synonym.
SAME_ROOT = 0.5
ROOT_OF_SYNONYM = 0.6
#: Words of a meaning that takes several count less: each alone says less.
PART_OF_MEANING = 0.7
MAX_RELATED = 24

Stem = Callable[[str], str]
Related = dict[str, dict[str, float]]


def load_shipped_synonyms() -> int:
    """Add the synonyms that come with the software; what editors changed or switched off stays so.

    A shipped row that a newer edition of the software no longer has is taken out. Returns how many were
    added.
    """
    with SHIPPED.open("rb") as file:
        shipped = [
            Synonym(
                words=", ".join(entry["words"]),
                means=", ".join(entry["means"]),
                weight=entry.get("weight", 0.8),
                is_two_way=entry.get("two_way", False),
                is_shipped=True,
            )
            for entry in load(file)["synonym"]
        ]
    before = Synonym.objects.count()
    wanted = {(synonym.words, synonym.means) for synonym in shipped}
    stale = [
        row.pk
        for row in Synonym.objects.filter(is_shipped=True, is_used=True)
        if (row.words, row.means) not in wanted
    ]
    Synonym.objects.filter(pk__in=stale).delete()
    Synonym.objects.bulk_create(shipped, ignore_conflicts=True)
    return Synonym.objects.count() - before + len(stale)


def relate(vocabulary: Collection[str], synonyms: Iterable[Synonym], stem: Stem) -> Related:
    """For each term the terms to look for as well, with weights below or equal to 1.

    ``vocabulary`` are the terms that subjects have; a synonym may add others, such as "big rig", which lead
    to terms of the vocabulary.
    """
    families: dict[str, list[str]] = defaultdict(list)
    for term in sorted(vocabulary):
        families[root(term)].append(term)
    related: dict[str, dict[str, float]] = defaultdict(dict)
    for family in families.values():
        for term in family if len(family) > 1 else ():
            related[term] = dict.fromkeys(family, SAME_ROOT)
    for synonym in synonyms:
        directions = [(synonym.from_words, synonym.to_words), (synonym.to_words, synonym.from_words)]
        for sources, targets in directions if synonym.is_two_way else directions[:1]:
            meanings = _meanings(targets, synonym.weight, families, stem)
            for source in sources:
                _note_all(related[phrase_key(stem(word) for word in words(source))], meanings)
    _drop_strangers(related, vocabulary)
    return {term: _strongest(term, others) for term, others in related.items() if others}


def _meanings(
    targets: Iterable[str], weight: float, families: dict[str, list[str]], stem: Stem
) -> dict[str, float]:
    weights: dict[str, float] = {}
    for target in targets:
        terms = [stem(word) for word in words(target)]
        own = weight * (PART_OF_MEANING if len(terms) > 1 else 1)
        for term in terms:
            _note(weights, term, own)
            for other in families.get(root(term), ()):
                _note(weights, other, own * ROOT_OF_SYNONYM)
    return weights


def phrase_key(terms: Iterable[str]) -> str:
    """The key of a phrase: its terms in alphabetical order ("doctor for kids" equals "kids doctor")."""
    return " ".join(sorted(terms))


def _note(weights: dict[str, float], term: str, weight: float) -> None:
    weights[term] = max(weights.get(term, 0), round(weight, 3))


def _note_all(weights: dict[str, float], others: Mapping[str, float]) -> None:
    for term, weight in others.items():
        _note(weights, term, weight)


def _drop_strangers(related: dict[str, dict[str, float]], vocabulary: Collection[str]) -> None:
    """Leave out related terms that no subject has: they would find nothing."""
    for others in related.values():
        for term in [term for term in others if term not in vocabulary]:
            del others[term]


def _strongest(term: str, others: dict[str, float]) -> dict[str, float]:
    ranked = sorted(
        ((other, weight) for other, weight in others.items() if other != term), key=lambda x: (-x[1], x[0])
    )
    return dict(ranked[:MAX_RELATED])
