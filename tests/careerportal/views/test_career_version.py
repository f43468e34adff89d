"""Lasting addresses: a career's page as it was on a day."""

import datetime as dt
from typing import Any
from unittest import mock

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from careers.editorial.models import Career
from careers.models import SheetRecord, Version
from careers.publishing.versions import cancel
from careers.publishing.working_copies import publish, record_save, withdraw
from tests.careers.editing import make_career, short
from tests.careers.making import make_sheet

pytestmark = pytest.mark.django_db

FIRST = "/careers/lantern-keepers/versions/1/"
DAY = dt.datetime(2026, 9, 3, 12, tzinfo=dt.UTC)


def published(**values: Any) -> Career:
    career = make_career(short(**values))
    with mock.patch("django.utils.timezone.now", return_value=DAY):
        publish(copy=career, by="a test")
    return career


def change(career: Career, **values: str) -> Version:
    career.refresh_from_db()
    for name, value in values.items():
        setattr(career, name, value)
    career.save()
    record_save(copy=career, by="a test")
    return publish(copy=career, by="a test")


def body(client: Client, path: str = FIRST) -> str:
    return client.get(path).content.decode()


def test_old_version_keeps_its_text_and_figures_and_says_so(client: Client) -> None:
    career = published(overview="By the river.")
    changed = make_sheet(pay=None).model_dump(mode="json")
    SheetRecord.objects.update(document=changed)
    change(career, overview="By the sea.")

    page = body(client)

    assert "version 1 of this page, with the text and the figures of Sept. 3, 2026" in page
    assert "$50,100" in page
    assert "$50,100" not in body(client, "/careers/lantern-keepers/")
    assert "<del>river.</del><ins>sea.</ins>" in page


def test_version_is_cited_in_both_styles(client: Client) -> None:
    published()

    page = body(client)

    address = "http://testserver/careers/lantern-keepers/versions/1/"
    assert f"Waymark. (2026, September 3). Lantern keeper (Version 1). {address}" in page
    assert f"“Lantern keeper.” Waymark, version 1, 3 Sept. 2026, {address}." in page


def test_newest_version_says_that_nothing_changed(client: Client) -> None:
    published()

    page = body(client)

    assert "The text has not changed since." in page
    assert "What changed since" not in page


def test_page_of_today_leads_to_its_lasting_address(client: Client) -> None:
    published()

    assert f'href="http://testserver{FIRST}"' in body(client, "/careers/lantern-keepers/")


def test_lasting_page_is_its_own_canonical_address(client: Client) -> None:
    published()

    assert f'<link rel="canonical" href="http://testserver{FIRST}">' in body(client)


def test_page_of_today_is_cited_by_its_lasting_address(client: Client) -> None:
    published()

    page = body(client, "/careers/lantern-keepers/")

    assert f"Lantern keeper (Version 1). http://testserver{FIRST}" in page


def test_list_has_every_version_with_its_day_and_note_and_no_author(client: Client) -> None:
    career = published()
    change(career, overview="By the sea.")
    publish(
        copy=career, by="a test", note="The ports moved.", publish_at=timezone.now() + dt.timedelta(days=1)
    )

    page = body(client, "/careers/lantern-keepers/versions/")

    assert [f"Version {number}<" in page for number in (1, 2, 3)] == [True, True, False]
    assert "Sept. 3, 2026" in page
    assert "The ports moved." not in page
    assert "a test" not in page
    assert page.index("Version 2<") < page.index("the page of today") < page.index("Version 1<")


def test_list_of_a_career_without_versions_is_not_found(client: Client) -> None:
    make_career()

    assert client.get("/careers/lantern-keepers/versions/").status_code == 404


def test_list_moves_with_the_career(client: Client) -> None:
    change(published(), slug="lamp-keepers")

    response = client.get("/careers/lantern-keepers/versions/")

    assert response["Location"] == "/careers/lamp-keepers/versions/"


def test_list_of_many_versions_costs_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    career = published()
    for number in range(5):
        change(career, overview=f"By river {number}.")

    with django_assert_max_num_queries(5):
        client.get("/careers/lantern-keepers/versions/")


def test_version_outlives_a_move_and_a_withdrawal(client: Client) -> None:
    career = published()
    change(career, slug="lamp-keepers")
    withdraw(copy=career, by="a test")

    response = client.get(FIRST, follow=True)

    assert response.redirect_chain == [("/careers/lamp-keepers/versions/1/", 301)]
    assert response.status_code == 200
    assert "The text has been withdrawn since." in response.content.decode()


@pytest.mark.parametrize("path", ["/careers/lantern-keepers/versions/2/", "/careers/nobody/versions/1/"])
def test_version_that_never_was_is_not_found(client: Client, path: str) -> None:
    published()

    assert client.get(path).status_code == 404


def test_scheduled_and_called_off_versions_are_not_found(client: Client) -> None:
    career = make_career()
    version = publish(copy=career, by="a test", publish_at=timezone.now() + dt.timedelta(days=1))

    scheduled = client.get(FIRST).status_code
    cancel(version=version, by="a test")

    assert (scheduled, client.get(FIRST).status_code) == (404, 404)


def test_version_needs_no_more_queries_than_the_page(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    published()

    with django_assert_max_num_queries(8):
        client.get(FIRST)


def test_withdrawn_page_of_a_career_with_its_own_address_is_gone(client: Client) -> None:
    career = published(
        title="Lamplighter", slug="lamplighter", owns_address=True, figures_note="Counted together."
    )
    withdraw(copy=career, by="a test")

    response = client.get("/careers/lamplighter/")

    assert response.status_code == 410
    assert "This page was taken down" in response.content.decode()
