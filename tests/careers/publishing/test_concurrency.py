"""Two publishers at once, and a publisher that is killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections

from careers.editorial.models import Career
from careers.models import AuditEntry, ContentVersion, Version
from careers.publishing.working_copies import publish
from tests.careers.editing import make_career

pytestmark = pytest.mark.django_db(transaction=True)

KILLED_HALFWAY = """
import sys, time
import django
django.setup()
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
from careers.editorial.models import Career
from careers.publishing import working_copies

def wait(**_options):
    print("halfway", flush=True)
    time.sleep(60)

working_copies.assign_address = wait
working_copies.publish(copy=Career.objects.get(), by="the killed")
"""


def test_two_publishers_at_once_make_two_versions_in_a_row() -> None:
    career = make_career()
    errors: list[BaseException] = []

    def run() -> None:
        try:
            publish(copy=Career.objects.get(pk=career.pk), by="one of two")
        except BaseException as error:  # noqa: BLE001  the thread's end must not hide it
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert errors == []
    assert list(Version.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]
    assert Version.objects.live().get().number == 4


def test_publisher_killed_halfway_leaves_nothing_and_blocks_nobody(tmp_path: Path) -> None:
    career = make_career()
    before = ContentVersion.current()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    name = str(connection.settings_dict["NAME"])
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED_HALFWAY, name],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "halfway\n"

    process.send_signal(signal.SIGKILL)
    process.wait(timeout=10)
    process.stdout.close()

    wait_until_free(name)
    assert not Version.objects.exists()
    assert not AuditEntry.objects.exists()
    assert ContentVersion.current() == before
    assert publish(copy=career, by="the next").number == 1


def wait_until_free(name: str) -> None:
    """The server notices a dead client within moments, and gives its locks back."""
    for _ in range(100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = %s AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%%'",
                [name],
            )
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.05)
    raise AssertionError("The killed publisher still holds its transaction.")
