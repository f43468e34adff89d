"""Files and rows of wages that are refused: what the operator reads, and that nothing is loaded."""

import zipfile
from pathlib import Path

import pytest
from django.core.management import call_command

from careers.importers.oews.layout import FULL
from careers.models import Area, Release, Wage
from tests.careers.importers.conftest import DATA
from tests.careers.importers.oews.wages import ABILENE, TEXAS, write_csv, write_workbook
from tests.careers.importers.running import complaint, run

pytestmark = pytest.mark.django_db

ROWS = [
    pytest.param(
        {"A_MEDIAN": "-52000"},
        "line 3: column A_MEDIAN, value '-52000': it is negative, which pay and jobs never are",
        id="negative wage",
    ),
    pytest.param(
        {"A_PCT25": "30000"},
        "line 3: column A_PCT25, value '30000': it is below A_PCT10, which is 31,200",
        id="percentiles out of order",
    ),
    pytest.param(
        {"H_PCT90": "29.99"},
        "line 3: column H_PCT90, value '29.99': it is below H_PCT75, which is 30",
        id="hourly percentiles out of order",
    ),
    pytest.param(
        {"A_PCT75": "#"},
        "line 3: column A_PCT90, value '72800': it is below A_PCT75, which is #",
        id="a figure above a top-coded one",
    ),
    pytest.param(
        {"A_MEDIAN": "n/a"},
        "line 3: column A_MEDIAN, value 'n/a': it is neither a number nor a sign",
        id="not a number",
    ),
    pytest.param(
        {"A_MEDIAN": "?"},
        "line 3: column A_MEDIAN, value '?': it is neither a number nor a sign",
        id="a sign of extracts only",
    ),
    pytest.param(
        {"TOT_EMP": "10.5"}, "line 3: column TOT_EMP, value '10.5': it is not a whole number", id="half a job"
    ),
    pytest.param(
        {"TOT_EMP": "99999999999"},
        "line 3: column TOT_EMP, value '99999999999': it is larger than anything that is published",
        id="too large",
    ),
    pytest.param(
        {"OCC_CODE": "29-9999"},
        "line 3: column OCC_CODE, value '29-9999': no occupation of the SOC that is loaded has this code",
        id="unknown code",
    ),
    pytest.param(
        {"OCC_CODE": "29-2072.00"},
        "line 3: column OCC_CODE, value '29-2072.00': it is not a code like 29-2072",
        id="code of another form",
    ),
    pytest.param(
        {"O_GROUP": "narrow"},
        "line 3: column O_GROUP, value 'narrow': it is none of broad, detailed, major, minor, total",
        id="unknown group",
    ),
    pytest.param(
        {**ABILENE, "AREA_TYPE": "5"},
        "line 3: column AREA_TYPE, value '5': it is none of",
        id="unknown kind of area",
    ),
    pytest.param(
        {**ABILENE, "AREA": "Abilene"},
        "line 3: column AREA, value 'Abilene': it is not the code of an area",
        id="no area code",
    ),
    pytest.param(
        {**TEXAS, "I_GROUP": "sector", "NAICS": "62"},
        "line 3: column I_GROUP, value 'sector': rows of area type 2 are not read at this level",
        id="industries of a state",
    ),
    pytest.param(
        {"NAICS": "health", "I_GROUP": "sector"},
        "line 3: column NAICS, value 'health': it is not the code of an industry",
        id="no industry code",
    ),
    pytest.param({}, "line 3: says again what line 2 says", id="repeated row"),
]


@pytest.fixture(autouse=True)
def _soc_codes(db: None) -> None:
    call_command("import_soc", DATA / "soc" / "soc_2018_of_wages.csv", verbosity=0)


@pytest.mark.parametrize(("wrong", "message"), ROWS)
def test_a_wrong_row_is_named_and_nothing_is_loaded(
    tmp_path: Path, wrong: dict[str, str], message: str
) -> None:
    path = write_csv(tmp_path / "national_M2025.csv", [{}, wrong])

    error = complaint("import_oews", path)

    assert error.startswith(f"national_M2025.csv, {message}")
    assert "Nothing was loaded" in error
    assert not Wage.objects.exists()
    assert not Area.objects.exists()
    assert not Release.objects.filter(source__startswith="oews").exists()


