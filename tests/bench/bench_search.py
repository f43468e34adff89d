"""How well search finds, beside an off-the-shelf engine on the same queries, and what it costs."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from statistics import median
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings

from careers.models import OtherTitle, SearchSubject, SheetRecord
from careers.search.engine import find
from careers.search.index import rebuild_index
from careers.search.results import search
from tests.bench._search_growth import grown
from tests.bench._search_queries import Quality, everyday_phrases, judge, misspelt_titles, unseen_titles
from tests.bench._tantivy import tantivy_search
from tests.bench.registry import NotMeasured, measure

#: Pages are rendered here without the static files having been collected.
PLAIN_STATIC_FILES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EVERYDAY = ("nurse", "fix cars", "medicle coder", "work with animals", "machine operator", "help people")


def _ours(text: str) -> list[str]:
    return [each.onet for each in find(text).ranked]


def _need_an_index() -> None:
    if not SearchSubject.objects.exists():
        raise NotMeasured("nothing is indexed; `make run` loads what ships with the site")


@cache
def _unseen() -> tuple[Quality, Quality]:
    """Ours and the other engine's, with a tenth of the alternate titles in neither index."""
    _need_an_index()
    queries = unseen_titles()
    titles = [query.text for query in queries]
    with transaction.atomic():
        OtherTitle.objects.filter(title__in=titles).delete()
        rebuild_index()
        ours = judge(_ours, queries)
        theirs = judge(tantivy_search(titles), queries)
        transaction.set_rollback(True)
    return ours, theirs


@cache
def _misspelt() -> Quality:
    _need_an_index()
    return judge(_ours, misspelt_titles())


@cache
def _phrases(part: str) -> Quality:
    _need_an_index()
    return judge(_ours, everyday_phrases(part))


@measure("search: titles not in the index, recall at 10", unit="", at_least=0.85)
def unseen_recall() -> float:
    return _unseen()[0].recall


@measure("search: titles not in the index, mean reciprocal rank", unit="", at_least=0.60)
def unseen_mrr() -> float:
    return _unseen()[0].mrr


@measure("search: the same with tantivy, recall at 10", unit="")
def unseen_recall_of_tantivy() -> float:
    return _unseen()[1].recall


@measure("search: the same with tantivy, mean reciprocal rank", unit="")
def unseen_mrr_of_tantivy() -> float:
    return _unseen()[1].mrr


@measure("search: misspelt titles, mean reciprocal rank", unit="", at_least=0.95)
def misspelt_mrr() -> float:
    return _misspelt().mrr


@measure("search: the same with tantivy, mean reciprocal rank", unit="")
def misspelt_mrr_of_tantivy() -> float:
    return judge(tantivy_search(), misspelt_titles()).mrr


@measure("search: everyday phrases, recall at 10", unit="", at_least=0.92)
def phrases_recall() -> float:
    return _phrases("held").recall


@measure("search: everyday phrases, mean reciprocal rank", unit="", at_least=0.70)
def phrases_mrr() -> float:
    return _phrases("held").mrr


@measure("search: phrases it was tuned on, mean reciprocal rank", unit="")
def tuned_phrases_mrr() -> float:
    return _phrases("dev").mrr


@measure("search: the same phrases with tantivy, recall at 10", unit="")
def phrases_recall_of_tantivy() -> float:
    return judge(tantivy_search(), everyday_phrases("held")).recall


@measure("search: the same phrases with tantivy, mean reciprocal rank", unit="")
def phrases_mrr_of_tantivy() -> float:
    return judge(tantivy_search(), everyday_phrases("held")).mrr


@measure("search: the database's time, against a career page's", unit="times", at_most=5)
def database_time() -> float:
    _need_an_index()
    slugs = list(SheetRecord.objects.order_by("slug").values_list("slug", flat=True)[::40])
    client = Client(headers={"host": "localhost"})
    texts = [query.text for query in (*everyday_phrases("dev")[:30], *misspelt_titles(count=30))]
    with override_settings(STORAGES=PLAIN_STATIC_FILES):
        pages = _database_seconds([partial(client.get, f"/careers/{slug}/") for slug in slugs])
    searches = _database_seconds([partial(search, text) for text in texts])
    return searches / pages


@measure("search: the whole index built anew", unit="s", at_most=15)
def building() -> float:
    _need_an_index()
    with transaction.atomic():
        begun = time.perf_counter()
        rebuild_index()
        took = time.perf_counter() - begun
        transaction.set_rollback(True)
    return took


@measure("search: one search", unit="ms", at_most=100)
def one_search() -> float:
    _need_an_index()
    return _milliseconds()


@measure("search: one search among 10 times as many careers", unit="ms")
def one_search_in_ten_times() -> float:
    _need_an_index()
    with grown(10):
        return _milliseconds()


@measure("search: one search among 100 times as many careers", unit="ms")
def one_search_in_hundred_times() -> float:
    _need_an_index()
    with grown(100):
        return _milliseconds()


def _milliseconds() -> float:
    """The middle time of some everyday searches, each the best of three."""
    times = []
    for text in EVERYDAY:
        runs = []
        for _ in range(3):
            begun = time.perf_counter()
            search(text)
            runs.append(time.perf_counter() - begun)
        times.append(min(runs))
    return 1000 * median(times)


def _database_seconds(calls: list[Callable[[], Any]]) -> float:
    """The middle over ``calls`` of the time that their queries take, each the best of three."""
    times = []
    for call in calls:
        runs = []
        for _ in range(3):
            with _timed_queries() as spent:
                call()
            runs.append(sum(spent))
        times.append(min(runs))
    return median(times)


@contextmanager
def _timed_queries() -> Iterator[list[float]]:
    spent: list[float] = []

    def clock(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        begun = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            spent.append(time.perf_counter() - begun)

    with connection.execute_wrapper(clock):
        yield spent
