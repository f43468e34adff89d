"""What the database refuses: each named constraint of each model is broken once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models
from django.utils import timezone

from careers.editorial import models as editorial
from careers.models import (
    Address,
    Attainment,
    BrightOutlook,
    Cluster,
    ClusterMember,
    ContentVersion,
    EducationShare,
    Element,
    Industry,
    InterestProfile,
    JobZone,
    KnownEdition,
    Notice,
    Occupation,
    OtherTitle,
    PageViewCount,
    Projection,
    Rating,
    RelatedOccupation,
    Release,
    Synonym,
    Task,
    TaskRating,
    TechnologyUse,
    Version,
    Wage,
)
from careers.models.content import LoadedManifest
from schools.editorial.models import Placement
from schools.models import CipChange, CipSoc, FieldResult, Program, School, SchoolFigures, SchoolTotal
from schools.placement import Kind
from tests.smallest import again, smallest

pytestmark = pytest.mark.django_db

APPS = ("careers", "editorial", "schools", "placements")
NOW = timezone.now()
DAY = timedelta(days=1)
#: Two slugs whose short codes are the same.
SAME_CODE = ("keeper-36807", "keeper-49618")

Make = Callable[[], object]


def twice(model: type[models.Model], **values: object) -> Make:
    """Two rows that say the same."""
    return lambda: again(smallest(model, **values))


def one(model: type[models.Model], **values: object) -> Make:
    return lambda: smallest(model, **values)


def address_twice(**values: object) -> None:
    """Two current addresses, whose slugs differ, of one owner."""
    again(smallest(Address, slug="keepers", **values), slug="ringers")


def career_twice() -> None:
    """Two careers at one occupation's address, without the check that would refuse the second's key first."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"ALTER TABLE {editorial.Career._meta.db_table} DROP CONSTRAINT career_keeps_its_address"
        )
    again(smallest_career(), key="another", slug="another")


def smallest_career(**values: object) -> models.Model:
    occupation = smallest(Occupation)
    return smallest(editorial.Career, **{"occupation": occupation, "key": occupation.pk, **values})


def element_twice(**values: object) -> None:
    """Two elements of one domain that differ in ``values`` alone."""
    again(smallest(Element, domain="skills", name="Climbing", slug="climbing"), element_id="2", **values)


def source_twice() -> None:
    again(smallest(editorial.CareerSource, career=smallest_career()))


BROKEN: list[tuple[Make, str]] = [
    (one(ContentVersion, pk=2), "only_one_content_version"),
    (one(LoadedManifest, pk=2), "only_one_loaded_manifest"),
    (twice(Release), "one_release_per_source_and_edition"),
    (twice(KnownEdition), "one_row_per_known_edition"),
    (twice(OtherTitle), "one_row_per_other_title"),
    (twice(Task), "one_row_per_task"),
    (twice(TaskRating), "one_row_per_task_rating"),
    (twice(RelatedOccupation), "one_row_per_related_occupation"),
    (twice(TechnologyUse), "one_row_per_technology_use"),
    (twice(BrightOutlook), "one_row_per_bright_outlook"),
    (twice(Cluster), "one_cluster_per_framework_and_slug"),
    (twice(ClusterMember), "one_row_per_cluster_member"),
    (
        lambda: address_twice(occupation=smallest(Occupation), is_current=True),
        "one_current_address_per_occupation",
    ),
    (lambda: address_twice(career_key="keepers", is_current=True), "one_current_address_per_career"),
    (one(Address, slug="keepers", occupation=None, career_key=""), "address_has_one_owner"),
    (
        lambda: [smallest(Address, slug=slug, career_key=slug) for slug in SAME_CODE],
        "one_address_per_short_code",
    ),
    (twice(Industry), "one_industry_per_code_and_level"),
    (twice(Wage), "one_wage_row_per_cell"),
    (twice(Projection), "one_projection_per_code"),
    (twice(Attainment), "one_row_per_attainment"),
    (one(Notice, starts_at=NOW, ends_at=NOW - DAY), "notice_ends_after_it_starts"),
    (one(Notice, link_address="https://fair.example/"), "notice_has_a_whole_link_or_none"),
    (lambda: element_twice(slug="climbing-2"), "one_element_per_domain_and_name"),
    (lambda: element_twice(name="Climbing up"), "one_element_per_domain_and_slug"),
    (twice(Rating), "one_rating_per_element"),
    (twice(InterestProfile), "one_interest_profile_per_occupation"),
    (twice(JobZone), "one_job_zone_per_occupation"),
    (twice(EducationShare), "one_row_per_education_share"),
    (twice(Version), "one_version_per_number"),
    (one(Version, number=0), "version_numbers_start_at_one"),
    (
        one(Version, publish_at=NOW, withdraw_at=NOW - DAY),
        "version_is_withdrawn_after_it_is_published",
    ),
    (twice(PageViewCount), "one_reading_per_day_and_slug"),
    (twice(Synonym), "one_synonym_per_words_and_meaning"),
    (one(Synonym, weight=1.5), "synonym_weighs_at_most_one"),
    (career_twice, "one_career_at_an_occupations_address"),
    (lambda: smallest_career(key="another"), "career_keeps_its_address"),
    (one(editorial.Certification, exam_fee=200), "exam_fee_has_its_date"),
    (source_twice, "one_source_per_short_name"),
    (twice(editorial.GuideSource), "one_guide_source_per_short_name"),
    (twice(editorial.SavedCopy), "one_saved_copy_per_save"),
    (twice(CipChange), "one_row_per_change_of_cip"),
    (twice(CipSoc), "one_link_per_cip_and_soc"),
    (one(School, latitude=91, longitude=0), "school_is_somewhere_on_earth"),
    (one(School, status="merged"), "merged_school_says_into_which"),
    (twice(SchoolFigures), "one_row_of_figures_per_school"),
    (one(SchoolFigures, admission_rate=1.5), "school_rates_are_shares"),
    (twice(FieldResult), "one_result_per_field_and_credential"),
    (twice(Program), "one_program_per_school_cip_and_level"),
    (twice(SchoolTotal), "one_total_per_school_and_level"),
    (
        one(Placement, kind=Kind.PAID, paid_by="A trust", starts_at=NOW, ends_at=NOW - DAY),
        "placement_ends_after_it_starts",
    ),
    (
        one(Placement, kind=Kind.PAID, paid_by="", starts_at=NOW, ends_at=NOW + DAY),
        "paid_placement_says_who_pays",
    ),
    (
        one(Placement, kind=Kind.CHOSEN, reason="", starts_at=NOW, ends_at=NOW + DAY),
        "editors_choice_says_why",
    ),
]


@pytest.mark.parametrize(("make", "constraint"), BROKEN, ids=[constraint for _make, constraint in BROKEN])
def test_row_that_breaks_a_constraint_is_refused(make: Make, constraint: str) -> None:
    with pytest.raises(IntegrityError) as refusal:
        make()

    assert refusal.value.__cause__.diag.constraint_name == constraint  # type: ignore[union-attr]


def test_every_named_constraint_is_broken_here() -> None:
    named = {
        constraint.name
        for label in APPS
        for model in apps.get_app_config(label).get_models()
        for constraint in model._meta.constraints
    }

    assert named == {constraint for _make, constraint in BROKEN}
