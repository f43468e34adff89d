"""Loading programs and the careers they lead to."""

import csv
from pathlib import Path

import openpyxl
import pytest

from careers.models import Release
from schools.models import CipChange, CipCode, CipSoc
from tests.careers.importers.running import complaint, replace_in, run
from tests.schools.conftest import DATA

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _codes(db: None) -> None:
    run("import_soc", DATA / "soc" / "soc_2018.csv")


def test_titles_lose_their_full_stop_and_capitals(files: Path) -> None:
    run("import_crosswalk", files / "CIPCode2020.csv")

    assert CipCode.objects.get(pk="51.0713").title == "Medical Insurance Coding Specialist/Coder"
    assert CipCode.objects.get(pk="51").title == "Health Professions and Related Programs"


def test_no_match_is_no_link(files: Path) -> None:
    run("import_crosswalk", files / "CIPCode2020.csv", files / "crosswalk.csv")

    assert not CipSoc.objects.filter(soc="99-9999").exists()
    assert not CipSoc.objects.filter(cip="99.9999").exists()
    assert set(CipSoc.objects.filter(soc="29-2072").values_list("cip", flat=True)) == {"51.0707", "51.0713"}


def test_the_agencys_workbook_is_read(files: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "CIP-SOC"
    with (files / "crosswalk.csv").open(newline="") as stream:
        for row in csv.reader(stream):
            sheet.append(row)
    book.save(files / "crosswalk.xlsx")

    run("import_crosswalk", files / "CIPCode2020.csv", files / "crosswalk.xlsx")

    assert CipSoc.objects.filter(cip="51.0713", soc="29-2072").exists()


def test_moved_and_reserved_codes_are_not_current(files: Path) -> None:
    run("import_crosswalk", files / "CIPCode2020.csv")

    assert not CipCode.objects.programs().filter(pk__in=["15.0503", "01.0480"]).exists()
    assert CipChange.objects.get(old_code="15.0503").new_id == "15.1701"


def test_rows_of_all_tables_of_a_file_are_counted(files: Path) -> None:
    for _ in range(2):
        run("import_crosswalk", files / "CIPCode2020.csv")

    rows = CipCode.objects.count() + CipChange.objects.count()
    assert Release.objects.get(source="cip-codes").row_count == rows


def test_codes_of_an_older_edition_point_on(files: Path) -> None:
    table = files / "CIP2010to2020.csv"
    table.write_text(
        'CIPCode2010,CIPTitle2010,Action,CIPCode2020,CIPTitle2020\n"=""51.0799""",Records.,Moved,'
        '"=""51.0713""",Coding.\n51.0707,Same.,None,51.0707,Same.\n"=""51.9998""",Gone.,Deleted,,\n'
    )

    run("import_crosswalk", files / "CIPCode2020.csv", table)

    assert set(CipChange.objects.filter(old_edition="2010").values_list("old_code", "new")) == {
        ("51.0799", "51.0713")
    }


def test_a_file_without_definitions_keeps_those_that_are_loaded(files: Path) -> None:
    run("import_crosswalk", files / "CIPCode2020.csv")
    (files / "short.csv").write_text("CIPCode,Action,CIPTitle\n51.0713,New,Coding.\n")

    run("import_crosswalk", files / "short.csv", accept_fewer=True)

    program = CipCode.objects.get(pk="51.0713")
    assert (program.title, program.definition) == ("Coding", "Made for tests: what one learns here.")


def test_loading_twice_changes_nothing(files: Path) -> None:
    run("import_crosswalk", files / "CIPCode2020.csv", files / "crosswalk.csv")

    report = run("import_crosswalk", files / "CIPCode2020.csv", files / "crosswalk.csv")

    assert report.count("Created 0, changed 0") == 3


def test_an_unknown_occupation_is_refused(files: Path) -> None:
    replace_in(files / "crosswalk.csv", "29-2072", "29-9999")

    assert "'29-9999' is not a known SOC code" in complaint(
        "import_crosswalk", files / "CIPCode2020.csv", files / "crosswalk.csv"
    )
    assert not CipCode.objects.exists()


def test_a_strange_file_is_refused(files: Path) -> None:
    (files / "strange.csv").write_text("A,B\n1,2\n")

    assert "neither those of the CIP's titles" in complaint("import_crosswalk", files / "strange.csv")
