"""What is due is done once a minute, by one process at a time."""

from collections.abc import Iterator
from io import StringIO

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from careerportal.tick import tick
from careers.models.locks import Lock

pytestmark = pytest.mark.django_db
done: list[str] = []


def publish() -> str:
    done.append("publish")
    return "published 2 profiles"


def forget() -> None:
    done.append("forget")


def fail() -> str:
    raise RuntimeError("no such mail server")


@pytest.fixture(autouse=True)
def _nothing_done() -> None:
    done.clear()


@pytest.fixture
def other_process(transactional_db: None) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with psycopg.connect(**connection.get_connection_params()) as other:
        yield other


def jobs(*names: str) -> list[str]:
    return [f"{__name__}.{name}" for name in names]


def test_every_job_is_done_and_says_what_it_did(settings: Settings) -> None:
    settings.TICK_JOBS = jobs("publish", "forget")
    out = StringIO()

    call_command("tick", stdout=out)

    assert done == ["publish", "forget"]
    assert out.getvalue() == f"{__name__}.publish: published 2 profiles\n"


def test_failing_job_keeps_no_other_from_running(settings: Settings) -> None:
    settings.TICK_JOBS = jobs("fail", "publish")

    with pytest.raises(CommandError, match="Not every job succeeded"):
        call_command("tick", stdout=StringIO())

    assert done == ["publish"]


def test_one_process_at_a_time(
    settings: Settings, other_process: "psycopg.Connection[tuple[object, ...]]"
) -> None:
    settings.TICK_JOBS = jobs("publish")
    other_process.execute("SELECT pg_advisory_lock(%s)", [Lock.TICK.value])

    assert tick() is None
    assert done == []

    other_process.execute("SELECT pg_advisory_unlock(%s)", [Lock.TICK.value])

    assert tick() is not None
    assert done == ["publish"]


def test_every_job_of_the_site_can_be_run() -> None:
    outcomes = tick()

    assert outcomes is not None
    assert not [outcome for outcome in outcomes if outcome.has_failed]
