"""Loading the Standard Occupational Classification, and codes that figures are combined under."""

from pathlib import Path

import openpyxl
import pytest

from careers.importers.base.files import sheet_rows
from careers.models import AuditEntry, Release, SocCode
from careers.reference.combined_codes import COMBINED_CODES, COMBINED_TITLES
from careers.reference.soc import figures_code
from tests.careers.importers.running import complaint, run

HEADER = ("Major Group", "Minor Group", "Broad Group", "Detailed Occupation", None)
CODES = (
    ("11-0000", None, None, None, "Management Occupations"),
    (None, "11-1000", None, None, "Top Executives"),
    (None, None, "11-1010", None, "Chief Executives"),
    (None, None, None, "11-1011", "Chief Executives"),
)


def workbook(folder: Path, *rows: tuple[str | None, ...]) -> Path:
    """A workbook laid out as the agency's, with lines of text above the header."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("U.S. Bureau of Labor Statistics",), (), *rows):
        sheet.append(row)
    path = folder / "soc_structure_2018.xlsx"
    book.save(path)
    book.close()
    return path


@pytest.mark.django_db
def test_the_levels_are_told_by_their_columns(tmp_path: Path) -> None:
    run("import_soc", workbook(tmp_path, HEADER, *CODES))

    levels = dict(SocCode.objects.filter(code__startswith="11-").values_list("code", "level"))
    assert levels == {"11-0000": "major", "11-1000": "minor", "11-1010": "broad", "11-1011": "detailed"}
    assert Release.objects.get().edition == "2018"


@pytest.mark.django_db
def test_load_that_changed_something_is_in_the_audit_log(tmp_path: Path) -> None:
    run("import_soc", workbook(tmp_path, HEADER, *CODES), dry_run=True)
    tried = AuditEntry.objects.count()
    run("import_soc", workbook(tmp_path, HEADER, *CODES))
    run("import_soc", workbook(tmp_path, HEADER, *CODES))

    entry = AuditEntry.objects.get()
    assert tried == 0
    assert (entry.who, entry.action, entry.title) == ("import", "loaded figures", str(Release.objects.get()))


@pytest.mark.django_db
def test_all_occupations_and_combined_codes_are_added(tmp_path: Path) -> None:
    run("import_soc", workbook(tmp_path, HEADER, *CODES))

    assert SocCode.objects.get(code="00-0000").title == "All Occupations"
    combined = SocCode.objects.filter(level=SocCode.Level.COMBINED)
    assert dict(combined.values_list("code", "title")) == COMBINED_TITLES


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param([("Code", "Title")], "has no row with the columns Major Group", id="another table"),
        pytest.param(
            [HEADER, ("11-0000", "11-1000", None, None, "Two")],
            "line 4: it fills none or several of the four group columns",
            id="two levels at once",
        ),
        pytest.param(
            [HEADER, (None, None, None, "111011", "Chief Executives")],
            "line 4: column Detailed Occupation, value '111011': it is not a code like 29-2072",
            id="code",
        ),
    ],
)
def test_what_is_not_the_structure_is_refused(
    tmp_path: Path, rows: list[tuple[str | None, ...]], message: str
) -> None:
    error = complaint("import_soc", workbook(tmp_path, *rows))

    assert message in error
    assert not SocCode.objects.exists()


@pytest.mark.django_db
def test_a_file_that_does_not_name_its_year_needs_the_edition(tmp_path: Path) -> None:
    path = workbook(tmp_path, HEADER, *CODES).rename(tmp_path / "structure.xlsx")

    assert "--edition 2018" in complaint("import_soc", path)
    run("import_soc", path, "--edition", "2018")
    assert SocCode.objects.filter(code="11-1011").exists()


@pytest.mark.parametrize(
    ("soc", "published", "expected"),
    [
        pytest.param("29-2072", {"29-2072"}, ("29-2072", "own"), id="own"),
        pytest.param("29-2011", {"29-2010"}, ("29-2010", "combined"), id="combined"),
        pytest.param("29-2011", {"29-2010", "29-2011"}, ("29-2011", "own"), id="own before combined"),
        pytest.param("55-3018", {"29-2072"}, None, id="none"),
    ],
)
def test_whose_figures_describe_a_code(
    soc: str, published: set[str], expected: tuple[str, str] | None
) -> None:
    assert figures_code(soc, published) == expected


def test_the_combined_codes_are_those_of_the_agencies_files(agency_files: Path) -> None:
    structure = {
        str(cell) for row in sheet_rows(agency_files / "soc" / "soc_structure_2018.xlsx") for cell in row
    }
    rows = sheet_rows(agency_files / "oews" / "national_M2025_dl.xlsx")
    header = list(next(rows))
    code, title, group = (header.index(name) for name in ("OCC_CODE", "OCC_TITLE", "O_GROUP"))
    detailed = {str(row[code]): str(row[title]) for row in rows if row[group] == "detailed"}

    members = {member for members in COMBINED_CODES.values() for member in members}
    assert set(COMBINED_CODES) <= set(detailed)
    assert members <= structure
    assert members.isdisjoint(detailed)
    added = {key: value for key, value in detailed.items() if key not in structure}
    assert added == COMBINED_TITLES
