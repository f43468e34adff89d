"""What sheets say the work asks for, and what they link to: the order, and what is left out."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from careers.documents.sheet import Sheet
from careers.models import (
    Element,
    Occupation,
    OtherTitle,
    Rating,
    RelatedOccupation,
    Release,
    Task,
    TaskRating,
    TechnologyUse,
)
from careers.sheets.build import rebuild_sheets
from tests.careers.sheets.conftest import load_occupations, sheet_of

pytestmark = pytest.mark.django_db
RECORDS = "29-2072.00"


@pytest.fixture(autouse=True)
def _occupations(db: None, tmp_path: Path) -> None:
    load_occupations(tmp_path)


def release(source: str, edition: str = "30.1") -> Release:
    return Release.objects.create(source=source, edition=edition, loaded_at=timezone.now())


def rate(of: Release, name: str, importance: float | None, domain: str = "skills", **values: Any) -> None:
    slug = name.lower().replace(" ", "-")
    element, _ = Element.objects.get_or_create(domain=domain, name=name, slug=slug)
    Rating.objects.create(release=of, occupation_id=RECORDS, element=element, importance=importance, **values)


def rebuilt() -> Sheet:
    rebuild_sheets()
    return sheet_of(RECORDS)


def test_the_eight_most_important_are_listed() -> None:
    skills = release("onet-skills")
    for place in range(10):
        rate(skills, f"Skill {place}", 2 + place / 10, level=3, rated_on=f"2023-0{place % 9 + 1}")

    group = rebuilt().skills

    assert group is not None
    assert [item.name for item in group.items] == [f"Skill {place}" for place in range(9, 1, -1)]
    assert group.rated_on == "2023-09"


def test_ratings_that_should_not_be_used_are_left_out() -> None:
    skills = release("onet-skills")
    rate(skills, "Writing", 3, level=2, is_level_suppressed=True)
    rate(skills, "Speaking", 4, is_importance_suppressed=True)
    rate(skills, "Science", 5, is_not_relevant=True)
    rate(skills, "Programming", None)
    rate(skills, "Listening", 4.5, is_vanished=True)

    group = rebuilt().skills

    assert group is not None
    assert [(item.name, item.importance, item.level) for item in group.items] == [("Writing", 3.0, None)]


def test_work_styles_that_set_the_work_apart_come_first() -> None:
    styles = release("onet-work-styles")
    rate(styles, "Dependability", 2.9, "work_styles", level=2)
    rate(styles, "Attention to Detail", 2.5, "work_styles", level=1)
    rate(styles, "Integrity", 2.7, "work_styles", level=0)
    rate(styles, "Humility", 2.8, "work_styles", level=None)
    rate(styles, "Leadership", -1.2, "work_styles", level=0)

    group = rebuilt().work_styles

    assert group is not None
    assert [item.name for item in group.items] == [
        "Attention to Detail",
        "Dependability",
        "Humility",
        "Integrity",
    ]


def test_occupations_without_ratings_say_so_and_point_to_one_with() -> None:
    skills = release("onet-skills")
    rate(skills, "Writing", 3)
    related = release("onet-related")
    RelatedOccupation.objects.create(
        release=related, occupation_id="15-1252.00", related_id=RECORDS, tier="Primary-Short", rank=1
    )

    rebuild_sheets()

    developers = sheet_of("15-1252.00").missing["ratings"]
    assert (developers.reason, developers.nearest_title) == ("no-ratings", "Medical Records Specialists")
    assert sheet_of("55-3018.00").missing["ratings"].reason == "military-ratings"
    assert "ratings" not in sheet_of(RECORDS).missing


def test_titles_that_workers_reported_come_first_without_repeats() -> None:
    reported, alternate = release("onet-reported-titles"), release("onet-alternate-titles")
    for of, kind, title, is_shown in (
        (reported, "reported", "Records Clerk", False),
        (reported, "reported", "Health Information Technician", True),
        (alternate, "alternate", "Coder", None),
        (alternate, "alternate", "records clerk", None),
        (alternate, "alternate", "Medical Records Specialists", None),
    ):
        OtherTitle.objects.create(
            release=of, occupation_id=RECORDS, kind=kind, title=title, is_shown_in_my_next_move=is_shown
        )

    titles = rebuilt().other_titles

    assert titles is not None
    assert titles.titles == ["Health Information Technician", "Records Clerk", "Coder"]
    assert titles.count == 3
    assert titles.releases == ["onet-reported-titles", "onet-alternate-titles"]


def test_software_is_grouped_with_what_employers_ask_for_first() -> None:
    technology = release("onet-technology")
    for category, example, is_hot, is_in_demand in (
        ("Spreadsheet software", "Abacus", False, False),
        ("Spreadsheet software", "Microsoft Excel", True, False),
        ("Medical software", "Epic Systems", True, True),
        ("Medical software", "Allscripts", False, False),
        ("Calendar software", "Diary", False, False),
    ):
        TechnologyUse.objects.create(
            release=technology, occupation_id=RECORDS, category=category, category_code=category[:4],
            example=example, is_hot=is_hot, is_in_demand=is_in_demand,
        )  # fmt: skip

    group = rebuilt().technology

    assert group is not None
    assert [(category.category, category.examples, category.count) for category in group.categories] == [
        ("Medical software", ["Epic Systems", "Allscripts"], 2),
        ("Spreadsheet software", ["Microsoft Excel", "Abacus"], 2),
        ("Calendar software", ["Diary"], 1),
    ]


def test_neighbors_keep_the_agencys_order_without_dropped_ones() -> None:
    related = release("onet-related")
    Occupation.objects.filter(pk="27-2011.00").update(is_vanished=True)
    for rank, (code, tier) in enumerate(
        [("11-1011.00", "Supplemental"), ("27-2011.00", "Primary-Short"), ("15-1252.00", "Primary-Long")]
    ):
        RelatedOccupation.objects.create(
            release=related, occupation_id=RECORDS, related_id=code, tier=tier, rank=rank
        )

    group = rebuilt().related

    assert group is not None
    assert [(career.title, career.slug) for career in group.items] == [
        ("Software Developers", "software-developers"),
        ("Chief Executives", "chief-executives"),
    ]


def test_tasks_are_ordered_by_importance_where_it_is_rated() -> None:
    tasks, ratings = release("onet-tasks"), release("onet-task-ratings")
    for task_id, kind, importance in ((1, "Core", None), (2, "Supplemental", 4.1), (3, "Core", 3.2)):
        Task.objects.create(
            release=tasks, occupation_id=RECORDS, task_id=task_id, text=f"Task {task_id}.", kind=kind
        )
        if importance:
            TaskRating.objects.create(
                release=ratings, occupation_id=RECORDS, task_id=task_id, importance=importance
            )

    group = rebuilt().tasks

    assert group is not None
    assert [line.text for line in group.tasks] == ["Task 2.", "Task 3.", "Task 1."]


def test_only_the_newest_release_of_a_table_is_shown() -> None:
    rate(release("onet-skills", "29.3"), "Writing", 5)
    rate(release("onet-skills", "30.0"), "Speaking", 3)

    sheet = rebuilt()

    assert sheet.skills is not None
    assert [item.name for item in sheet.skills.items] == ["Speaking"]
    assert sheet.releases["onet-skills"].edition == "30.0"
