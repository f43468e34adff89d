"""Guides: short articles that belong to careers, by the front door."""

import datetime as dt
import json
import re
from typing import Any
from unittest import mock

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from careers.editorial.models import Career, Guide
from careers.editorial.previews import preview_token
from careers.publishing.working_copies import publish, record_save, withdraw
from tests.careers.editing import make_career

pytestmark = pytest.mark.django_db

PATH = "/guides/reading-pay/"
DAY = dt.datetime(2026, 9, 3, 12, tzinfo=dt.UTC)


def make_guide(
    title: str = "Reading pay", slug: str = "reading-pay", *careers: Career, **values: Any
) -> Guide:
    fields = {
        "summary": f"What {title} tells.",
        "body": "<h2>The middle</h2><p>Half earn less.</p>",
        **values,
    }
    guide = Guide.objects.create(title=title, slug=slug, **fields)
    guide.careers.set(careers)
    return guide


def published(*args: Any, **values: Any) -> Guide:
    guide = make_guide(*args, **values)
    with mock.patch("django.utils.timezone.now", return_value=DAY):
        publish(copy=guide, by="a test")
    return guide


def read(client: Client, path: str = PATH) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_guide_shows_its_text_and_its_day(client: Client) -> None:
    published()

    page = read(client)

    assert "<h2>The middle</h2><p>Half earn less.</p>" in page
    assert "Updated Sept. 3, 2026." in page


def test_machines_read_an_article_with_true_dates(client: Client) -> None:
    guide = published()
    publish(copy=guide, by="a test")

    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', read(client))

    assert match
    article = json.loads(match[1])
    assert (article["@type"], article["headline"]) == ("Article", "Reading pay")
    assert article["datePublished"] == "2026-09-03T12:00:00+00:00"
    assert article["dateModified"] > article["datePublished"]


def test_guide_and_career_lead_to_each_other(client: Client) -> None:
    career = make_career()
    publish(copy=career, by="a test")
    published("Reading pay", "reading-pay", career)
    published("Other", "other")

    page = read(client, "/careers/lantern-keepers/")

    assert f'<a href="{PATH}">Reading pay</a>' in page
    assert "/guides/other/" not in page
    assert 'href="/careers/lantern-keepers/"' in read(client)


def test_related_guides_share_careers_and_others_are_recent(client: Client) -> None:
    career = make_career()
    publish(copy=career, by="a test")
    published("Reading pay", "reading-pay", career)
    published("Choosing a school", "choosing", career)
    published("Writing letters", "letters")

    page = read(client)

    assert page.index("Related guides") < page.index("/guides/choosing/") < page.index("Recently updated")
    assert page.index("Recently updated") < page.index("/guides/letters/")


def test_list_has_what_is_public_and_only_that(client: Client) -> None:
    published()
    make_guide("A draft", "draft")
    publish(copy=make_guide("Later", "later"), by="a test", publish_at=timezone.now() + dt.timedelta(days=1))

    page = client.get("/guides/")

    text = page.content.decode()
    assert "Reading pay" in text
    assert "A draft" not in text
    assert "Later" not in text
    assert page["Cache-Control"].startswith("public, max-age=")


def test_old_slug_leads_to_the_guide_and_withdrawn_is_gone(client: Client) -> None:
    guide = published()
    guide.slug = "pay"
    guide.save()
    record_save(copy=guide, by="a test")
    publish(copy=guide, by="a test")

    moved = client.get(PATH)
    withdraw(copy=guide, by="a test")

    assert (moved.status_code, moved["Location"]) == (301, "/guides/pay/")
    assert client.get("/guides/pay/").status_code == 410


@pytest.mark.parametrize("path", [PATH, "/guides/%00/", "/guides/x%FF/"], ids=["draft", "NUL", "not UTF-8"])
def test_what_is_not_public_is_not_found(client: Client, path: str) -> None:
    make_guide()

    assert client.get(path).status_code == 404


def test_draft_is_shown_by_its_signed_link(client: Client) -> None:
    guide = make_guide()

    page = read(client, reverse("preview", args=[preview_token(guide)]))

    assert "Half earn less." in page


def test_guide_costs_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        published(f"Guide {number}", f"guide-{number}")

    with django_assert_max_num_queries(6):
        read(client, "/guides/guide-1/")
