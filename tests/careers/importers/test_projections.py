"""The Employment Projections: what is read from workbooks and text, what is refused, what a load does."""

import shutil
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command
from openpyxl import Workbook

from careers.importers.base.files import Row, read_table
from careers.importers.base.problems import Refusals
from careers.importers.projections.reader import (
    ProjectionRow,
    read_attainment,
    read_projections,
)
from careers.models import Attainment, Projection, Release
from careers.reference.education_levels import education_rank
from tests.careers.importers.conftest import DATA
from tests.careers.importers.running import complaint, replace_in, run

OUTLOOK, ATTAINMENT = DATA / "ep" / "table_1_2.csv", DATA / "ep" / "table_5_3.csv"
NOTES = (
    "Footnotes:",
    "[1] Wage data do not cover the self-employed.",
    "Source: Employment Projections program",
)


def rows_of(path: Path) -> dict[str, ProjectionRow]:
    refusals = Refusals(path)
    _, rows = read_projections(path, refusals)
    by_code = {row.soc: row for row in rows}
    assert [str(refusal) for refusal in refusals.items] == []
    return by_code


def table(path: Path) -> list[Row]:
    return [row for _, row in read_table(path, (), delimiter=",", quoted=True)]


def write_workbook(
    path: Path, sheets: Mapping[str, Iterable[Row]], links: Mapping[str, str] | None = None
) -> Path:
    """The publisher's shape: a title, the header, indented names, notes at the end, links of cells only."""
    book = Workbook()
    book.worksheets[0].title = "Index"
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append([f"{name} Educational attainment for workers 25 years and older, 2022–23 (Percent)"])
        listed = list(rows)
        sheet.append(list(listed[0]))
        for line, row in enumerate(listed, start=3):
            first, *others = row.values()
            sheet.append([f"    {first}", *map(_cell, others)])
            if address := (links or {}).get(row.get("2024 National Employment Matrix code", "")):
                sheet.cell(line, len(row)).hyperlink = address
        for note in NOTES:
            sheet.append([note])
    book.save(path)
    return path


def _cell(text: str) -> str | float:
    try:
        return float(text)
    except ValueError:
        return text


def test_thousands_become_jobs_and_dashes_unknown() -> None:
    rows = rows_of(OUTLOOK)

    records, legislators = rows["29-2072"], rows["11-1031"]
    assert (records.base_employment, records.target_employment, records.change) == (194_800, 208_600, 13_800)
    assert (records.change_percent, records.annual_openings) == (Decimal("7.1"), 14_200)
    assert (records.entry_education, records.training) == ("Postsecondary nondegree award", "None")
    assert legislators.self_employed_percent is None
    assert rows["25-2021"].change == -27_900


def test_all_occupations_are_read_for_comparison() -> None:
    everybody = rows_of(OUTLOOK)["00-0000"]

    assert (everybody.kind, everybody.change_percent, everybody.entry_education) == (
        "Summary",
        Decimal("3.1"),
        "",
    )


def test_a_top_coded_wage_is_this_much_or_more() -> None:
    cardiologists, actors = rows_of(OUTLOOK)["29-1212"], rows_of(OUTLOOK)["27-2011"]

    assert (cardiologists.median_wage, cardiologists.is_median_top_coded) == (239_200, True)
    assert (actors.median_wage, actors.is_median_top_coded) == (None, False)


def test_a_workbook_is_read_as_the_table_is_and_has_links(tmp_path: Path) -> None:
    links = {
        "29-2072": "https://www.bls.gov/ooh/healthcare/records.htm",
        "27-2011": "https://bls.example/ooh/",
    }
    path = write_workbook(tmp_path / "occupation.xlsx", {"Table 1.2": table(OUTLOOK)}, links)

    rows = rows_of(path)

    assert rows["29-2072"].handbook_address == "https://www.bls.gov/ooh/healthcare/records.htm"
    assert rows["27-2011"].handbook_address == ""  # another host's
    assert rows["29-2072"].title == "Medical records specialists"
    assert {code: row.base_employment for code, row in rows.items()} == {
        code: row.base_employment for code, row in rows_of(OUTLOOK).items()
    }


def test_the_next_edition_moves_its_years_and_columns(tmp_path: Path) -> None:
    path = Path(shutil.copy(OUTLOOK, tmp_path))
    header, *lines = path.read_text().splitlines()
    newer = header.replace("2024–34", "2025–35").replace("2024[1]", "2025").replace("2034", "2035")
    newer = newer.replace("2024", "2025").replace("self employed", "self-employed")
    path.write_text("\n".join([newer, *lines]).replace('">=$239,200"', "239200") + "\n")

    years, rows = read_projections(path, Refusals(path))

    assert (years.base, years.target, years.edition) == (2025, 2035, "2025–35")
    wages = {row.soc: (row.median_wage, row.is_median_top_coded) for row in rows}
    assert wages["29-1212"] == (239_200, False)


