"""The sheets of sixteen occupations, built once from the agencies' rows in ``tests/data``."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

from careers.documents.sheet import Sheet
from careers.models import SheetRecord as SheetRow
from tests.careers.importers.conftest import DATA

OCCUPATIONS = {
    "11-1011.00": "Chief Executives",
    "11-1011.03": "Chief Sustainability Officers",
    "11-1031.00": "Legislators",
    "15-1252.00": "Software Developers",
    "25-2021.00": "Elementary School Teachers, Except Special Education",
    "27-2011.00": "Actors",
    "29-1212.00": "Cardiologists",
    "29-2011.00": "Medical and Clinical Laboratory Technologists",
    "29-2011.01": "Cytogenetic Technologists",
    "29-2012.00": "Medical and Clinical Laboratory Technicians",
    "29-2072.00": "Medical Records Specialists",
    "45-3031.00": "Fishing and Hunting Workers",
    "55-3018.00": "Special Forces",
}


def load_occupations(folder: Path) -> None:
    """SOC codes and O*NET occupations, with nothing said of them yet."""
    call_command("import_soc", DATA / "soc" / "soc_2018_of_wages.csv", verbosity=0)
    rows = "".join(f"{code}\t{title}\n" for code, title in OCCUPATIONS.items())
    (folder / "Occupation Data.txt").write_text("O*NET-SOC Code\tTitle\n" + rows)
    call_command("import_onet", folder, edition="30.1", verbosity=0)


def load_figures() -> None:
    oews, ep = DATA / "oews", DATA / "ep"
    call_command("import_oews", *oews.glob("nat*_M202?.csv"), verbosity=0)
    call_command("import_oews", oews / "nat3d_M2024_extract.csv", obtained_as="A copy", verbosity=0)
    metro = oews / "MSA_M2024_extract.csv"
    call_command("import_oews", metro, obtained_as="A copy", blanks_lost=True, verbosity=0)
    call_command("import_projections", ep / "table_1_2.csv", ep / "table_5_3.csv", verbosity=0)


def sheet_of(onet: str) -> Sheet:
    """The document in the database now."""
    return Sheet.model_validate(SheetRow.objects.get(pk=onet).document)


@pytest.fixture(scope="module")
def built(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, SheetRow]:
    """The rows of all sheets, by O*NET code. The database itself is as before."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_occupations(tmp_path_factory.mktemp("onet"))
        load_figures()
        rows = SheetRow.objects.in_bulk()
        transaction.set_rollback(True)
    return rows


@pytest.fixture(scope="module")
def sheet(built: dict[str, SheetRow]) -> Callable[[str], Sheet]:
    return lambda onet: Sheet.model_validate(built[onet].document)
