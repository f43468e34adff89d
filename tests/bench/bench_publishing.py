"""Versions and shipped texts."""

import datetime as dt
import time
from statistics import median

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from careers.models import SubjectType, Version
from careers.publishing.shipped.load import load_shipped_texts
from tests.bench.registry import NotMeasured, measure

ROUNDS = 200


@measure("finding the live text among 100 versions, against among 1", unit="times", at_most=2)
def hundred_versions() -> float:
    keys = list(
        Version.objects.live()
        .filter(subject_type=SubjectType.CAREER)
        .values_list("subject_key", flat=True)[:2]
    )
    if len(keys) < 2:
        raise NotMeasured("no texts are published; `make run` loads those that ship with the site")
    with transaction.atomic():
        few, many = keys
        _add_versions(many, 99)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE careers_version")
        ratio = _lookup(many) / _lookup(few)
        transaction.set_rollback(True)
    return ratio


@measure("shipped texts loaded again, with nothing new", unit="s", at_most=3)
def shipped_texts_again() -> float:
    if not Version.objects.exists():
        raise NotMeasured("no texts are published; `make run` loads those that ship with the site")
    with transaction.atomic():
        begun = time.perf_counter()
        load_shipped_texts(settings.BASE_DIR / "fixtures" / "profiles")
        took = time.perf_counter() - begun
        transaction.set_rollback(True)
    return took


def _add_versions(key: str, count: int) -> None:
    first = Version.objects.of(SubjectType.CAREER, key).order_by("-number")[0]
    Version.objects.bulk_create(
        Version(
            subject_type=first.subject_type,
            subject_key=key,
            number=first.number + place,
            document=first.document,
            sheet=first.sheet,
            by="a measure",
            publish_at=timezone.now() - dt.timedelta(seconds=count - place),
        )
        for place in range(1, count + 1)
    )


def _lookup(key: str) -> float:
    """The middle time of one look-up, in seconds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        Version.objects.of(SubjectType.CAREER, key).live().first()
        times.append(time.perf_counter() - begun)
    return median(times)
