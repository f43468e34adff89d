"""The announcement on top of every page."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from careers.models import ContentVersion, Notice

pytestmark = pytest.mark.django_db

NOW = timezone.now()
HOUR = dt.timedelta(hours=1)


def test_notice_is_shown_from_its_start_to_its_end() -> None:
    Notice.objects.create(text="Workshop", starts_at=NOW, ends_at=NOW + HOUR)

    shown = [bool(Notice.objects.live(NOW + hours * HOUR)) for hours in (-1, 0, 1)]

    assert shown == [False, True, False]


def test_next_change_is_when_a_notice_appears_or_ends() -> None:
    Notice.objects.create(text="Workshop", starts_at=NOW + HOUR, ends_at=NOW + 2 * HOUR)

    assert Notice.objects.next_change_at(NOW) == NOW + HOUR
    assert Notice.objects.next_change_at(NOW + HOUR) == NOW + 2 * HOUR
    assert Notice.objects.next_change_at(NOW + 2 * HOUR) is None


def test_setting_and_deleting_a_notice_makes_cached_pages_stale() -> None:
    before = ContentVersion.current()

    notice = Notice.objects.create(text="Workshop")
    after_setting = ContentVersion.current()
    notice.delete()

    assert before < after_setting < ContentVersion.current()


def test_notice_ends_after_it_starts() -> None:
    with pytest.raises(IntegrityError, match="notice_ends_after_it_starts"), transaction.atomic():
        Notice.objects.create(text="Workshop", starts_at=NOW, ends_at=NOW - HOUR)


def test_link_has_an_address_and_words() -> None:
    with pytest.raises(IntegrityError, match="whole_link"), transaction.atomic():
        Notice.objects.create(text="Workshop", link_address="/about/")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example", "about"])
def test_link_leads_to_a_page_and_runs_nothing(address: str) -> None:
    notice = Notice(text="Workshop", link_text="More", link_address=address)

    with pytest.raises(ValidationError, match="https://"):
        notice.full_clean()
