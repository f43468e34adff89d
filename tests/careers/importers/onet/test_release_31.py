"""Loading the layout of O*NET 30.3 and 31.0, and what releases before 30.0 had."""

from decimal import Decimal
from pathlib import Path

import pytest

from careers.models import (
    Domain,
    EducationShare,
    InterestProfile,
    JobZone,
    OtherTitle,
    Rating,
    Release,
    TaskRating,
    TechnologyUse,
)
from tests.careers.importers.running import complaint, replace_in, run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("soc_codes")]


def test_essential_and_transferable_skills_are_the_skills(onet_31: Path) -> None:
    run("import_onet", onet_31)

    ratings = Rating.objects.filter(occupation="11-1011.00", element__domain=Domain.SKILLS)
    assert set(ratings.values_list("element__name", "importance")) == {
        ("Reading Comprehension", Decimal("4.12")),
        ("Social Perceptiveness", Decimal("4.12")),
        ("Installation", Decimal("1.00")),
        ("Judgment and Decision Making", Decimal("4.75")),
    }
    assert (
        Release.objects.get(source="onet-skills").file_name == "Essential Skills.txt, Transferable Skills.txt"
    )


def test_half_of_the_skills_is_refused(onet_31: Path) -> None:
    (onet_31 / "Essential Skills.txt").unlink()

    assert "belong together, but only Transferable Skills.txt is in" in complaint("import_onet", onet_31)


def test_renamed_tables_are_found(onet_31: Path) -> None:
    run("import_onet", onet_31)

    use = TechnologyUse.objects.get()
    assert (use.example, use.category_code) == ("Adobe Acrobat", "2.F.1.a.12.b.103")
    assert InterestProfile.objects.get().code == "EC"
    assert OtherTitle.objects.get().title == "Agency Owner"  # which two collections have


def test_zone_2_is_called_1_2_since_the_lowest_zones_were_joined(onet_31: Path) -> None:
    run("import_onet", onet_31)

    assert JobZone.objects.get(occupation="11-2011.00").zone == "1-2"


def test_education_is_read_from_both_of_its_tables(onet_31: Path) -> None:
    run("import_onet", onet_31)

    shares = EducationShare.objects.filter(occupation="11-1011.00")
    assert set(shares.values_list("scale", "category", "label", "is_suppressed")) == {
        ("RL", 6, "Bachelor's Degree", False),
        ("RQ", 6, "", False),
        ("RQ", 10, "Doctor's Degree - Professional Practice", True),
        ("RW", 1, "None", False),
        ("RW", 11, "Over 10 years", False),
        ("PT", 9, "", True),
        ("OJ", 1, "", False),
    }


def test_tasks_have_importance_and_relevance_where_they_are_rated(onet_31: Path) -> None:
    run("import_onet", onet_31)

    rating = TaskRating.objects.get()
    assert (rating.task_id, rating.importance, rating.relevance) == (8823, Decimal("4.52"), Decimal("74.44"))


def test_work_styles_before_30_0_were_rated_for_importance(onet_31: Path) -> None:
    names = ["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value", "N"]
    header = "\t".join([*names, "Recommend Suppress", "Date", "Domain Source"])
    row = "11-1011.00\t1.C.1.a\tAchievement/Effort\tIM\t4.46\t28\tY\t08/2023\tIncumbent"
    (onet_31 / "Work Styles.txt").write_text(f"{header}\n{row}\n")

    run("import_onet", onet_31, "--edition", "29.3")

    rating = Rating.objects.get(element__domain=Domain.WORK_STYLES)
    assert (rating.importance, rating.level) == (Decimal("4.46"), None)
    assert rating.is_importance_suppressed
    assert Release.objects.get(source="onet-work-styles").published_on == ""


def test_tasks_and_descriptions_may_be_missing(onet_31: Path) -> None:
    (onet_31 / "Task Statements.txt").unlink()
    path = onet_31 / "Occupation Data.txt"
    path.write_text("".join(f"{line.rpartition(chr(9))[0]}\n" for line in path.read_text().splitlines()))

    report = run("import_onet", onet_31)

    assert "Not in the folder, so not loaded: Task Statements." in report
    assert "O*NET occupations, 31.0 (Occupation Data.txt): 3 rows. Created 3" in report


def test_a_task_rated_twice_on_one_scale_is_refused(onet_31: Path) -> None:
    replace_in(onet_31 / "Task Ratings.txt", "\tRT\t", "\tIM\t")

    assert "Task Ratings.txt, line 10: column Data Value, value '74.44'" in complaint("import_onet", onet_31)
