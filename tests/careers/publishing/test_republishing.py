"""A changed association or fee reaches every career that shows it."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from careers.documents.diff import changed_fields
from careers.editorial.models import Career, Certification, Organization
from careers.models import Version
from careers.publishing.republish import pending_updates, republish_careers
from careers.publishing.working_copies import publish, record_save
from tests.careers.editing import REVIEWER, WRITER, full_profile, make_career, make_person, short

pytestmark = pytest.mark.django_db


@pytest.fixture
def careers() -> list[Career]:
    """One that uses the guild and its certification, and one that doesn't; both published."""
    other = short(
        title="Bell ringer", slug="bell-ringer", owns_address=True, figures_note="Counted together."
    )
    both = [make_career(full_profile()), make_career(other, sheet=False)]
    for career in both:
        publish(copy=career, by="a test")
    return both


def change(phone: str = "207-555-0199") -> Organization:
    guild = Organization.objects.get(key="guild")
    guild.phone = phone
    guild.save()
    return guild


def test_reviewer_sees_what_would_change_and_where(careers: list[Career]) -> None:
    (update,) = pending_updates(change())

    assert update.version.subject_key == careers[0].key
    assert [field.field for chapter in update.changes for field in chapter.fields] == [
        "certifications",
        "associations",
    ]
    assert Version.objects.count() == 2


def test_each_user_gets_a_version_in_which_only_the_record_differs(careers: list[Career]) -> None:
    Certification.objects.filter(key="clk").update(exam_fee=250, fee_on=dt.date(2026, 9, 1))

    (version,) = republish_careers(record=Certification.objects.get(), by=make_person("rita", REVIEWER))

    before = Version.objects.get(subject_key=version.subject_key, number=1)
    assert version.number == 2
    assert changed_fields(before.document, version.document) == ["certifications"]
    assert version.document["certifications"][0]["exam_fee"] == 250
    assert "brought up to date" in version.note


def test_unpublished_changes_of_the_working_copy_stay_unpublished(careers: list[Career]) -> None:
    Career.objects.filter(pk=careers[0].pk).update(overview="Not yet.")
    record_save(copy=Career.objects.get(pk=careers[0].pk), by="ada")

    (version,) = republish_careers(record=change(), by="a test")

    assert version.document["overview"] != "Not yet."
    assert Career.objects.get(pk=careers[0].pk).overview == "Not yet."


def test_scheduled_version_keeps_its_date_and_gets_the_record_too(careers: list[Career]) -> None:
    at = timezone.now() + dt.timedelta(days=1)
    publish(copy=careers[0], by="a test", publish_at=at)

    republish_careers(record=change(), by="a test")

    scheduled = Version.objects.scheduled().get()
    assert scheduled.publish_at == at
    assert scheduled.document["associations"][0]["phone"] == "207-555-0199"


def test_careers_that_the_reviewer_unticked_stay_as_they_are(careers: list[Career]) -> None:
    assert republish_careers(record=change(), by="a test", only=[]) == []


def test_nothing_is_republished_where_nothing_differs(careers: list[Career]) -> None:
    assert republish_careers(record=Organization.objects.get(), by="a test") == []


def test_writer_may_not_republish(careers: list[Career]) -> None:
    with pytest.raises(PermissionDenied):
        republish_careers(record=change(), by=make_person("wes", WRITER))
