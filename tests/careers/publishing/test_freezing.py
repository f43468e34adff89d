"""A working copy and its document say the same."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from PIL import Image
from pydantic import ValidationError
from pytest_django import DjangoAssertNumQueries

from careers.documents.profile import Profile
from careers.editorial.models import Career, CareerSource, Certification, Guide, Organization
from careers.publishing.freezing import freeze_career, freeze_guide
from careers.publishing.thawing import thaw_career
from tests.careers.editing import full_profile, make_career, short

pytestmark = pytest.mark.django_db


def test_every_part_comes_back_from_the_working_copy_as_it_went_in() -> None:
    profile = full_profile()

    career = make_career(profile)

    assert freeze_career(career) == profile


def test_full_profile_of_the_tests_leaves_no_part_empty() -> None:
    empty = [name for name, value in full_profile() if not value and name != "owns_address"]

    assert empty == []


def test_rows_keep_the_editors_order() -> None:
    career = make_career(short(other_titles=["C", "A", "B"], likes=["z", "a"]))
    career.duties.create(verb="Light", rest="them.", position=1)
    career.duties.filter(verb="Trim").update(position=2)

    frozen = freeze_career(career)

    assert [duty.verb for duty in frozen.duties] == ["Light", "Trim"]
    assert frozen.other_titles == ["C", "A", "B"]


def test_thawing_some_fields_leaves_the_others_alone() -> None:
    career = make_career(short(overview="By the river."))
    other = short(summary="Another line.", overview="Elsewhere.", duties=[{"verb": "Row", "rest": "home."}])

    thaw_career(career=career, profile=other, fields=["duties"])

    frozen = freeze_career(career)
    assert [duty.sentence for duty in frozen.duties] == ["Row home."]
    assert frozen.overview == "By the river."
    assert frozen.summary != "Another line."


def test_thawing_leaves_a_shared_record_as_the_desk_has_it() -> None:
    career = make_career(full_profile())
    Organization.objects.filter(key="guild").update(phone="207-555-0199")

    thaw_career(career=career, profile=full_profile())

    assert freeze_career(career).associations[0].phone == "207-555-0199"


def test_shared_record_that_is_gone_is_made_again_from_the_document() -> None:
    profile = full_profile()
    career = make_career(profile)
    thaw_career(career=career, profile=short())
    Career.objects.get(pk=career.pk).associations.all().delete()
    career.certifications.all().delete()
    Certification.objects.all().delete()
    Organization.objects.all().delete()

    thaw_career(career=career, profile=profile)

    assert freeze_career(career) == profile


def test_fact_that_names_an_unknown_source_cannot_be_frozen_but_can_be_previewed() -> None:
    career = make_career(full_profile())
    CareerSource.objects.all().delete()

    with pytest.raises(ValidationError, match="there is no source called 'guild-survey'"):
        freeze_career(career)

    assert freeze_career(career, is_lenient=True).pay_notes[0].sources == []


def test_empty_title_of_a_related_career_is_that_of_its_page() -> None:
    career = make_career(short(related=[{"slug": "lantern-keepers", "title": "x"}]))
    career.related.update(title="")

    frozen = freeze_career(career)

    assert frozen.related[0].title == "Lantern Keepers"


def test_editor_is_named_by_byline_or_by_account() -> None:
    career = make_career()
    career.editor = User.objects.create_user("ada", first_name="Ada", last_name="Quill")
    career.save()

    by_account = freeze_career(career).editor
    career.byline = "The keepers' desk"
    career.save()

    assert by_account == "Ada Quill"
    assert freeze_career(career).editor == "The keepers' desk"


def test_freezing_reads_each_table_once(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    career = make_career(full_profile())

    with django_assert_max_num_queries(32):
        freeze_career(career)


def test_uploaded_picture_is_measured() -> None:
    file = io.BytesIO()
    Image.new("RGB", (30, 20)).save(file, "PNG")
    career = make_career()
    career.picture_file = ContentFile(file.getvalue(), name="quay.png")  # as forms do
    career.picture_alt = "A lamp."
    career.save()

    picture = freeze_career(career).picture

    assert picture is not None
    assert (picture.width, picture.height) == (30, 20)
    assert picture.file.startswith("pictures/quay")


def test_guide_is_cleaned_and_names_only_careers_with_a_page() -> None:
    career = make_career()
    guide = Guide.objects.create(
        title="Reading pay",
        slug="reading-pay",
        summary="What a median is.",
        body='<h2 onclick="x()">Median</h2><script>x()</script><p>Half <a href="javascript:x">less</a>.</p>',
    )
    guide.careers.add(career)

    frozen = freeze_guide(guide)

    assert frozen.body == '<h2>Median</h2><p>Half <a rel="noopener">less</a>.</p>'
    assert [career.slug for career in frozen.careers] == ["lantern-keepers"]


def test_two_sources_with_one_key_are_refused() -> None:
    entry = {"key": "a", "title": "t", "publisher": "p"}

    with pytest.raises(ValidationError, match="same key: a"):
        short(sources=[entry, entry])


def test_route_must_name_a_certification_of_the_profile() -> None:
    with pytest.raises(ValidationError, match="names 'xyz'"):
        short(routes=[{"kind": "college", "title": "Certificate", "credentials": ["xyz"]}])


def test_document_of_an_older_portal_without_a_newer_field_still_reads() -> None:
    document = short().model_dump(mode="json")
    del document["in_short"]

    assert Profile.model_validate(document).in_short == ""
