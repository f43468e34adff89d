"""Locks of the database by which processes wait for each other: every one of them, with its number.

Postgres knows such a lock (an advisory lock) by a number that nothing else in the database may use.
"""

from enum import IntEnum

from django.db import connection


class Lock(IntEnum):
    """What only one process at a time may do."""

    TICK = 7_242_001
    LOAD = 7_420_185
    SEARCH_INDEX = 7_420_186


def wait_for(lock: Lock) -> None:
    """Take ``lock`` until the transaction ends, after whoever has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock.value])


def try_to_take(lock: Lock) -> bool:
    """Take ``lock`` until the transaction ends. False, and nothing taken, where another process has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [lock.value])
        return bool(cursor.fetchone()[0])


def wait_for_named(name: str) -> None:
    """As ``wait_for``, for one of many things of a kind, such as a single career."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def try_to_hold(lock: Lock) -> bool:
    """Take ``lock`` for longer than a transaction, until ``release``. False where another process has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock.value])
        return bool(cursor.fetchone()[0])


def release(lock: Lock) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s)", [lock.value])
