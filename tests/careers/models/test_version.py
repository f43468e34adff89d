"""What visitors read at a moment, and what nobody can change."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from careers.models import Address, AuditEntry, Occupation, Version
from tests.careers.making import make_sheet, save_sheet

pytestmark = pytest.mark.django_db

NOW = timezone.now()
DAY = dt.timedelta(days=1)


def make_version(number: int = 1, **values: Any) -> Version:
    return Version.objects.create(
        **{
            "subject_type": "career",
            "subject_key": "99-1234.00",
            "number": number,
            "document": {
                "title": f"Keeper {number}",
                "slug": "keeper",
                "summary": "Line.",
                "onet": "99-1234.00",
            },
            "by": "ada",
            "publish_at": NOW - DAY,
            **values,
        }
    )


def live_numbers(now: dt.datetime) -> list[int]:
    return list(Version.objects.live(now).values_list("number", flat=True))


def test_newest_published_version_is_live() -> None:
    make_version(1, publish_at=NOW - 2 * DAY)
    make_version(2, publish_at=NOW - DAY)

    assert live_numbers(NOW) == [2]
    assert live_numbers(NOW - DAY - dt.timedelta(hours=1)) == [1]


def test_scheduled_version_goes_live_at_its_moment() -> None:
    make_version(1)
    make_version(2, publish_at=NOW + DAY)

    assert live_numbers(NOW + DAY - dt.timedelta(seconds=1)) == [1]
    assert live_numbers(NOW + DAY) == [2]


def test_withdrawing_brings_no_older_version_back() -> None:
    make_version(1, publish_at=NOW - 2 * DAY)
    make_version(2, withdraw_at=NOW + DAY)

    assert live_numbers(NOW) == [2]
    assert live_numbers(NOW + DAY) == []


def test_proposals_and_called_off_schedules_are_never_live() -> None:
    make_version(1, publish_at=None, is_proposal=True)
    make_version(2, publish_at=None)

    assert live_numbers(NOW) == []
    assert [version.status() for version in Version.objects.order_by("number")] == ["proposed", "called-off"]


def test_two_versions_published_at_one_moment_leave_the_higher_number_live() -> None:
    make_version(1)
    make_version(2)

    assert live_numbers(NOW) == [2]


def test_subjects_do_not_hide_each_other() -> None:
    make_version(1)
    make_version(2, subject_key="99-1234.01")
    make_version(3, subject_type="guide")

    assert sorted(live_numbers(NOW)) == [1, 2, 3]


def test_next_change_is_the_nearest_date_to_come() -> None:
    make_version(1, withdraw_at=NOW + 3 * DAY)
    make_version(2, publish_at=NOW + 2 * DAY)

    versions = Version.objects.of("career", "99-1234.00")

    assert versions.next_change_at(NOW) == NOW + 2 * DAY
    assert versions.next_change_at(NOW + 2 * DAY) == NOW + 3 * DAY
    assert versions.next_change_at(NOW + 3 * DAY) is None


def test_hundred_versions_are_one_lookup_in_the_index() -> None:
    Version.objects.bulk_create(
        Version(
            subject_type="career",
            subject_key=f"99-{key:04}.00",
            number=number,
            document={"title": "t", "slug": "s"},
            by="ada",
            publish_at=NOW - (101 - number) * DAY,
        )
        for key in range(20)
        for number in range(1, 101)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE careers_version")

    plan = Version.objects.of("career", "99-0007.00").live(NOW).explain(analyze=True)

    assert "Seq Scan" not in plan
    assert live_numbers(NOW) == [100] * 20


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("document", {"title": "Other", "slug": "keeper"}),
        ("sheet", {"pay": 1}),
        ("note", "changed my mind"),
        ("by", "eve"),
        ("number", 9),
        ("subject_key", "99-0000.00"),
        ("publish_at", NOW + DAY),
        ("publish_at", None),
    ],
)
def test_database_refuses_to_change_a_published_version(column: str, value: Any) -> None:
    make_version()

    with pytest.raises(IntegrityError, match="A version never changes"), transaction.atomic():
        Version.objects.update(**{column: value})


def test_database_refuses_to_delete_a_version() -> None:
    make_version()

    with pytest.raises(IntegrityError, match="never deleted"), transaction.atomic():
        Version.objects.all().delete()


def test_dates_to_come_may_be_moved_and_past_ones_may_not() -> None:
    scheduled = make_version(1, publish_at=NOW + DAY)
    withdrawn = make_version(2, publish_at=NOW - 2 * DAY, withdraw_at=NOW - DAY)

    Version.objects.filter(pk=scheduled.pk).update(publish_at=NOW + 2 * DAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=withdrawn.pk).update(withdraw_at=None)


def test_saving_or_deleting_a_version_says_what_to_do_instead() -> None:
    version = make_version()

    with pytest.raises(TypeError, match="Publish a new one"):
        version.save()
    with pytest.raises(TypeError, match="Withdraw it"):
        version.delete()


def test_number_is_given_once_to_a_subject() -> None:
    make_version(1)

    with pytest.raises(IntegrityError, match="one_version_per_number"), transaction.atomic():
        make_version(1)


def test_version_is_withdrawn_after_it_was_published() -> None:
    with pytest.raises(IntegrityError, match="withdrawn_after"), transaction.atomic():
        make_version(1, withdraw_at=NOW - 2 * DAY)


def test_columns_for_lists_are_the_documents_own() -> None:
    make_version(1)

    version = Version.objects.without_documents().get()

    assert (version.title, version.slug, version.summary, version.onet) == (
        "Keeper 1",
        "keeper",
        "Line.",
        "99-1234.00",
    )


def test_audit_log_only_grows() -> None:
    entry = AuditEntry.record(who="ada", action="published", subject_type="career", subject_key="x")

    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()
    with pytest.raises(IntegrityError, match="audit log"), transaction.atomic():
        AuditEntry.objects.update(who="eve")
    with pytest.raises(IntegrityError, match="audit log"), transaction.atomic():
        AuditEntry.objects.all().delete()


def test_address_belongs_to_an_occupation_or_to_a_career_and_never_to_both() -> None:
    save_sheet(make_sheet())
    occupation = Occupation.objects.get()

    with pytest.raises(IntegrityError, match="address_has_one_owner"), transaction.atomic():
        Address.objects.create(slug="both", occupation=occupation, career_key="x", is_current=False)
    with pytest.raises(IntegrityError, match="address_has_one_owner"), transaction.atomic():
        Address.objects.create(slug="none")


def test_career_has_one_current_address() -> None:
    Address.objects.create(slug="coder", career_key="coder")

    with pytest.raises(IntegrityError, match="one_current_address_per_career"), transaction.atomic():
        Address.objects.create(slug="coder-2", career_key="coder")
