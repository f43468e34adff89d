"""What is read from files of wages: the cells as published, the signs, the tables that rows belong to."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from careers.importers.base.problems import ImportProblem, Refusals
from careers.importers.oews.reader import about, read_wages
from tests.careers.importers.oews.wages import (
    ABILENE,
    OEWS,
    TEXAS,
    row_of,
    rows_of,
    write_csv,
    write_workbook,
)

BY_THE_HOUR = frozenset({"27-2011"})


def test_cells_are_read_as_published() -> None:
    row = row_of(OEWS / "national_M2025.csv", "29-2072")

    assert {
        name: row.value(name) for name in ("TOT_EMP", "H_MEDIAN", "A_MEAN", "A_PCT10", "A_MEDIAN", "A_PCT90")
    } == {
        "TOT_EMP": "194720",
        "H_MEDIAN": "24.59",
        "A_MEAN": "56790",
        "A_PCT10": "37000",
        "A_MEDIAN": "51140",
        "A_PCT90": "81150",
    }
    assert row.marks is None


def test_signs_are_kept_apart_from_numbers() -> None:
    cardiologists = row_of(OEWS / "national_M2024.csv", "29-1212")
    actors = row_of(OEWS / "national_M2024.csv", "27-2011")
    teachers = row_of(OEWS / "national_M2024.csv", "25-2021")

    assert cardiologists.value("A_MEDIAN") is None
    assert (cardiologists.marks or {})["A_MEDIAN"] == "#"
    assert (actors.is_hourly_only, actors.is_annual_only) == (True, False)
    assert (actors.marks or {})["A_MEDIAN"] == "*"
    assert actors.value("H_MEDIAN") == "23.33"
    assert (teachers.is_hourly_only, teachers.is_annual_only) == (False, True)
    assert (teachers.marks or {})["H_MEDIAN"] == "*"


def test_employment_that_is_not_available_is_unknown() -> None:
    rows = rows_of(OEWS / "natsector_M2024.csv")
    real_estate = next(row for row in rows if row.branch.code == "53" and row.soc == "29-2072")

    assert real_estate.value("TOT_EMP") is None
    assert (real_estate.marks or {})["TOT_EMP"] == "**"
    assert real_estate.value("A_MEAN") == "56650"


def test_a_code_may_be_a_broad_group_and_detailed() -> None:
    rows = [row for row in rows_of(OEWS / "national_M2025.csv") if row.soc == "29-2010"]

    assert sorted(row.group for row in rows) == ["broad", "detailed"]


def test_an_industry_may_be_a_range_of_codes() -> None:
    codes = {row.branch.code for row in rows_of(OEWS / "natsector_M2024.csv")}

    assert {"31-33", "44-45", "62"} <= codes


def test_blanks_above_a_known_percentile_of_an_extract_are_top_coded() -> None:
    rows = rows_of(OEWS / "MSA_M2024_extract.csv", blanks_lost=True, hourly_only=BY_THE_HOUR)
    dallas = next(row for row in rows if row.place.code == "19100" and row.soc == "29-1212")

    assert dallas.value("A_MEDIAN") == "137710"
    assert dallas.marks == {"A_PCT75": "#", "A_PCT90": "#"}


def test_a_row_of_blanks_of_an_extract_has_lost_its_reason() -> None:
    rows = rows_of(OEWS / "MSA_M2024_extract.csv", blanks_lost=True, hourly_only=BY_THE_HOUR)
    atlanta = {row.soc: row for row in rows if row.place.code == "12060"}

    assert set((atlanta["29-1212"].marks or {}).values()) == {"?"}
    assert not atlanta["29-1212"].is_hourly_only
    assert atlanta["27-2011"].is_hourly_only
    assert atlanta["27-2011"].marks is None


def test_a_blank_of_the_bureaus_own_file_is_only_a_blank(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "MSA_M2025_dl.csv", [{**ABILENE, "A_PCT75": "", "A_PCT90": ""}])

    assert row_of(path, "29-2072").marks is None


def test_the_extract_by_industry_has_jobs_and_means_only() -> None:
    row = next(row for row in rows_of(OEWS / "nat3d_M2024_extract.csv") if row.branch.code == "621000")

    assert (row.source, row.place.code, row.branch.level) == ("oews-industry", "99", "3-digit")
    assert (row.value("TOT_EMP"), row.value("A_MEDIAN")) != (None, None)
    assert row.value("A_MEDIAN") is None


@pytest.mark.parametrize(
    ("differs", "source"),
    [
        pytest.param({}, "oews-national", id="national"),
        pytest.param({"NAICS": "62", "I_GROUP": "sector"}, "oews-sector", id="sector"),
        pytest.param({"NAICS": "621000", "I_GROUP": "3-digit"}, "oews-industry", id="3-digit"),
        pytest.param({"NAICS": "621100", "I_GROUP": "4-digit"}, "oews-industry-4", id="4-digit"),
        pytest.param({"NAICS": "621110", "I_GROUP": "5-digit"}, "oews-industry-5", id="5-digit"),
        pytest.param(
            {"NAICS": "3250A1", "I_GROUP": "4-digit"}, "oews-industry-4", id="the Bureau's own code"
        ),
        pytest.param({"NAICS": "621111", "I_GROUP": "6-digit"}, "oews-industry-6", id="6-digit"),
        pytest.param(TEXAS, "oews-state", id="state"),
        pytest.param({**TEXAS, "AREA": "72", "AREA_TYPE": "3"}, "oews-state", id="territory"),
        pytest.param(ABILENE, "oews-metro", id="metropolitan"),
        pytest.param({**ABILENE, "AREA": "4800001", "AREA_TYPE": "6"}, "oews-nonmetro", id="nonmetropolitan"),
    ],
)
def test_rows_say_which_table_they_are_of(tmp_path: Path, differs: dict[str, str], source: str) -> None:
    path = write_csv(tmp_path / "renamed_M2025.csv", [differs])

    assert rows_of(path)[0].source == source


def test_workbooks_and_text_are_read_alike(tmp_path: Path) -> None:
    differing = [
        {},
        {"OCC_CODE": "27-2011", "A_MEDIAN": "*", "HOURLY": "TRUE"},
        {"A_PCT90": "#", "TOT_EMP": "**"},
    ]

    text = rows_of(write_csv(tmp_path / "wages.csv", differing))
    workbook = rows_of(write_workbook(tmp_path / "wages.xlsx", differing))

    assert workbook == text
    assert len(text) == 3


def test_numbers_saved_with_commas_are_read(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "saved_from_excel.csv", [{"TOT_EMP": "154,187,380", "A_MEDIAN": "52,000"}])

    row = row_of(path, "29-2072")

    assert (row.value("TOT_EMP"), row.value("A_MEDIAN")) == ("154187380", "52000")


def test_zeros_that_a_spreadsheet_dropped_are_put_back(tmp_path: Path) -> None:
    alabama = {"AREA": "1", "AREA_TITLE": "Alabama", "AREA_TYPE": "2", "PRIM_STATE": "AL", "NAICS": "0"}

    row = rows_of(write_csv(tmp_path / "state_M2025_dl.csv", [alabama]))[0]

    assert (row.place.code, row.branch.code) == ("01", "000000")


def test_rows_by_who_owns_the_employers_are_counted_and_left_out(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "all_data_M_2025.csv", [{}, {"I_GROUP": "cross-industry, ownership", "OWN_CODE": "5"}]
    )
    refusals, left_out = Refusals(path), Counter[str]()

    rows = list(read_wages(path, refusals, left_out=left_out))

    assert [row.ownership for row in rows] == ["1235"]
    assert left_out == {"cross-industry, ownership": 1}
    assert refusals.items == []


NOTES = (
    "May 2023 OEWS Estimates",
    "#  = indicates a wage equal to or greater than $110.00 per hour or $228,800 per year ",
)


def test_the_workbook_itself_says_its_edition_and_top_codes(tmp_path: Path) -> None:
    description = about(write_workbook(tmp_path / "renamed_M2025_dl.xlsx", [{}], notes=NOTES))

    assert (description.edition, description.top_code_annual, description.top_code_hourly) == (
        "May 2023",
        228_800,
        Decimal("110.00"),
    )


def test_else_the_name_says_the_edition_and_a_table_the_top_codes(tmp_path: Path) -> None:
    description = about(write_csv(tmp_path / "national_M2024_dl.csv", [{}]))

    assert (description.edition, description.top_code_annual, description.top_code_hourly) == (
        "May 2024",
        239_200,
        Decimal("115.00"),
    )


def test_the_operators_word_comes_first(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "wages.csv", [{}])

    assert about(path, "May 2022").edition == "May 2022"
    with pytest.raises(ImportProblem, match="does not say which edition it is"):
        about(path)


def test_a_file_of_another_kind_is_not_asked_for_its_edition(tmp_path: Path) -> None:
    path = tmp_path / "occupation.csv"
    path.write_text("Code,Title\n1,One\n")

    with pytest.raises(ImportProblem, match=r"missing; the file has Code, Title\."):
        about(path)
