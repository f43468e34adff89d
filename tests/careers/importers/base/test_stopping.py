"""A load that is killed: the database is as before, and the next load works."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from careers.models import Release, SocCode
from careers.models.locks import Lock
from tests.careers.importers.conftest import DATA
from tests.careers.importers.running import run

KILLED = """
import json, os, signal, sys
from pathlib import Path

import django

django.setup()

from careers.importers.base.load import Origin, loading
from careers.formatting.progress import SilentProgress
from careers.importers.soc import load_soc
from django.db import connection

class Killed(SilentProgress):
    def track(self, items, label, total=None):
        for count, item in enumerate(items):
            if count == 3:
                os.kill(os.getpid(), signal.SIGKILL)
            yield item

connection.settings_dict.update(json.loads(sys.argv[1]))
with loading(progress=Killed()) as load:
    load_soc(load, Path(sys.argv[2]), Origin("soc-structure", "2018"))
"""


@pytest.mark.django_db(transaction=True)
def test_a_load_that_is_killed_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = DATA / "soc" / "soc_2018.csv"
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    environment = {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(settings.BASE_DIR)}

    database = {name: connection.settings_dict[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}

    done = subprocess.run(
        [sys.executable, script, json.dumps(database), path],
        env={**os.environ, **environment},
        check=False,
    )

    assert done.returncode == -signal.SIGKILL
    assert not SocCode.objects.exists()
    assert not Release.objects.exists()
    assert "Created 13" in run("import_soc", path)


@pytest.mark.django_db(transaction=True)
def test_a_second_load_waits_for_the_first_and_says_so() -> None:
    path = DATA / "soc" / "soc_2018.csv"
    other = psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor})

    with other, other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [Lock.LOAD.value])
        release = threading.Timer(0.3, cursor.execute, ["SELECT pg_advisory_unlock(%s)", [Lock.LOAD.value]])
        release.start()
        output = run("import_soc", path)
        release.join()
    other.close()

    assert output.startswith("Another load is under way. Waiting for it to end.\nSOC codes: 13\n")
