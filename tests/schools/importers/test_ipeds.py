"""Loading the directory and completions."""

import re
from pathlib import Path

import pytest
from django.db.models import Sum

from careers.models import Release
from schools.models import Listing, Program, School, SchoolTotal
from tests.careers.importers.running import complaint, replace_in, run

pytestmark = pytest.mark.django_db
COLUMBUS_STATE = 202222


@pytest.fixture(autouse=True)
def _programs(files: Path) -> None:
    run("import_crosswalk", files / "CIPCode2020.csv")


def load(files: Path, *names: str, **options: str) -> str:
    return run("import_ipeds", *(files / name for name in names or ("hd2024.csv",)))


def test_a_school_is_as_the_directory_has_it(files: Path) -> None:
    load(files)

    school = School.objects.get(pk=COLUMBUS_STATE)
    assert (school.name, school.city, school.state, school.zip_code) == (
        "Columbus State Community College",
        "Columbus",
        "OH",
        "43215",
    )
    assert school.control == School.Control.PUBLIC
    assert school.website.startswith("https://www.cscc.edu")
    assert school.release.reference_period == "2023–24"


def test_loading_twice_changes_nothing(files: Path) -> None:
    load(files, "hd2024.csv", "c2024_a.csv")
    slugs = dict(School.objects.values_list("pk", "slug"))

    report = load(files, "hd2024.csv", "c2024_a.csv")

    assert re.findall(r"Created (\d+), changed (\d+)", report) == [("0", "0")] * 3
    assert dict(School.objects.values_list("pk", "slug")) == slugs


def test_a_dry_run_changes_nothing(files: Path) -> None:
    report = run("import_ipeds", files / "hd2024.csv", "--dry-run")

    assert "Created 22" in report
    assert not School.objects.exists()


@pytest.mark.parametrize(
    ("unitid", "status", "closed_on", "merged_into"),
    [
        pytest.param(COLUMBUS_STATE, "open", "", None, id="open"),
        pytest.param(100937, "closed", "2024-07-31", None, id="closed on a day"),
        pytest.param(192004, "closed", "2024", None, id="closed within the year, still counted as active"),
        pytest.param(131098, "merged", "2024", 130934, id="merged"),
        pytest.param(500139, "part", "", 243780, id="reported with its parent"),
    ],
)
def test_what_became_of_a_school(
    files: Path, unitid: int, status: str, closed_on: str, merged_into: int | None
) -> None:
    load(files)

    school = School.objects.get(pk=unitid)
    assert (school.status, school.closed_on, school.merged_into) == (status, closed_on, merged_into)
    assert Listing.objects.get(pk=unitid).is_listed == (status == "open")


def test_an_office_is_not_listed(files: Path) -> None:
    load(files)

    assert not Listing.objects.get(school__name="University of Alabama System Office").is_listed


def test_namesakes_get_their_city_and_then_their_number(files: Path) -> None:
    load(files)

    slugs = dict(School.objects.values_list("pk", "slug"))
    assert slugs[COLUMBUS_STATE] == "columbus-state-community-college"
    assert slugs[455983] == "columbia-college-vienna"
    assert slugs[177065] == "columbia-college-columbia-177065"
    assert slugs[104708] == "glendale-community-college-glendale-104708"


def test_a_slug_outlives_the_arrival_of_a_namesake(files: Path) -> None:
    load(files)
    lines = (files / "hd2024.csv").read_text(encoding="utf-8-sig").splitlines()
    namesake = next(line for line in lines if line.startswith("202222")).replace("202222", "999999", 1)
    (files / "hd2025.csv").write_text("\n".join([*lines, namesake, ""]), encoding="utf-8-sig")

    load(files, "hd2025.csv")

    assert School.objects.get(pk=COLUMBUS_STATE).slug == "columbus-state-community-college"
    assert School.objects.get(pk=999999).slug == "columbus-state-community-college-columbus"


def test_a_school_that_the_newest_directory_dropped_is_not_listed(files: Path) -> None:
    load(files)
    lines = (files / "hd2024.csv").read_text(encoding="utf-8-sig").splitlines()
    rest = [line for line in lines if not line.startswith("202222")]
    (files / "hd2025.csv").write_text("\n".join([*rest, ""]), encoding="utf-8-sig")

    load(files, "hd2025.csv")

    assert School.objects.filter(pk=COLUMBUS_STATE).exists()
    assert not Listing.objects.get(pk=COLUMBUS_STATE).is_listed


def test_an_older_directory_changes_no_school(files: Path) -> None:
    load(files)
    text = (files / "hd2024.csv").read_text(encoding="utf-8-sig")
    older = text.replace("Columbus State Community College", "Université de Columbus")
    (files / "hd2021.csv").write_text(older, encoding="latin-1")

    load(files, "hd2021.csv")

    assert School.objects.get(pk=COLUMBUS_STATE).name == "Columbus State Community College"
    assert Listing.objects.get(pk=COLUMBUS_STATE).is_listed


