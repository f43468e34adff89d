"""Writing the index: all of it after a load, single pages after they are published.

Readers go on with the old index until the transaction commits. The number of a subject never changes, so
a search that began before and ends after still puts the right names to its numbers.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Avg, Count
from psycopg import sql
from psycopg.types.json import Jsonb

from careers.models.locks import Lock, wait_for
from careers.models.search import SearchSubject, SearchTerm, SearchTitle, SearchWord, Synonym
from careers.search.codes import other_codes
from careers.search.counting import Averages, Counts, count, neighbours, rarity, strengths, text_words
from careers.search.postings import TOP, Postings, Strength
from careers.search.relations import Related, load_shipped_synonyms, relate
from careers.search.stems import Stemmer
from careers.search.subjects import SearchDocument, gather
from careers.search.words import fold, root, words

MIN_WORD_LENGTH, MAX_WORD_LENGTH = 3, 60
MAX_TITLE_LENGTH = 250


def rebuild_index(subjects: Iterable[SearchDocument] | None = None) -> int:
    """Make the whole index anew from what is loaded and published. Returns how many pages it finds."""
    with transaction.atomic():
        lock_index()
        load_shipped_synonyms()
        found = list(gather() if subjects is None else subjects)
        synonyms = list(Synonym.objects.filter(is_used=True))
        stem = Stemmer()
        learn_words(stem, found)
        _learn_synonyms(stem, synonyms)
        counts = {subject.key: count(subject, stem) for subject in found}
        numbers = _write_subjects(found, counts)
        weighed = _weigh(counts, numbers)
        rarities = _rarities(weighed)
        _write_neighbours(neighbours(weighed, rarities))
        _write_terms(weighed, rarities, relate(rarities, synonyms, stem))
        SearchTitle.objects.all().delete()
        _write_titles(found, counts, numbers)
        _write_words(found, synonyms)
    return len(found)


def refresh_relations() -> None:
    """Let the synonyms that editors keep take effect, without reading the pages again."""
    with transaction.atomic():
        lock_index()
        stem = Stemmer()
        vocabulary = set(SearchTerm.objects.exclude(numbers=b"").values_list("term", flat=True))
        synonyms = list(Synonym.objects.filter(is_used=True))
        _learn_synonyms(stem, synonyms)
        related = relate(vocabulary, synonyms, stem)
        SearchTerm.objects.filter(numbers=b"").delete()
        changed = []
        for term, before in SearchTerm.objects.values_list("term", "related"):
            now = related.pop(term, {})
            if now != before:
                changed.append(SearchTerm(term=term, related=now))
        SearchTerm.objects.bulk_update(changed, ["related"], batch_size=1000)
        SearchTerm.objects.bulk_create(
            SearchTerm(term=term, root=root(term), related=others) for term, others in related.items()
        )


def lock_index() -> None:
    """Wait until no other transaction writes the index."""
    wait_for(Lock.SEARCH_INDEX)


def subject_words(subject: SearchDocument) -> set[str]:
    """All words that people may type to find ``subject``, as they are written."""
    texts = [subject.title, subject.summary, *(name.title for name in subject.names), *subject.sentences]
    return {
        word
        for text in [*texts, *subject.tools]
        for word in text_words(text)
        if MIN_WORD_LENGTH <= len(word) <= MAX_WORD_LENGTH and not word.isdigit()
    }


def learn_words(stem: Stemmer, subjects: Iterable[SearchDocument]) -> None:
    """Have the stems of all words of ``subjects`` ready."""
    known: set[str] = set()
    for subject in subjects:
        texts = [subject.title, subject.summary, *(name.title for name in subject.names)]
        for text in (*texts, *subject.sentences, *subject.themes, *subject.tools):
            known.update(text_words(text))
    stem.learn(known)


def _learn_synonyms(stem: Stemmer, synonyms: Iterable[Synonym]) -> None:
    stem.learn(word for row in synonyms for text in row.from_words + row.to_words for word in words(text))


def _write_subjects(subjects: Collection[SearchDocument], counts: Mapping[str, Counts]) -> dict[str, int]:
    rows = [subject_row(subject, counts[subject.key]) for subject in subjects]
    fields = [
        field.name
        for field in SearchSubject._meta.fields
        if field.name not in {"number", "key"} and field.name[:4] != "near"
    ]
    SearchSubject.objects.exclude(key__in=[subject.key for subject in subjects]).delete()
    SearchSubject.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["key"], update_fields=fields
    )
    return dict(SearchSubject.objects.values_list("key", "number"))


def subject_row(subject: SearchDocument, counts: Counts) -> SearchSubject:
    return SearchSubject(
        key=subject.key,
        onet=subject.onet,
        slug=subject.slug,
        title=subject.title,
        summary=subject.summary,
        jobs=subject.jobs,
        version=subject.version,
        title_terms=" ".join(counts.title_terms),
        title_count=counts.title_count,
        text_length=counts.text_length,
        terms=sorted(counts.terms),
        sentences={"text": subject.sentences, "tools": subject.tools},
    )


def _weigh(counts: Mapping[str, Counts], numbers: Mapping[str, int]) -> dict[int, dict[str, Strength]]:
    averages = Averages.of(counts.values())
    said = {term for each in counts.values() for term in each.titles.keys() | each.texts.keys()}
    return {
        numbers[key]: strengths(each, averages, lambda term: term not in said) for key, each in counts.items()
    }


def _rarities(weighed: Mapping[int, Mapping[str, Strength]]) -> dict[str, float]:
    having = Counter(term for terms in weighed.values() for term in terms)
    return {term: rarity(times, len(weighed)) for term, times in having.items()}


def _write_neighbours(found: Mapping[int, list[tuple[int, float]]]) -> None:
    rows = [
        SearchSubject(
            number=number,
            near_numbers=array("I", (other for other, _ in closest)).tobytes(),
            near_weights=bytes(round(TOP * share) for _, share in closest),
        )
        for number, closest in found.items()
    ]
    SearchSubject.objects.bulk_update(rows, ["near_numbers", "near_weights"], batch_size=500)


def _write_terms(
    weighed: Mapping[int, Mapping[str, Strength]], rarities: Mapping[str, float], related: Related
) -> None:
    postings: dict[str, Postings] = defaultdict(Postings)
    for number in sorted(weighed):
        for term, strength in weighed[number].items():
            postings[term].add(number, strength)
    SearchTerm.objects.all().delete()
    copy_rows(
        SearchTerm,
        ("term", "rarity", "numbers", "titles", "texts", "heads", "related", "root"),
        (
            (
                term,
                rarities.get(term, 0.0),
                *postings.get(term, Postings()).columns(),
                Jsonb(related.get(term, {})),
                root(term),
            )
            for term in sorted(postings.keys() | related.keys())
            if len(term) <= 120
        ),
    )


def _write_titles(
    subjects: Collection[SearchDocument], counts: Mapping[str, Counts], numbers: Mapping[str, int]
) -> None:
    by_soc: dict[str, list[int]] = defaultdict(list)
    for subject in subjects:
        by_soc[subject.onet[:7]].append(numbers[subject.key])
    others = {(number, code) for source in other_codes for code, soc in source() for number in by_soc[soc]}
    copy_rows(
        SearchTitle,
        ("subject", "kind", "title", "key", "folded", "is_common"),
        chain(
            *(title_rows(subject, counts[subject.key], numbers[subject.key]) for subject in subjects),
            (code_row(number, code, code) for number, code in sorted(others)),
        ),
    )


def title_rows(subject: SearchDocument, counts: Counts, number: int) -> Iterable[tuple[Any, ...]]:
    """Rows of ``SearchTitle``: each name once, and the codes without their punctuation."""
    for name, key in counts.names:
        folded = fold(name.title)
        if len(name.title) <= MAX_TITLE_LENGTH and len(folded) <= MAX_TITLE_LENGTH:
            yield number, name.kind.value, name.title, key[:MAX_TITLE_LENGTH], folded, name.is_common
    for code in subject.codes:
        digits = "".join(filter(str.isdigit, code))
        yield code_row(number, code, digits)


def code_row(number: int, code: str, key: str) -> tuple[Any, ...]:
    """A row of ``SearchTitle`` for a code; ``careers.search.codes`` says what its key is."""
    return number, SearchTitle.Kind.CODE.value, code, key, key, False


def _write_words(subjects: Iterable[SearchDocument], synonyms: Iterable[Synonym]) -> None:
    having: Counter[str] = Counter()
    for subject in subjects:
        having.update(subject_words(subject))
    having.update(
        word
        for row in synonyms
        for text in row.from_words
        for word in words(text)
        if len(word) >= MIN_WORD_LENGTH
    )
    SearchWord.objects.all().delete()
    copy_rows(SearchWord, ("word", "subjects"), having.items())


def copy_rows(model: type[models.Model], fields: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write ``rows`` with COPY, some fifty times as fast as inserting them."""
    known = {field.name: str(field.column) for field in model._meta.fields}
    columns = [sql.Identifier(known[name]) for name in fields]
    command = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table), sql.SQL(", ").join(columns)
    )
    with connection.cursor() as cursor, cursor.copy(command) as copy:
        for row in rows:
            copy.write_row(row)


def averages() -> Averages:
    """Of the index as it stands."""
    found = SearchSubject.objects.aggregate(titles=Avg("title_count"), text=Avg("text_length"), n=Count("pk"))
    return Averages(float(found["titles"] or 1), float(found["text"] or 1))
