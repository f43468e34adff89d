"""Loading wages: releases side by side, the same again, what vanished, what was interrupted."""

from pathlib import Path

import pytest
from django.core.management import call_command

from careers.models import Area, Industry, Release, Status, Wage
from tests.careers.importers.conftest import DATA
from tests.careers.importers.oews.wages import ABILENE, OEWS, TEXAS, write_csv
from tests.careers.importers.running import complaint, run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _soc_codes(db: None) -> None:
    call_command("import_soc", DATA / "soc" / "soc_2018_of_wages.csv", verbosity=0)


def load_national() -> None:
    run("import_oews", OEWS / "national_M2025.csv", OEWS / "national_M2024.csv")


def wage(code: str, edition: str, area: str = "99") -> Wage:
    wages = Wage.objects.filter(release__edition=edition, area=area, group="detailed", soc=code)
    return wages.select_related("release").get(release__source__in=("oews-national", "oews-metro"))


def test_editions_live_side_by_side() -> None:
    load_national()

    assert wage("29-2072", "May 2025").a_median == 51_140
    assert wage("29-2072", "May 2024").a_median == 50_250
    assert [str(release) for release in Release.objects.of("oews-national").newest_first()] == [
        "National wages by occupation, May 2025",
        "National wages by occupation, May 2024",
    ]


def test_each_cell_has_its_status() -> None:
    load_national()

    assert wage("29-2072", "May 2025").status("A_MEDIAN") == Status.PUBLISHED
    assert wage("29-1212", "May 2024").status("A_MEDIAN") == Status.TOP_CODED
    assert wage("27-2011", "May 2025").status("A_MEDIAN") == Status.HOURLY_ONLY
    assert wage("25-2021", "May 2025").status("H_MEDIAN") == Status.ANNUAL_ONLY


def test_top_codes_are_of_editions_that_use_them() -> None:
    load_national()
    tops = dict(Release.objects.of("oews-national").values_list("edition", "top_code_annual"))

    # The file of May 2025 has no "#" and values above the old cap.
    assert tops == {"May 2024": 239_200, "May 2025": None}


def test_the_same_file_again_changes_nothing() -> None:
    load_national()
    releases = list(Release.objects.values())

    output = run("import_oews", OEWS / "national_M2025.csv", OEWS / "national_M2024.csv")

    assert "Created 0, changed 0, unchanged 10, vanished 0, refused 0" in output
    assert "Created 0, changed 0, unchanged 11, vanished 0, refused 0" in output
    assert list(Release.objects.values()) == releases


def test_a_corrected_file_changes_its_rows_and_marks_what_it_dropped(tmp_path: Path) -> None:
    run("import_oews", write_csv(tmp_path / "national_M2025.csv", [{}, {"OCC_CODE": "27-2011"}]))

    output = run("import_oews", write_csv(tmp_path / "national_M2025.csv", [{"A_MEDIAN": "53000"}]))

    assert "Created 0, changed 1, unchanged 0, vanished 1" in output
    assert wage("29-2072", "May 2025").a_median == 53_000
    assert wage("27-2011", "May 2025").is_vanished


def test_what_came_back_is_no_longer_marked(tmp_path: Path) -> None:
    both = write_csv(tmp_path / "national_M2025.csv", [{}, {"OCC_CODE": "27-2011"}])
    run("import_oews", both)
    run("import_oews", write_csv(tmp_path / "other_M2025.csv", [{}]))

    run("import_oews", both)

    assert not wage("27-2011", "May 2025").is_vanished


def test_one_file_may_hold_many_tables(tmp_path: Path) -> None:
    sector = {"NAICS": "62", "NAICS_TITLE": "Health Care and Social Assistance", "I_GROUP": "sector"}
    rows = [{}, ABILENE, sector, TEXAS, {"I_GROUP": "sector, ownership", "NAICS": "62", "OWN_CODE": "3"}]

    output = run("import_oews", write_csv(tmp_path / "all_data_M_2025.csv", rows), edition="May 2025")

    assert {release.source: release.row_count for release in Release.objects.filter(edition="May 2025")} == {
        "oews-national": 1,
        "oews-sector": 1,
        "oews-state": 1,
        "oews-metro": 1,
    }
    assert "1 rows of “sector, ownership” are left out" in output


def test_loading_one_table_leaves_the_others_alone(tmp_path: Path) -> None:
    run("import_oews", write_csv(tmp_path / "MSA_M2025_dl.csv", [ABILENE]))

    run("import_oews", write_csv(tmp_path / "state_M2025_dl.csv", [TEXAS]))
    run(
        "import_oews",
        write_csv(tmp_path / "BOS_M2025_dl.csv", [{**ABILENE, "AREA": "4800001", "AREA_TYPE": "6"}]),
    )

    assert not Wage.objects.filter(is_vanished=True).exists()
    assert Wage.objects.count() == 3


def test_an_extract_says_whose_it_is_and_tops_its_blanks() -> None:
    load_national()

    run("import_oews", OEWS / "MSA_M2024_extract.csv", obtained_as="Somebody's copy", blanks_lost=True)

    release = Release.objects.get(source="oews-metro")
    assert (release.obtained_as, release.is_original, release.top_code_annual) == (
        "Somebody's copy",
        False,
        239_200,
    )
    assert wage("29-1212", "May 2024", "19100").status("A_PCT75") == Status.TOP_CODED
    assert wage("29-1212", "May 2024", "12060").status("A_MEDIAN") == Status.NOT_PUBLISHED
    assert wage("27-2011", "May 2024", "12060").status("A_MEDIAN") == Status.HOURLY_ONLY


def test_areas_keep_the_name_of_the_newest_edition(tmp_path: Path) -> None:
    run(
        "import_oews",
        write_csv(tmp_path / "MSA_M2025_dl.csv", [{**ABILENE, "AREA_TITLE": "Abilene-Sweetwater, TX"}]),
    )

    run("import_oews", write_csv(tmp_path / "MSA_M2024_dl.csv", [ABILENE]))

    assert Area.objects.get(code="10180").title == "Abilene-Sweetwater, TX"


def test_industries_are_told_apart_by_level(tmp_path: Path) -> None:
    twice = [
        {"NAICS": "327000", "I_GROUP": level, "NAICS_TITLE": "Minerals"} for level in ("3-digit", "4-digit")
    ]

    run("import_oews", write_csv(tmp_path / "nat3d_M2025_dl.csv", twice))

    assert Industry.objects.filter(code="327000").count() == 2


def test_a_dry_run_says_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    output = run("import_oews", write_csv(tmp_path / "national_M2025.csv", [{}]), dry_run=True)

    assert "Created 1" in output
    assert "dry run: nothing has changed" in output
    assert not Wage.objects.exists()
    assert not Release.objects.filter(source="oews-national").exists()


def test_a_wrong_second_file_undoes_the_first(tmp_path: Path) -> None:
    good = write_csv(tmp_path / "national_M2025.csv", [{}])
    wrong = write_csv(tmp_path / "national_M2024.csv", [{"A_MEDIAN": "-1"}])

    complaint("import_oews", good, wrong)

    assert not Wage.objects.exists()


def test_ctrl_c_leaves_the_database_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def press(**_: object) -> None:
        raise KeyboardInterrupt

    # The last step of a load, when every row is already in the transaction.
    monkeypatch.setattr("careers.importers.base.load.rebuild_sheets", press)

    error = complaint("import_oews", write_csv(tmp_path / "national_M2025.csv", [{}]))

    assert error == "Stopped. Nothing was loaded."
    assert not Wage.objects.exists()
