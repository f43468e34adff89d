"""The index as it would be with many times as many careers."""

from array import array
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from psycopg.types.json import Jsonb

from careers.models import SearchSubject, SearchTerm
from careers.search.index import copy_rows

SUBJECT = (
    *("number", "key", "onet", "slug", "title", "summary", "jobs", "version", "title_terms", "title_count"),
    *("text_length", "terms", "sentences", "near_numbers", "near_weights"),
)
TERM = ("term", "rarity", "numbers", "titles", "texts", "heads", "related", "root")


@contextmanager
def grown(times: int) -> Iterator[None]:
    """Every career ``times`` times over, until the block ends.

    Words grow with the careers, so no posting is shorter than it would be. Names are not copied: they are
    read by key, in a time that does not depend on their number.
    """
    with transaction.atomic():
        step = SearchSubject.objects.order_by("-number").values_list("number", flat=True)[0] + 1
        subjects = list(SearchSubject.objects.values(*SUBJECT))
        copy_rows(
            SearchSubject,
            SUBJECT,
            (
                tuple(_copied(row, copy, copy * step)[name] for name in SUBJECT)
                for copy in range(1, times)
                for row in subjects
            ),
        )
        terms = list(SearchTerm.objects.values_list(*TERM))
        SearchTerm.objects.all().delete()
        copy_rows(SearchTerm, TERM, (_longer(row, times, step) for row in terms))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE careers_searchterm, careers_searchsubject")
        yield
        transaction.set_rollback(True)


def _copied(row: dict[str, object], copy: int, shift: int) -> dict[str, object]:
    return {
        **row,
        "number": row["number"] + shift,  # type: ignore[operator]  # an integer
        "key": f"{row['key']}-{copy}",
        "terms": Jsonb([]),
        "sentences": Jsonb(row["sentences"]),
        "near_numbers": _shifted(row["near_numbers"], shift),  # type: ignore[arg-type]  # bytes
        "near_weights": bytes(row["near_weights"]),  # type: ignore[call-overload]  # bytes
    }


def _longer(row: tuple[object, ...], times: int, step: int) -> tuple[object, ...]:
    term, rarity, numbers, titles, texts, heads, related, root = row
    copied = b"".join(_shifted(numbers, copy * step) for copy in range(times))  # type: ignore[arg-type]  # bytes
    repeated = [bytes(column) * times for column in (titles, texts, heads)]  # type: ignore[call-overload]  # bytes
    return term, rarity, copied, *repeated, Jsonb(related), root


def _shifted(numbers: bytes, by: int) -> bytes:
    found = array("I")
    found.frombytes(bytes(numbers))
    return array("I", (number + by for number in found)).tobytes()
