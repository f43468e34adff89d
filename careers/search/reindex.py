"""Bringing single pages of the index up to date: after publishing, withdrawing or moving them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db import transaction

from careers.models import ContentVersion, SubjectType, Version
from careers.models.search import SearchSubject, SearchTerm, SearchTitle, SearchWord
from careers.search.counting import Counts, count, rarity, strengths
from careers.search.index import (
    averages,
    code_row,
    copy_rows,
    learn_words,
    lock_index,
    rebuild_index,
    subject_row,
    subject_words,
    title_rows,
)
from careers.search.postings import Postings, Strength
from careers.search.relations import SAME_ROOT
from careers.search.stems import Stemmer
from careers.search.subjects import SearchDocument, gather
from careers.search.words import root

#: Terms that only tools and themes have are as strong as this at most, in one byte.
WEAK = 64
#: From so many pages on a whole new index is quicker.
MANY = 40


def reindex(*keys: str) -> None:
    """Bring the pages with ``keys`` (O*NET-SOC codes, keys of careers) up to date.

    A page that is no longer public leaves the index. Who is similar to whom, synonyms of words that are
    new to the index, and what other pages merely mention are left to the next load.
    """
    with transaction.atomic():
        lock_index()
        subjects = {subject.key: subject for subject in gather(keys)}
        gone = SearchSubject.objects.filter(key__in=set(keys) - subjects.keys())
        _drop({row.number: set(row.terms) for row in gone})
        gone.delete()
        for key in sorted(subjects):
            _replace(subjects[key])
        # Lists that were cached between the publishing and now would otherwise stay as they were.
        ContentVersion.bump()


def reindex_due(now: dt.datetime | None = None) -> str | None:
    """Reindex pages whose text went live or was withdrawn since they were indexed.

    Run every minute. Returns how many, in words; ``None`` where nothing was due.
    """
    live = Version.objects.live(now).filter(subject_type=SubjectType.CAREER)
    shown = dict(live.values_list("subject_key", "pk"))
    indexed = dict(SearchSubject.objects.exclude(version=None).values_list("key", "version"))
    due = {key for key in shown.keys() | indexed.keys() if shown.get(key) != indexed.get(key)}
    if len(due) > MANY:
        rebuild_index()
        ContentVersion.bump()
    elif due:
        reindex(*due)
    return f"Read {len(due)} careers anew for search." if due else None


def _replace(subject: SearchDocument) -> None:
    stem = Stemmer()
    learn_words(stem, [subject])
    counts = count(subject, stem)
    before = SearchSubject.objects.filter(key=subject.key).first()
    row = subject_row(subject, counts)
    if before:
        row.number = before.number
        row.near_numbers, row.near_weights = before.near_numbers, before.near_weights
        row.save()
    else:
        row.save(force_insert=True)
    _write(row.number, _strengths(counts), set(before.terms) if before else set())
    codes = SearchTitle.objects.filter(subject=row.number, kind=SearchTitle.Kind.CODE)
    kept = [(title, key) for title, key in codes.values_list("title", "key")]
    SearchTitle.objects.filter(subject=row.number).delete()
    rows = list(title_rows(subject, counts, row.number))
    have = {key for *_, key, _folded, _common in rows}
    rows += [code_row(row.number, title, key) for title, key in kept if key not in have]
    copy_rows(SearchTitle, ("subject", "kind", "title", "key", "folded", "is_common"), rows)
    SearchWord.objects.bulk_create(
        (SearchWord(word=word, subjects=1) for word in sorted(subject_words(subject))), ignore_conflicts=True
    )


def _strengths(counts: Counts) -> dict[str, Strength]:
    """As for a whole index, but "only mentioned" is judged by the terms as they stand."""
    rows = SearchTerm.objects.filter(term__in=counts.aside).values_list("term", "titles", "texts")
    written = {
        term for term, titles, texts in rows if any(bytes(titles)) or max(bytes(texts), default=0) > WEAK
    }
    return strengths(counts, averages(), lambda term: term not in written)


def _drop(leaving: Mapping[int, Collection[str]]) -> None:
    by_term: dict[str, set[int]] = defaultdict(set)
    for number, terms in leaving.items():
        for term in terms:
            by_term[term].add(number)
    total = SearchSubject.objects.count()
    changed = []
    for row in SearchTerm.objects.select_for_update().filter(term__in=by_term).order_by("term"):
        postings = _postings(row)
        for number in by_term[row.term]:
            postings = postings.without(number)
        changed.append(_with(row, postings, total))
    SearchTerm.objects.bulk_update(changed, ["rarity", "numbers", "titles", "texts", "heads"])


def _write(number: int, strengths_now: Mapping[str, Strength], terms_before: Collection[str]) -> None:
    touched = strengths_now.keys() | set(terms_before)
    total = SearchSubject.objects.count()
    updated = {}
    for row in SearchTerm.objects.select_for_update().filter(term__in=touched).order_by("term"):
        postings = _postings(row).without(number)
        if row.term in strengths_now:
            postings.add(number, strengths_now[row.term])
        updated[row.term] = _with(row, postings, total)
    SearchTerm.objects.bulk_update(
        updated.values(), ["rarity", "numbers", "titles", "texts", "heads"], batch_size=200
    )
    new = {
        term: strength for term, strength in strengths_now.items() if term not in updated and len(term) <= 120
    }
    related = _relatives(new)
    SearchTerm.objects.bulk_create(
        _with(
            SearchTerm(term=term, root=root(term), related=related[term]),
            Postings.of([(number, strength)]),
            total,
        )
        for term, strength in new.items()
    )


def _relatives(terms: Collection[str]) -> dict[str, dict[str, float]]:
    """Words of the same root for terms that are new; the others learn of them with the next load."""
    family: dict[str, list[str]] = defaultdict(list)
    for term, shared in SearchTerm.objects.filter(root__in={root(term) for term in terms}).values_list(
        "term", "root"
    ):
        family[shared].append(term)
    return {term: dict.fromkeys(family[root(term)], SAME_ROOT) for term in terms}


def _postings(row: SearchTerm) -> Postings:
    return Postings.read(row.numbers, row.titles, row.texts, row.heads)


def _with(row: SearchTerm, postings: Postings, total: int) -> SearchTerm:
    row.numbers, row.titles, row.texts, row.heads = postings.columns()
    having = len(postings.numbers)
    row.rarity = rarity(having, total) if having else 0.0
    return row
