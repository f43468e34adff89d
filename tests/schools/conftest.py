"""A few real schools and programs, loaded once per module and forgotten after it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tests.careers.importers.running import run
from tests.serving import client

__all__ = ["client"]

DATA = Path(__file__).resolve().parents[1] / "data"
SCHOOLS = DATA / "schools"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The files of schools, to load or to spoil."""
    return shutil.copytree(SCHOOLS, tmp_path / "schools")


def load_careers() -> None:
    """Five occupations with the pay of three."""
    run("import_soc", DATA / "soc" / "soc_2018.csv")
    run("import_onet", DATA / "onet_30_1")
    run("import_oews", DATA / "oews" / "national_M2025.csv", "--skip-refused")


def load_schools() -> None:
    """22 schools, two years of completions, the crosswalk and the Scorecard."""
    run("import_crosswalk", SCHOOLS / "CIPCode2020.csv", SCHOOLS / "crosswalk.csv", "--skip-refused")
    run("import_ipeds", SCHOOLS / "hd2024.csv", SCHOOLS / "c2024_a.csv", SCHOOLS / "c2023_a.csv")
    run("import_scorecard", SCHOOLS / "college_scorecard.csv", "--edition", "2024")


@pytest.fixture(scope="module")
def schools(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with loaded(django_db_blocker):
        yield


@contextmanager
def loaded(django_db_blocker: Any) -> Iterator[None]:
    """All of it, in a transaction around a module's tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_careers()
        load_schools()
        yield
        transaction.set_rollback(True)
