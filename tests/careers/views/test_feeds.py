"""What is new, for feed readers and browsers."""

import datetime as dt
from unittest import mock
from xml.etree import ElementTree as ET

import pytest
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from careers.models import Release
from careers.publishing.working_copies import publish, withdraw
from tests.careers.editing import make_career, short

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}
DAY = dt.datetime(2026, 9, 3, 12, tzinfo=dt.UTC)


def entries(client: Client) -> list[ET.Element]:
    response = client.get("/feeds/careers.atom")
    assert response["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content).findall("a:entry", ATOM)  # noqa: S314  # our own answer


def text(entry: ET.Element, name: str) -> str:
    return entry.findtext(f"a:{name}", "", ATOM)


def test_feeds_tell_profiles_and_figures_with_their_true_dates(client: Client) -> None:
    career = make_career()
    with mock.patch("django.utils.timezone.now", return_value=DAY):
        publish(copy=career, by="a test")
    Release.objects.update(loaded_at=DAY + dt.timedelta(days=1))

    figures, profile = entries(client)
    items = client.get("/feeds/careers.json").json()["items"]

    assert text(figures, "title").startswith("New figures: ")
    assert text(profile, "title") == "New: Lantern keeper"
    assert text(profile, "updated") == "2026-09-03T12:00:00+00:00"
    assert [item["date_published"] for item in items] == [
        "2026-09-04T12:00:00+00:00",
        "2026-09-03T12:00:00+00:00",
    ]
    assert items[1]["url"] == "http://testserver/careers/lantern-keepers/"
    assert [item["id"] for item in items] == [text(entry, "id") for entry in (figures, profile)]


def test_changed_profile_is_news_again_and_withdrawn_is_not(client: Client) -> None:
    changed = make_career()
    publish(copy=changed, by="a test")
    publish(copy=changed, by="a test", note="The ports moved.")
    gone = make_career(
        short(title="Lamplighter", slug="lamplighter", owns_address=True, figures_note="Together."),
        sheet=False,
    )
    publish(copy=gone, by="a test")
    withdraw(copy=gone, by="a test")

    titles = [text(entry, "title") for entry in entries(client)]

    assert "Changed: Lantern keeper (version 2)" in titles
    assert not [title for title in titles if "Lamplighter" in title or title == "New: Lantern keeper"]


def test_scheduled_text_is_no_news_before_its_time(client: Client) -> None:
    when = timezone.now() + dt.timedelta(hours=1)
    publish(copy=make_career(), by="a test", publish_at=when)

    response = client.get("/feeds/careers.json")
    from_django = Client().get("/feeds/careers.json")

    assert "Lantern keeper" not in response.content.decode()
    assert from_django.cache_until == when  # type: ignore[attr-defined]  # read by the page cache


def test_feeds_are_open_and_found_from_every_page(client: Client) -> None:
    page = client.get("/about/").content.decode()

    for path in ("/feeds/careers.atom", "/feeds/careers.json", "/opensearch.xml"):
        assert f'href="{path}"' in page
    assert client.get("/feeds/careers.json")["Access-Control-Allow-Origin"] == "*"


@override_settings(SITE_NAME="Careers & Colleges of Ohio")
def test_browser_learns_how_to_search(client: Client) -> None:
    description = ET.fromstring(client.get("/opensearch.xml").content)  # noqa: S314  # our own answer

    name = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert description.findtext("o:ShortName", "", name) == "Careers & Colleg"
    urls = [url.get("template") for url in description.findall("o:Url", name)]
    assert urls[0] == "http://testserver/careers/?q={searchTerms}"


def test_feed_costs_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    publish(copy=make_career(), by="a test")

    with django_assert_max_num_queries(3):
        client.get("/feeds/careers.atom")
