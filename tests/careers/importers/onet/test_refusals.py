"""Rows and files of O*NET that are refused: what the operator reads, and that nothing is loaded."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from careers.models import Occupation, Rating, Release
from tests.careers.importers.running import complaint, replace_in, run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("soc_codes")]

ROWS = [
    pytest.param(
        "Skills.txt", "IM\t4.12", "IM\t5.12",
        "line 2: column Data Value, value '5.12': it is outside its scale, which runs from 1 to 5",
        id="above its scale",
    ),
    pytest.param(
        "Skills.txt", "LV\t4.62", "LV\t-4.62",
        "line 3: column Data Value, value '-4.62': it is outside its scale, which runs from 0 to 7",
        id="negative",
    ),
    pytest.param(
        "Knowledge.txt", "IM\t4.78", "IM\t4,78",
        "line 2: column Data Value, value '4,78': it is not a number",
        id="not a number",
    ),
    pytest.param(
        "Knowledge.txt", "IM\t4.78", "IM\tNaN",
        "line 2: column Data Value, value 'NaN': it is not a number",
        id="nan",
    ),
    pytest.param(
        "Abilities.txt", "N\tn/a\t08/2023", "maybe\tn/a\t08/2023",
        "line 2: column Recommend Suppress, value 'maybe': it is neither Y nor N",
        id="flag",
    ),
    pytest.param(
        "Abilities.txt", "08/2023", "13/2023",
        "line 2: column Date, value '13/2023': it is not a month like 08/2023",
        id="month",
    ),
    pytest.param(
        "Work Styles.txt", "WI\t2.30", "WI\t-3.50",
        "line 3: column Data Value, value '-3.50': it is outside its scale, which runs from -3 to 3",
        id="impact of a work style",
    ),
    pytest.param(
        "Skills.txt", "2.A.1.a\tReading Comprehension\tLV", "2.A.1.a\tReading Comprehension\tIM",
        "line 2: column Element Name, value 'Reading Comprehension': rated twice on one scale",
        id="rated twice",
    ),
    pytest.param(
        "Skills.txt", "11-1011.00", "99-1011.00",
        "line 2: column O*NET-SOC Code, value '99-1011.00': no occupation with this code is loaded",
        id="unknown occupation",
    ),
    pytest.param(
        "Alternate Titles.txt", "11-1011.00", "11-1011",
        "line 2: column O*NET-SOC Code, value '11-1011': it is not a code like 29-2072.00",
        id="code of another form",
    ),
    pytest.param(
        "Occupation Data.txt", "11-1011.00", "99-1011.00",
        "value '99-1011.00': the SOC code 99-1011 is not loaded; run import_soc first",
        id="unknown SOC code",
    ),
    pytest.param(
        "Occupation Data.txt", "Chief Executives", "",
        "line 2: column Title, value '': it must not be empty",
        id="no title",
    ),
    pytest.param(
        "Occupation Data.txt", "Chief Executives", "C" * 201,
        "it has 201 letters, more than the 200 expected",
        id="title too long",
    ),
    pytest.param(
        "Occupation Data.txt", "55-3018.00", "11-1011.00",
        "line 6: says again what line 2 says",
        id="repeated occupation",
    ),
    pytest.param(
        "Interests.txt", "Conventional\tOI\t6.97", "Conventional\tOI\t7.97",
        "column Data Value, value '7.97': it is outside its scale, which runs from 1 to 7",
        id="interest",
    ),
    pytest.param(
        "Interests.txt", "29-2072.00\t1.B.1.f\tConventional\tOI", "29-2072.00\t1.B.1.f\tConventional\tXX",
        "value '29-2072.00': Conventional missing",
        id="interest missing",
    ),
    pytest.param(
        "Job Zones.txt", "15-1252.00\t4", "15-1252.00\t6",
        "line 4: column Job Zone, value '6': it is not a zone from 1 to 5, or 1-2",
        id="zone",
    ),
    pytest.param(
        "Education, Training, and Experience.txt", "RL\t2\t4.46", "RL\t2\t104.46",
        "column Data Value, value '104.46': it is outside its scale, which runs from 0 to 100",
        id="share",
    ),
    pytest.param(
        "Education, Training, and Experience.txt", "RL\t2\t4.46", "RL\ttwo\t4.46",
        "column Category, value 'two': it is not a whole number",
        id="category",
    ),
    pytest.param(
        "Related Occupations.txt", "\t11-1011.03\t", "\t99-1011.03\t",
        "line 2: column Related O*NET-SOC Code, value '99-1011.03': no occupation",
        id="unknown neighbor",
    ),
    pytest.param(
        "Task Statements.txt", "8823", "many",
        "line 2: column Task ID, value 'many': it is not a whole number",
        id="task id",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "message"), ROWS)
def test_a_wrong_row_is_named_and_nothing_is_loaded(
    onet: Path, name: str, old: str, new: str, message: str
) -> None:
    replace_in(onet / name, old, new)

    error = complaint("import_onet", onet)

    assert message in error
    assert f"{name}, line " in error
    assert "Nothing was loaded." in error
    assert not Occupation.objects.exists()
    assert not Release.objects.of("onet-occupations").exists()


def test_the_other_rows_are_loaded_when_asked(onet: Path) -> None:
    replace_in(onet / "Skills.txt", "IM\t4.12", "IM\t5.12")

    report = run("import_onet", onet, "--skip-refused")

    assert "refused 1." in report
    assert "Refused:\nSkills.txt, line 2: column Data Value, value '5.12'" in report
    names = Rating.objects.filter(occupation="11-1011.00", release__source="onet-skills")
    assert "Active Listening" in names.values_list("element__name", flat=True)
    assert "Reading Comprehension" not in names.values_list("element__name", flat=True)


def _html(path: Path) -> None:
    path.write_text("<!DOCTYPE html><html><body>Not found</body></html>\n")


def _without_column(path: Path) -> None:
    path.write_text(path.read_text().replace("Recommend Suppress", "Something else", 1))


def _row_of_another_length(path: Path) -> None:
    path.write_text(path.read_text().replace("\tn/a\t08/2023", "\t08/2023", 1))


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def _another_encoding(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Analyst", b"Analys\xe9", 1))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _nul(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Analyst", b"Anal\0st", 1))


def _cut_off_gzip(path: Path) -> None:
    path.with_suffix(".txt.gz").write_bytes(gzip.compress(path.read_bytes())[:-20])
    path.unlink()


def _not_gzip(path: Path) -> None:
    path.with_suffix(".txt.gz").write_bytes(path.read_bytes())
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        pytest.param(_html, "Skills.txt holds a web page, not a table", id="HTML"),
        pytest.param(
            _without_column,
            "Skills.txt, line 1: the column Recommend Suppress is missing",
            id="column missing",
        ),
        pytest.param(
            _row_of_another_length, "Skills.txt, line 2: 12 cells where the header has 13", id="cells missing"
        ),
        pytest.param(_cut_off, "Skills.txt stops in the middle of its last line", id="cut off"),
        pytest.param(
            _another_encoding,
            "line 2: column Domain Source, value 'Analys\\xe9': it is not UTF-8 text",
            id="encoding",
        ),
        pytest.param(_empty, "Skills.txt is empty", id="empty"),
        pytest.param(_nul, "Skills.txt", id="NUL"),
        pytest.param(_cut_off_gzip, "Skills.txt.gz is damaged or cut off", id="gzip cut off"),
        pytest.param(_not_gzip, "Skills.txt.gz is damaged or cut off", id="not gzip"),
    ],
)
def test_a_wrong_file_is_named_and_nothing_is_loaded(
    onet: Path, spoil: Callable[[Path], None], message: str
) -> None:
    spoil(onet / "Skills.txt")

    assert message in complaint("import_onet", onet)
    assert not Occupation.objects.exists()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "is not a folder" in complaint("import_onet", tmp_path / "nowhere", "--edition", "30.1")


def test_occupations_are_needed(onet: Path) -> None:
    (onet / "Occupation Data.txt").unlink()

    assert "has no Occupation Data.txt" in complaint("import_onet", onet)


def test_a_hopeless_file_is_given_up_early(onet: Path) -> None:
    path = onet / "Alternate Titles.txt"
    header = path.read_text().splitlines()[0]
    path.write_text("\n".join([header, *["wrong\tTitle\tn/a\t08"] * 5000]) + "\n")

    error = complaint("import_onet", onet, "--skip-refused")

    assert "100 or more rows are refused in all" in error
    assert len(error.splitlines()) < 30
