"""Counting page views in the memory of this process, until ``careerportal.tick`` stores them.

A request writes nothing: once a minute the tick adds the counts to the table. Stored are the page, the day
and the count; the address, the browser and the time of day of a reader are not.
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
MAX_COUNTED = 5_000  # pages and days; more are not counted before the next storing

_counts: Counter[tuple[str, str, dt.date]] = Counter()
_lock = Lock()


class CountedApplication:
    """Wraps a WSGI application and counts the pages of careers and guides that it serves."""

    def __init__(self, answer: Application) -> None:
        self._answer = answer

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        page = PAGE.fullmatch(environ.get("PATH_INFO", ""))
        if page is None or not is_page_view(environ):
            return self._answer(environ, start_response)

        def start(status: str, *rest: Any) -> Any:
            if status[:3] in {"200", "304"}:
                count_view(page[1], page[2])
            return start_response(status, *rest)

        return self._answer(environ, start)


def is_page_view(environ: dict[str, Any]) -> bool:
    """Whether a person seems to read the page: a browser's GET that is not a prefetch."""
    return (
        environ.get("REQUEST_METHOD") == "GET"
        and "prefetch" not in environ.get("HTTP_SEC_PURPOSE", "")
        and not PROGRAM.search(environ.get("HTTP_USER_AGENT", ""))
    )


def count_view(kind: str, slug: str) -> None:
    """Count one page view today. ``kind`` is a value of ``SubjectType``."""
    key = (kind, slug, timezone.localdate())
    with _lock:
        if key in _counts or len(_counts) < MAX_COUNTED:
            _counts[key] += 1


def flush() -> str | None:
    """Store the counts of pages that exist, and delete old ones. Run every minute."""
    PageViewCount.objects.outdated(timezone.localdate()).delete()
    with _lock:
        counted = Counter(_counts)
        _counts.clear()
    if not counted:
        return None
    stored = 0
    for kind in (SubjectType.CAREER, SubjectType.GUIDE):
        counts = {(slug, day): count for (key_kind, slug, day), count in counted.items() if key_kind == kind}
        slugs = _existing_slugs(kind, {slug for slug, _day in counts})
        kept = {key: count for key, count in counts.items() if key[0] in slugs}
        PageViewCount.add(kept, kind)
        stored += sum(kept.values())
    return f"page views stored: {stored}"


def _existing_slugs(kind: SubjectType, slugs: set[str]) -> set[str]:
    pages = guide_versions() if kind == SubjectType.GUIDE else Address.objects.all()
    return set(pages.filter(slug__in=slugs).values_list("slug", flat=True))