def test_rows_that_are_refused_can_be_left_out(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "national_M2025.csv", [{}, {"OCC_CODE": "27-2011", "A_MEDIAN": "-1"}])

    output = run("import_oews", path, skip_refused=True)

    assert "Created 1, changed 0, unchanged 0, vanished 0, refused 1" in output
    assert "line 3: column A_MEDIAN, value '-1'" in output
    assert [wage.soc_id for wage in Wage.objects.all()] == ["29-2072"]


def test_a_workbook_names_the_line_too(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "national_M2025.xlsx", [{}, {}, {"A_MEDIAN": "-1"}])

    assert "national_M2025.xlsx, line 4: column A_MEDIAN, value '-1'" in complaint("import_oews", path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    columns = [name for name in FULL if name != "A_MEDIAN"]

    error = complaint("import_oews", write_csv(tmp_path / "national_M2025.csv", [{}], columns))

    assert "national_M2025.csv, line 1: the column A_MEDIAN is missing" in error


def test_a_web_page_saved_as_a_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "national_M2025_dl.xlsx"
    path.write_text("<!DOCTYPE html><html><title>Access denied</title></html>")

    assert "holds a web page, not a table" in complaint("import_oews", path)


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "national_M2025_dl.xlsx", [{}] * 50)
    path.write_bytes(path.read_bytes()[:-400])

    assert "cut off" in complaint("import_oews", path)


def test_a_truncated_text_file_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "national_M2025.csv", [{}] * 50)
    path.write_bytes(path.read_bytes()[:-60])

    assert "national_M2025.csv" in complaint("import_oews", path)
    assert not Wage.objects.exists()


def test_a_bomb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "national_M2025_dl.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)

    assert "which no agency's workbook does" in complaint("import_oews", path)


def test_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "MSA_M2025_dl.csv", [ABILENE])
    path.write_bytes(path.read_bytes().replace(b"Abilene, TX", "Mayagüez, PR".encode("latin-1")))

    assert "line 2: column AREA_TITLE, value 'Mayag\\xfcez, PR': it is not UTF-8 text" in complaint(
        "import_oews", path
    )


def test_a_file_without_rows_is_refused(tmp_path: Path) -> None:
    assert "has no rows" in complaint("import_oews", write_csv(tmp_path / "national_M2025.csv", []))


def test_a_file_of_another_kind_is_refused() -> None:
    assert "OCC_CODE" in complaint("import_oews", DATA / "soc" / "soc_2018_of_wages.csv", edition="May 2025")


def _many(count: int) -> list[dict[str, str]]:
    return [{"NAICS": f"{number:04d}", "I_GROUP": "4-digit"} for number in range(1000, 1000 + count)]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        pytest.param("nat4d_M2025.csv", "700 rows of National wages by 4-digit industry", id="again"),
        pytest.param("nat4d_M2024.csv", "by 4-digit industry, May 2025 has 1,200", id="another edition"),
    ],
)
def test_a_file_cut_off_between_two_lines_is_refused(tmp_path: Path, name: str, counts: str) -> None:
    run("import_oews", write_csv(tmp_path / "nat4d_M2025.csv", _many(1200)))

    refused = complaint("import_oews", write_csv(tmp_path / name, _many(500)))

    assert f"{name} has only 500 rows" in refused
    assert counts in refused
    assert Wage.objects.filter(is_vanished=False).count() == 1200


def test_an_operator_may_accept_a_shorter_file(tmp_path: Path) -> None:
    run("import_oews", write_csv(tmp_path / "nat4d_M2025.csv", _many(1200)))

    output = run("import_oews", write_csv(tmp_path / "nat4d_M2025.csv", _many(500)), accept_fewer=True)

    assert "vanished 700" in output
