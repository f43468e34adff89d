"""Notices of the whole site: on every page from their start to their end, and in no kept page after it."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from careers.models import Notice
from tests.careers.making import make_sheet, save_sheet

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)
PAGES = ("/", "/careers/", "/careers/lantern-keepers/", "/guides/", "/schools/", "/about/")


def post(text: str = "Come to the career fair.", *, starts: dt.timedelta, ends: dt.timedelta) -> Notice:
    now = timezone.now()
    return Notice.objects.create(
        text=text,
        link_text="Sign up",
        link_address="https://fair.example/",
        starts_at=now + starts,
        ends_at=now + ends,
    )


@pytest.mark.parametrize("path", PAGES)
def test_notice_stands_above_every_page_with_its_date_and_link(client: Client, path: str) -> None:
    save_sheet(make_sheet())
    notice = post(starts=-HOUR, ends=HOUR)

    page = client.get(path).content.decode()

    assert date_format(timezone.localdate(notice.starts_at), "DATE_FORMAT") in page
    assert '<a href="https://fair.example/">Sign up</a>' in page
    assert page.index("Come to the career fair.") < page.index('<header class="band top">')


@pytest.mark.parametrize(
    ("starts", "ends"), [(HOUR, 2 * HOUR), (-2 * HOUR, -HOUR)], ids=["not yet", "no longer"]
)
def test_notice_is_not_shown_outside_its_time(
    client: Client, starts: dt.timedelta, ends: dt.timedelta
) -> None:
    post(starts=starts, ends=ends)

    assert "Come to the career fair." not in client.get("/about/").content.decode()


def test_page_is_kept_no_longer_than_the_next_start_or_end(client: Client) -> None:
    running = post(starts=-HOUR, ends=2 * HOUR)
    coming = post("Later.", starts=HOUR, ends=3 * HOUR)

    before = Client().get("/about/").cache_until  # type: ignore[attr-defined]  # a PublicPage
    coming.delete()
    after = Client().get("/about/").cache_until  # type: ignore[attr-defined]  # likewise

    assert before == coming.starts_at
    assert after == running.ends_at
