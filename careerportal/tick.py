"""What must happen at a time, done once a minute: by a thread of the server, or by cron.

The jobs are named in the setting TICK_JOBS, so that an app gives the site a job without knowing of it.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.utils.module_loading import import_string

from careers.models.locks import Lock, release, try_to_hold

EVERY = 60.0  # seconds

Job = Callable[[], str | None]

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What a job said it did (None: nothing was due), or that it failed. Failures are logged in full."""

    job: str
    words: str | None
    has_failed: bool = False


def tick() -> list[Outcome] | None:
    """Run every job once. Returns None if another process is at it; that one does the work.

    A job that fails keeps no other from running.
    """
    if not try_to_hold(Lock.TICK):
        return None
    try:
        return [_run(name) for name in settings.TICK_JOBS]
    finally:
        release(Lock.TICK)


def _run(name: str) -> Outcome:
    try:
        job: Job = import_string(name)
        words = job()
    except Exception:  # whatever one job trips over, the others are due
        logger.exception("%s failed", name)
        return Outcome(name, "failed", has_failed=True)
    if words:
        logger.info("%s: %s", name, words)
    return Outcome(name, words)


def start_thread() -> Thread:
    """Start this process's clock. It ends with the process."""
    thread = Thread(target=_keep_ticking, args=[Event()], name="tick", daemon=True)
    thread.start()
    return thread


def _keep_ticking(stop: Event) -> None:
    while not stop.wait(EVERY):
        try:
            close_old_connections()
            tick()
        except DatabaseError as error:
            logger.warning("The database does not answer; the next try is in a minute: %s", error)
        finally:
            connection.close()