def test_an_old_directory_in_latin_letters_is_read(files: Path) -> None:
    text = (
        (files / "hd2024.csv")
        .read_text(encoding="utf-8-sig")
        .replace("Franklin University", "Colegio Bayamón")
    )
    (files / "hd2021.csv").write_text(text, encoding="latin-1")

    load(files, "hd2021.csv")

    assert School.objects.get(pk=202806).name == "Colegio Bayamón"


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_completions_are_the_agencys(files: Path, year: str) -> None:
    load(files, "hd2024.csv", "c2024_a.csv", "c2023_a.csv")

    release = Release.objects.get(source="ipeds-completions", edition=year)
    totals = SchoolTotal.objects.filter(release=release, school=455983).values_list(
        "award_level", "completions"
    )
    programs = Program.objects.filter(release=release, school=455983).values("award_level")
    summed = programs.annotate(total=Sum("completions")).values_list("award_level", "total")
    assert totals
    assert dict(totals) == dict(summed)


def test_second_majors_are_not_counted_again(files: Path) -> None:
    with (files / "c2024_a.csv").open("a") as stream:
        stream.write("202222,51.0713,2,21,99,9,90\n")

    load(files, "hd2024.csv", "c2024_a.csv")

    programs = Program.objects.filter(school=COLUMBUS_STATE, cip="51.0713", completions=99)
    assert not programs.exists()


def test_a_level_and_its_parts_are_not_counted_twice(files: Path) -> None:
    path = files / "c2020_a.csv"
    path.write_text(
        "UNITID,CIPCODE,MAJORNUM,AWLEVEL,CTOTALT\n"
        "202222,51.0713,1,1,30\n202222,51.0713,1,20,10\n202222,51.0713,1,21,20\n202222,51.0707,1,1,7\n"
    )

    load(files, "hd2024.csv", "c2020_a.csv")

    programs = Program.objects.filter(school=COLUMBUS_STATE).values_list("cip", "award_level", "completions")
    assert set(programs) == {("51.0713", 20, 10), ("51.0713", 21, 20), ("51.0707", 1, 7)}


def test_a_file_that_lacks_programs_is_told(files: Path) -> None:
    report = load(files, "hd2024.csv", "c2024_a.csv")

    assert re.search(r"at \d+ schools the programs do not add up to the agency's total", report)


def test_two_years_stand_side_by_side(files: Path) -> None:
    load(files, "hd2024.csv", "c2024_a.csv", "c2023_a.csv")

    programs = Program.objects.filter(school=COLUMBUS_STATE, cip="51.0713").values_list(
        "release__edition", flat=True
    )
    assert set(programs) == {"2023", "2024"}


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        pytest.param(
            "hd2024.csv", "INSTNM", "NAME", r"its columns .* are not those of a file", id="other file"
        ),
        pytest.param("hd2024.csv", "LATITUDE", "LAT", "LATITUDE is missing", id="missing column"),
        pytest.param(
            "hd2024.csv", "39.968", "99.968", "line 2.*LATITUDE.*not between -90 and 90", id="off the earth"
        ),
        pytest.param(
            "c2024_a.csv", ",51.0713,1,", ",51.713,1,", "not a CIP code like 51.0713", id="eaten zeros"
        ),
        pytest.param(
            "c2024_a.csv", ",51.0713,1,", ",51.0799,1,", "51.0799' is not a known CIP code", id="unknown CIP"
        ),
        pytest.param(
            "c2024_a.csv", "202222,", "999998,", "999998 is not a known school", id="unknown school"
        ),
        pytest.param(
            "c2024_a.csv", ",1,3,", ",1,33,", "33'.*not an award level of IPEDS", id="unknown level"
        ),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(
    files: Path, file: str, old: str, new: str, words: str
) -> None:
    replace_in(files / file, old, new)

    error = complaint("import_ipeds", files / "hd2024.csv", files / "c2024_a.csv")

    assert re.search(words, error, re.DOTALL)
    assert not School.objects.exists()


def test_a_file_without_a_year_is_refused(files: Path) -> None:
    (files / "hd2024.csv").rename(files / "directory.csv")

    assert "--year 2024" in complaint("import_ipeds", files / "directory.csv")


def test_an_archive_is_refused(files: Path) -> None:
    (files / "HD2024.zip").write_bytes(b"PK\x03\x04 and so on")

    assert "Unpack it" in complaint("import_ipeds", files / "HD2024.zip")


def test_charges_and_characteristics_are_read_from_their_layouts(files: Path) -> None:
    """The rows are made up in the layout of IC and IC_AY."""
    (files / "ic2023_ay.csv").write_text(
        "UNITID,CHG1AY3,CHG2AY3,CHG3AY3\n202222,4100,5200,.\n204796,-2,-2,-2\n"
    )
    (files / "ic2023.csv").write_text("UNITID,DISTNCED,OPENADMP\n202222,2,1\n204796,1,2\n")

    load(files, "hd2024.csv", "ic2023_ay.csv", "ic2023.csv")

    listing = Listing.objects.get(pk=COLUMBUS_STATE)
    assert (listing.tuition, listing.is_online_only) == (5200, False)
    assert Listing.objects.get(pk=204796).tuition is None
    assert Listing.objects.get(pk=204796).is_online_only
