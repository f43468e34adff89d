"""Loading a folder of O*NET 30.1: what is in the database afterwards."""

from decimal import Decimal
from pathlib import Path

import pytest

from careers.models import (
    Address,
    Domain,
    EducationShare,
    Element,
    InterestProfile,
    JobZone,
    Occupation,
    OtherTitle,
    Rating,
    RelatedOccupation,
    Release,
    Task,
    TechnologyUse,
)
from tests.careers.importers.running import run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _loaded(soc_codes: None, onet: Path) -> None:
    run("import_onet", onet, "--table-edition", "Skills=30.0")


def test_occupations_have_the_title_and_the_code_they_belong_to() -> None:
    chief = Occupation.objects.get(code="11-1011.03")

    assert (chief.title, chief.soc_id) == ("Chief Sustainability Officers", "11-1011")
    assert chief.description == "Made up for tests: what chief sustainability officers do."
    assert not chief.is_vanished


def test_each_occupation_gets_the_address_made_from_its_title() -> None:
    assert set(Address.objects.values_list("slug", "occupation_id")) == {
        ("chief-executives", "11-1011.00"),
        ("chief-sustainability-officers", "11-1011.03"),
        ("software-developers", "15-1252.00"),
        ("medical-records-specialists", "29-2072.00"),
        ("special-forces", "55-3018.00"),
    }


def test_importance_and_level_are_one_rating() -> None:
    rating = Rating.objects.get(occupation="11-1011.00", element__name="Reading Comprehension")

    assert (rating.importance, rating.level) == (Decimal("4.12"), Decimal("4.62"))
    assert (rating.rated_on, rating.rated_by) == ("2023-08", "Analyst")
    assert rating.release.edition == "30.0"


def test_what_the_agency_advises_against_is_marked_on_the_scale_it_names() -> None:
    rating = Rating.objects.get(occupation="11-1011.00", element__name="Food Production")

    assert not rating.is_importance_suppressed
    assert rating.is_level_suppressed
    assert rating.is_not_relevant


def test_a_flag_the_agency_did_not_set_is_no() -> None:
    rating = Rating.objects.get(occupation="11-1011.03", element__name="Administrative")

    assert not rating.is_importance_suppressed
    assert not rating.is_level_suppressed
    assert not rating.is_not_relevant


def test_work_styles_have_impact_and_distinctiveness() -> None:
    rating = Rating.objects.get(occupation="11-1011.00", element__name="Innovation")

    assert rating.element.domain == Domain.WORK_STYLES
    assert (rating.importance, rating.level) == (Decimal("2.30"), Decimal("7.00"))


def test_elements_carry_their_meaning() -> None:
    element = Element.objects.get(domain=Domain.SKILLS, name="Reading Comprehension")

    assert element.slug == "reading-comprehension"
    assert element.element_id == "2.A.1.a"
    assert element.meaning.startswith("Understanding what you read at work")


def test_a_high_point_of_zero_adds_no_letter() -> None:
    profile = InterestProfile.objects.get(occupation="29-2072.00")

    assert profile.code == "CI"
    assert (profile.conventional, profile.artistic) == (Decimal("6.97"), Decimal("1.00"))


def test_job_zones_of_30_1_are_the_five_of_old() -> None:
    assert JobZone.objects.get(occupation="15-1252.00").zone == "4"


def test_education_shares_carry_the_name_of_their_category_only() -> None:
    shares = EducationShare.objects.filter(occupation="11-1011.00", scale="RL").order_by("category")

    assert [(share.category, share.label) for share in shares][:4] == [
        (1, "Less than a High School Diploma"),
        (2, "High School Diploma"),
        (3, "Post-Secondary Certificate"),
        (4, "Some College Courses"),
    ]
    assert shares[1].percent == Decimal("4.46")


def test_importance_of_certificates_is_not_taken_for_a_share() -> None:
    assert not EducationShare.objects.filter(scale="IM").exists()


def test_alternate_and_reported_titles_are_told_apart() -> None:
    titles = OtherTitle.objects.filter(occupation="11-1011.00")

    short = titles.get(title="Business Development Executive (BD Executive)")
    assert (short.kind, short.short_title) == (OtherTitle.Kind.ALTERNATE, "BD Executive")
    assert titles.get(title="Agency Owner").short_title == ""
    reported = titles.get(title="Chief Diversity Officer (CDO)", kind=OtherTitle.Kind.REPORTED)
    assert reported.is_shown_in_my_next_move is False


def test_tasks_keep_their_kind() -> None:
    task = Task.objects.get(task_id=8823)

    assert (task.occupation_id, task.text, task.kind) == ("11-1011.00", "Made-up task 8823.", "Core")


def test_technology_keeps_the_agencys_marks() -> None:
    use = TechnologyUse.objects.get(occupation="11-1011.00", example="Adobe Acrobat")

    assert (use.category, use.category_code) == ("Document management software", "43232202")
    assert use.is_hot
    assert not use.is_in_demand


def test_related_occupations_are_ranked() -> None:
    link = RelatedOccupation.objects.get(occupation="11-1011.00")

    assert (link.related_id, link.tier, link.rank) == ("11-1011.03", "Primary-Long", 10)


def test_release_says_what_it_is_and_whom_to_credit(onet: Path) -> None:
    release = Release.objects.get(source="onet-occupations")

    assert (release.edition, release.published_on) == ("30.1", "2025-12")
    assert release.license == "CC BY 4.0"
    assert release.credit_line.startswith("O*NET 30.1 Database by the U.S. Department of Labor")
    assert (release.file_name, release.row_count) == ("Occupation Data.txt", 5)
    assert len(release.checksum) == 64


def test_a_second_load_changes_nothing(onet: Path) -> None:
    before = list(Release.objects.order_by("pk").values())

    report = run("import_onet", onet, "--table-edition", "Skills=30.0")

    tables = [line for line in report.splitlines() if "rows. Created" in line]
    assert len(tables) == 13
    assert all("Created 0, changed 0, unchanged" in line and "vanished 0" in line for line in tables)
    assert list(Release.objects.order_by("pk").values()) == before


def test_the_report_names_the_tables_that_are_not_there(onet: Path) -> None:
    (onet / "Job Zones.txt").unlink()

    report = run("import_onet", onet)

    assert "Not in the folder, so not loaded: Job Zones." in report
    assert "Not in the folder, so not loaded: Task Ratings." in report
