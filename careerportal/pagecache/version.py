"""The content's version, as this process knows it: asked of the database at most once a second."""

import logging
import time
from collections.abc import Callable
from threading import Lock

from django.db import DatabaseError, close_old_connections

from careers.models import ContentVersion

CHECK_EVERY = 1.0  # seconds

logger = logging.getLogger(__name__)


def read_content_version() -> int:
    """Ask the database, over a connection that is good."""
    close_old_connections()
    return ContentVersion.current()


class KnownVersion:
    """Remembers the version. While the database is away the last one stands: its pages are still true."""

    def __init__(self, read: Callable[[], int] = read_content_version) -> None:
        self._read = read
        self._version: int | None = None
        self._read_at = float("-inf")
        self._lock = Lock()

    def current(self) -> int | None:
        """The version, or None while it was never learned."""
        # One thread asks; the others go on with what is known.
        is_due = time.monotonic() - self._read_at >= CHECK_EVERY
        if is_due and self._lock.acquire(blocking=False):
            try:
                self._ask()
            finally:
                self._lock.release()
        return self._version

    def forget(self) -> None:
        """Ask again at the next request, because this process may just have changed the content."""
        self._read_at = float("-inf")

    def _ask(self) -> None:
        try:
            self._version = self._read()
        except DatabaseError as error:
            logger.warning("The content version can't be read; pages are served as they were: %s", error)
        self._read_at = time.monotonic()
