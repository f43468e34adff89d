"""What must be so about a career's working copy."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from careers.editorial.fields import LinesFormField
from careers.editorial.models import Career, Certification, Organization
from careers.editorial.models.working_copy import split_keys, validate_source_keys
from tests.careers.editing import make_career, short
from tests.careers.making import make_sheet, save_sheet

pytestmark = pytest.mark.django_db


def test_one_career_stands_at_an_occupations_address() -> None:
    career = make_career()

    with pytest.raises(ValidationError, match="Another text stands at this occupation's address"):
        Career(occupation=career.occupation, title="Other", slug="other").full_clean()


def test_careers_that_share_an_occupation_have_keys_of_their_own() -> None:
    keeper = make_career()
    own = Career.objects.create(
        occupation=keeper.occupation, owns_address=True, title="Lamplighter", slug="lamplighter"
    )

    own.slug = "lamp-lighter"
    own.save()

    assert (keeper.key, own.key) == ("99-1234.00", "lamplighter")


def test_whose_address_it_is_cannot_be_changed_later() -> None:
    career = make_career()
    career.owns_address = True

    with pytest.raises(ValidationError, match="cannot be changed any more"):
        career.full_clean()
    with pytest.raises(IntegrityError, match="career_keeps_its_address"), transaction.atomic():
        career.save()


def test_occupation_of_a_career_at_its_address_cannot_be_changed_later() -> None:
    career = make_career()
    career.occupation = save_sheet(make_sheet("Bell Ringers", onet="99-5678.00")).occupation

    with pytest.raises(ValidationError, match="cannot be changed any more"):
        career.full_clean()
    with pytest.raises(IntegrityError, match="career_keeps_its_address"), transaction.atomic():
        career.save()


def test_career_as_it_was_saved_is_clean() -> None:
    make_career(short(overview="By the river.")).full_clean()


@pytest.mark.parametrize("slug", ["Upper", "two--hyphens", "under_score", "-first"])
def test_slug_is_lower_case_words_with_hyphens(slug: str) -> None:
    career = make_career()
    career.slug = slug

    with pytest.raises(ValidationError, match="Small letters and digits"):
        career.full_clean()


def test_fee_needs_the_day_it_was_looked_up() -> None:
    issuer = Organization.objects.create(key="guild", name="Guild")

    with pytest.raises(IntegrityError, match="exam_fee_has_its_date"), transaction.atomic():
        Certification.objects.create(key="clk", name="CLK", issuer=issuer, exam_fee=200)


def test_lines_are_entries_without_space_around_them() -> None:
    field = LinesFormField(required=False)

    assert field.clean("  Harbors \n\n Light   ships\r\n") == ["Harbors", "Light ships"]
    assert field.prepare_value(["Harbors", "Light ships"]) == "Harbors\nLight ships"
    assert not field.has_changed(["Harbors"], "Harbors\n")
    assert field.has_changed(["Harbors", "Light ships"], "Light ships\nHarbors")


def test_text_area_of_a_list_is_what_the_desk_shows() -> None:
    field = Career._meta.get_field("settings").formfield()

    assert isinstance(field, LinesFormField)
    assert field.label == "Settings"
    assert "one to a line" in str(field.help_text)


def test_names_of_sources_are_read_between_commas() -> None:
    assert split_keys("bls-oews, guild ,") == ["bls-oews", "guild"]
    with pytest.raises(ValidationError, match="“Big One” is not a source's short name"):
        validate_source_keys("guild, Big One")