def test_attainment_has_its_own_survey_years(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "education.xlsx", {"Table 5.3": table(ATTAINMENT)})

    years, period, rows = read_attainment(path, Refusals(path))

    percents = {row.soc: row.percents for row in rows}
    assert (years.edition, period) == ("2024–34", "2022–23")
    assert percents["29-2072"] == tuple(map(Decimal, ("1.4", "19.2", "30.6", "25.6", "17.4", "4.3", "1.6")))


def test_entry_education_is_ranked() -> None:
    assert education_rank("No formal educational credential") == 1
    assert education_rank("Postsecondary nondegree award") == 4
    assert education_rank("Doctoral or professional degree") == 8
    assert education_rank("") is None


@pytest.fixture
def _soc_codes(db: None) -> None:
    call_command("import_soc", DATA / "soc" / "soc_2018_of_wages.csv", verbosity=0)


WRONG = [
    pytest.param(
        "194.8,208.6", "-194.8,208.6",
        "column Employment, 2024, value '-194.8': it is negative, which a number of jobs never is",
        id="negative",
    ),
    pytest.param("0.8,14.2", "108,14.2", "value '108': it is not between 0 and 100", id="share above all"),
    pytest.param("0.8,14.2", "0.8,few", "value 'few': it is not a number", id="not a number"),
    pytest.param("0.8,14.2", "0.8,NaN", "value 'NaN': it is not a number", id="nan"),
    pytest.param("29-2072", "29-2072.00", "value '29-2072.00': it is not a code like 29-2072", id="code"),
    pytest.param("29-2072", "29-2999", "value '29-2999': no SOC code that is loaded", id="unknown code"),
    pytest.param("Postsecondary nondegree award", "A diploma", "value 'A diploma': it is none of", id="term"),
    pytest.param("29-2072", "29-2010", "says again what line", id="repeated"),
]  # fmt: skip


@pytest.mark.usefixtures("_soc_codes")
@pytest.mark.parametrize(("old", "new", "message"), WRONG)
def test_a_wrong_row_is_named_and_nothing_is_loaded(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = Path(shutil.copy(OUTLOOK, tmp_path))
    replace_in(path, old, new)

    error = complaint("import_projections", path)

    assert "table_1_2.csv, line 15: " in error
    assert message in error
    assert not Projection.objects.exists()


@pytest.mark.usefixtures("_soc_codes")
def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = Path(shutil.copy(OUTLOOK, tmp_path))
    replace_in(path, "Occupation type", "Type")

    assert "the column “Occupation type” is missing" in complaint("import_projections", path)


@pytest.mark.usefixtures("_soc_codes")
def test_a_workbook_without_the_tables_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "skills.xlsx", {"Table 6.1": table(OUTLOOK)})

    assert "has neither Table 1.2 nor Table 5.3" in complaint("import_projections", path)


@pytest.mark.usefixtures("_soc_codes")
def test_a_load_keeps_editions_apart_and_the_same_again_changes_nothing(tmp_path: Path) -> None:
    run("import_projections", OUTLOOK, ATTAINMENT)

    output = run("import_projections", OUTLOOK, ATTAINMENT)

    assert output.count("Created 0, changed 0, unchanged") == 2
    release = Release.objects.get(source="ep-occupations")
    assert (release.edition, release.reference_period, release.top_code_annual) == (
        "2024–34",
        "2024–34",
        239_200,
    )
    assert Projection.objects.get(soc="29-2072").annual_openings == 14_200
    assert Attainment.objects.get(soc="29-2072", rank=3).percent == Decimal("30.6")


@pytest.mark.usefixtures("_soc_codes")
def test_assignments_that_differ_are_noted_and_not_loaded(tmp_path: Path) -> None:
    names = ("2024 National Employment Matrix title", "2024 National Employment Matrix code")
    terms = [name for name in table(OUTLOOK)[0] if name.startswith(("Typical", "Work exp"))]
    rows = [{name: row[name] for name in (*names, *terms)} for row in table(OUTLOOK)]
    rows[-2][terms[0]] = "Associate's degree"
    run("import_projections", OUTLOOK)

    path = write_workbook(tmp_path / "education.xlsx", {"Table 5.3": table(ATTAINMENT), "Table 5.4": rows})
    output = run("import_projections", path)

    assert "Table 5.4 differs from the loaded Table 1.2 in 1 codes: 29-2072." in output
    assert Projection.objects.get(soc="29-2072").entry_education == "Postsecondary nondegree award"
