"""Counts how often pages are read, in the memory of this process, until the clock writes it down.

A request changes nothing: it is the clock (``careerportal.tick``) that adds the sums of the last minute to
the table. Kept are the page, the day and a number; the address, the browser and the time of day of a reader
are not.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

from django.utils import timezone

from careers.models import Address, PageViewCount, SubjectType
from careers.public.guides import guide_versions
from careers.reference.patterns import SLUG

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

PAGE = re.compile(rf"/(career|guide)s/({SLUG})/", re.ASCII)
PROGRAM = re.compile(
    r"bot|crawl|spider|slurp|curl|wget|python|java/|monitor|preview|headless|^$", re.IGNORECASE
)
MAX_KEPT = 5_000  # pages and days; more are not counted before the next writing

_counts: Counter[tuple[str, str, dt.date]] = Counter()
_lock = Lock()


class CountedApplication:
    """Wraps the application that answers, and counts the pages of careers and guides that it gave."""

    def __init__(self, answer: Application) -> None:
        self._answer = answer

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        page = PAGE.fullmatch(environ.get("PATH_INFO", ""))
        if page is None or not is_reading(environ):
            return self._answer(environ, start_response)

        def start(status: str, *rest: Any) -> Any:
            if status[:3] in {"200", "304"}:
                note(page[1], page[2])
            return start_response(status, *rest)

        return self._answer(environ, start)


def is_reading(environ: dict[str, Any]) -> bool:
    """Whether a person seems to read: a browser's GET that is no prefetch."""
    return (
        environ.get("REQUEST_METHOD") == "GET"
        and "prefetch" not in environ.get("HTTP_SEC_PURPOSE", "")
        and not PROGRAM.search(environ.get("HTTP_USER_AGENT", ""))
    )


def note(kind: str, slug: str) -> None:
    """Count one reading today. ``kind`` is a value of ``SubjectType``."""
    key = (kind, slug, timezone.localdate())
    with _lock:
        if key in _counts or len(_counts) < MAX_KEPT:
            _counts[key] += 1


def flush() -> str | None:
    """Write down what was counted of pages that there are, and forget what is old. A job of the clock."""
    PageViewCount.objects.outdated(timezone.localdate()).delete()
    with _lock:
        taken = Counter(_counts)
        _counts.clear()
    if not taken:
        return None
    written = 0
    for kind in (SubjectType.CAREER, SubjectType.GUIDE):
        counts = {(slug, day): count for (of, slug, day), count in taken.items() if of == kind}
        known = _known(kind, {slug for slug, _day in counts})
        kept = {key: count for key, count in counts.items() if key[0] in known}
        PageViewCount.add(kept, kind)
        written += sum(kept.values())
    return f"readings written down: {written}"


def _known(kind: SubjectType, slugs: set[str]) -> set[str]:
    pages = guide_versions() if kind == SubjectType.GUIDE else Address.objects.all()
    return set(pages.filter(slug__in=slugs).values_list("slug", flat=True))
