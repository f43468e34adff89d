"""Rebuilding: what a load changes on pages, and what it leaves alone."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import Address, Occupation, Wage
from careers.models import SheetRecord as SheetRow
from careers.sheets.build import rebuild_sheets
from tests.careers.importers.oews.wages import OEWS, write_csv
from tests.careers.importers.running import run
from tests.careers.sheets.conftest import OCCUPATIONS, load_occupations, sheet_of

pytestmark = pytest.mark.django_db
RECORDS = "29-2072.00"
MAX_QUERIES = 40


@pytest.fixture(autouse=True)
def _occupations(db: None, tmp_path: Path) -> None:
    load_occupations(tmp_path)


def test_a_load_says_how_many_pages_it_changed() -> None:
    output = run("import_oews", OEWS / "national_M2025.csv")

    # Those without pay too: the reason is no longer that nothing is loaded.
    assert "Pages whose figures changed: 13." in output
    assert "Pages whose figures changed: 0." in run("import_oews", OEWS / "national_M2025.csv")


def test_only_sheets_that_differ_are_written(tmp_path: Path) -> None:
    call_command("import_oews", OEWS / "national_M2025.csv", verbosity=0)
    before = dict(SheetRow.objects.values_list("pk", "changed_at"))
    Wage.objects.filter(soc="29-2072").update(a_median=60_000)

    changed = rebuild_sheets()

    after = dict(SheetRow.objects.values_list("pk", "changed_at"))
    assert changed == 1
    assert {code for code in before if before[code] != after[code]} == {RECORDS}
    assert SheetRow.objects.get(pk=RECORDS).annual_median == 60_000


def test_rows_that_vanished_are_not_shown(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "national_M2025.csv", [{}, {"OCC_CODE": "27-2011"}])
    call_command("import_oews", path, verbosity=0)
    call_command("import_oews", write_csv(path, [{"OCC_CODE": "27-2011"}]), verbosity=0)

    sheet = sheet_of(RECORDS)

    assert sheet.pay is None
    assert sheet.missing["pay"].reason == "no-pay"


def test_an_older_edition_never_replaces_a_newer() -> None:
    call_command("import_oews", OEWS / "national_M2025.csv", verbosity=0)

    call_command("import_oews", OEWS / "national_M2024.csv", verbosity=0)

    pay = sheet_of(RECORDS).pay
    assert pay is not None
    assert pay.annual.median.value == 51_140


def test_a_top_coded_median_says_from_where_on() -> None:
    call_command("import_oews", OEWS / "national_M2024.csv", verbosity=0)

    pay = sheet_of("29-1212.00").pay

    assert pay is not None
    assert (pay.annual.median.status, pay.annual.median.at_least) == ("top-coded", 239_200)
    assert pay.annual.median.rank_value == float("inf")
    assert (pay.hourly.median.status, pay.hourly.median.at_least) == ("top-coded", 115.0)
    assert SheetRow.objects.get(pk="29-1212.00").annual_median is None


def test_a_dropped_occupation_keeps_its_page_and_says_so() -> None:
    Occupation.objects.filter(pk=RECORDS).update(is_vanished=True)

    rebuild_sheets()

    assert sheet_of(RECORDS).is_vanished


def test_sheets_live_at_the_current_address() -> None:
    Address.objects.filter(occupation=RECORDS).update(is_current=False)
    Address.objects.create(slug="health-information-clerks", occupation_id=RECORDS)

    rebuild_sheets()

    assert sheet_of(RECORDS).slug == "health-information-clerks"


def test_queries_do_not_grow_with_occupations() -> None:
    call_command("import_oews", OEWS / "national_M2025.csv", verbosity=0)

    with CaptureQueriesContext(connection) as queries:
        rebuild_sheets()

    assert len(OCCUPATIONS) == SheetRow.objects.count()
    assert len(queries) <= MAX_QUERIES
