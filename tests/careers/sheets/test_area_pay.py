"""Pay in the area that a reader chose."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from careers.sheets.area_pay import AreaFigures, area_pay, areas_by_state
from tests.careers.importers.oews.wages import ABILENE, TEXAS, write_csv
from tests.careers.sheets.conftest import load_figures, load_occupations, sheet_of

pytestmark = pytest.mark.django_db
RECORDS = "29-2072.00"
DALLAS, ATLANTA = "19100", "12060"


@pytest.fixture(scope="module", autouse=True)
def _figures(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Loaded once for these tests, each of which takes back what it changes."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_occupations(tmp_path_factory.mktemp("onet"))
        load_figures()
        yield
        transaction.set_rollback(True)


def figures(onet: str, area: str) -> AreaFigures | None:
    answer = area_pay(sheet_of(onet), area)
    assert answer is not None
    return answer.figures


def test_pay_in_an_area_is_compared_with_the_nation_of_the_same_edition() -> None:
    abilene = figures(RECORDS, "10180")

    assert abilene is not None
    assert (abilene.area.title, abilene.annual.median.value) == ("Abilene, TX", 42_990)
    assert abilene.release.edition == "May 2024"
    assert abilene.national is not None
    assert abilene.national.value == 50_250  # of May 2024, though the page shows May 2025
    assert abilene.difference == -14.4


def test_it_takes_two_queries() -> None:
    sheet = sheet_of(RECORDS)

    with CaptureQueriesContext(connection) as queries:
        area_pay(sheet, "10180")

    assert len(queries) == 2


def test_a_combined_code_is_looked_up_as_such() -> None:
    local_pay = figures("29-2011.00", DALLAS)

    assert local_pay is not None
    assert local_pay.annual.median.value is not None


def test_top_coded_pay_in_an_area_is_this_much_or_more() -> None:
    dallas = figures("29-1212.00", DALLAS)

    assert dallas is not None
    assert (dallas.annual.p75.status, dallas.annual.p75.at_least) == ("top-coded", 239_200)
    assert dallas.difference is None  # the nation's median of that edition is top-coded itself


def test_a_blank_whose_reason_is_lost_is_not_published() -> None:
    atlanta = figures("29-1212.00", ATLANTA)

    assert atlanta is not None
    assert (atlanta.annual.median.value, atlanta.annual.median.status) == (None, "not-published")


def test_pay_by_the_hour_only_has_no_annual_pay_in_areas() -> None:
    actors = figures("27-2011.00", ATLANTA)

    assert actors is not None
    assert actors.is_hourly_only
    assert actors.annual.median.status == "hourly-only"


def test_where_an_area_has_no_row_its_state_answers(tmp_path: Path) -> None:
    texas = {**TEXAS, "OCC_CODE": "27-2011", "H_MEDIAN": "26.00", "HOURLY": "TRUE"}
    call_command("import_oews", write_csv(tmp_path / "state_M2025_dl.csv", [texas]), verbosity=0)

    abilene = figures("27-2011.00", "10180")

    assert abilene is not None
    assert (abilene.area.title, abilene.is_state_instead) == ("Texas", True)
    assert abilene.hourly.median.value == 26.0
    assert abilene.difference == -10.5  # 29.05 in the nation, the same edition


def test_the_area_itself_comes_before_its_state(tmp_path: Path) -> None:
    call_command("import_oews", write_csv(tmp_path / "state_M2025_dl.csv", [TEXAS]), verbosity=0)

    abilene = figures(RECORDS, "10180")

    assert abilene is not None
    assert (abilene.area.title, abilene.is_state_instead) == ("Abilene, TX", False)


def test_the_newest_edition_of_an_area_answers(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "MSA_M2025_dl.csv", [{**ABILENE, "A_MEDIAN": "45000"}])
    call_command("import_oews", path, verbosity=0)

    abilene = figures(RECORDS, "10180")

    assert abilene is not None
    assert (abilene.release.edition, abilene.annual.median.value) == ("May 2025", 45_000)
    assert abilene.national is not None
    assert abilene.national.value == 51_140


def test_nothing_is_published_for_some_codes() -> None:
    answer = area_pay(sheet_of("55-3018.00"), "10180")

    assert answer is not None
    assert (answer.area.title, answer.figures) == ("Abilene, TX", None)


@pytest.mark.parametrize("code", ["99999", "99", "", "Abilene", "10180'"])
def test_other_codes_are_no_areas(code: str) -> None:
    assert area_pay(sheet_of(RECORDS), code) is None


def test_areas_are_listed_by_state(tmp_path: Path) -> None:
    everybody = {**TEXAS, "OCC_CODE": "00-0000", "O_GROUP": "total"}
    call_command("import_oews", write_csv(tmp_path / "state_M2025_dl.csv", [everybody]), verbosity=0)

    listed = {group.state: [area.title for area in group.areas] for group in areas_by_state()}

    assert listed["TX"] == ["Texas", "Abilene, TX", "Dallas-Fort Worth-Arlington, TX"]
    assert "US" not in listed
    assert sum(len(titles) for titles in listed.values()) == 11
