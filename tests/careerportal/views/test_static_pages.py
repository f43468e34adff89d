"""Prose, errors, and what machines ask for."""

import datetime as dt
from typing import Any
from unittest import mock

import pytest
from django.contrib.staticfiles import finders
from django.http import Http404
from django.test import Client, RequestFactory, override_settings
from PIL import Image

from careerportal.views import static_pages
from careers.editorial.models import Guide
from careers.publishing.working_copies import publish
from tests.careers.editing import make_career, short
from tests.careers.making import make_sheet, save_sheet

DAY = dt.datetime(2026, 9, 3, 12, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/about/", "/accessibility/", "/privacy/"])
def test_prose_has_a_title_and_a_canonical_address(client: Client, path: str) -> None:
    page = client.get(path).content.decode()

    assert page.count("<h1") == 1
    assert f'<link rel="canonical" href="http://testserver{path}">' in page


@pytest.mark.django_db
def test_sitemap_has_every_page_with_its_true_date(client: Client) -> None:
    save_sheet(make_sheet(), changed_at=dt.datetime(2026, 5, 20, 8, 30, tzinfo=dt.UTC))

    page = client.get("/sitemap.xml").content.decode()

    assert (
        "<loc>http://testserver/careers/lantern-keepers/</loc><lastmod>2026-05-20T08:30:00+00:00</lastmod>"
        in page
    )
    for path in ("/", "/careers/", "/clusters/health-science/", "/sources/", "/about/"):
        assert f"<loc>http://testserver{path}</loc>" in page


@pytest.mark.django_db
def test_sitemap_has_careers_of_their_own_and_guides_with_the_day_of_their_text(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    save_sheet(make_sheet(), changed_at=DAY - dt.timedelta(days=90))
    career = make_career(
        short(title="Lamplighter", slug="lamplighter", owns_address=True, figures_note="Together."),
        sheet=False,
    )
    guide = Guide.objects.create(title="Pay", slug="pay", summary="Read it.", body="<p>Half earn less.</p>")
    with (
        mock.patch("django.utils.timezone.now", return_value=DAY),
        django_capture_on_commit_callbacks(execute=True),
    ):
        publish(copy=career, by="a test")
        publish(copy=guide, by="a test")

    page = client.get("/sitemap.xml").content.decode()

    for path in ("/careers/lamplighter/", "/guides/pay/"):
        assert f"<loc>http://testserver{path}</loc><lastmod>{DAY.isoformat()}</lastmod>" in page


@pytest.mark.django_db
def test_robots_are_shown_the_sitemap(client: Client) -> None:
    page = client.get("/robots.txt")

    assert page["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml" in page.content.decode()


@override_settings(SITE_ADDRESS="https://careers.example.org")
@pytest.mark.django_db
def test_operators_address_is_used_where_links_leave_the_site(client: Client) -> None:
    assert 'href="https://careers.example.org/about/"' in client.get("/about/").content.decode()


@pytest.mark.django_db
def test_favicon_leads_to_the_icon(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"] == "/static/icon.svg"


@pytest.mark.django_db
def test_unknown_address_offers_a_search(client: Client) -> None:
    response = client.get("/no-such-page/")

    assert response.status_code == 404
    assert 'role="search"' in response.content.decode()


@pytest.mark.parametrize(
    ("view", "status"),
    [(static_pages.not_found, 404), (static_pages.forbidden, 403)],
    ids=["not found", "forbidden"],
)
def test_error_pages_ask_the_database_nothing(view: object, status: int) -> None:
    response = view(RequestFactory().get("/x/"), Http404())  # type: ignore[operator]

    assert response.status_code == status
    assert b"<h1>" in response.content


def test_failure_page_asks_the_database_nothing() -> None:
    response = static_pages.failed(RequestFactory().get("/"))

    assert response.status_code == 500
    assert b"our side" in response.content


@override_settings(SITE_ADDRESS="https://careers.example.org")
@pytest.mark.django_db
def test_links_shared_elsewhere_show_the_sites_picture(client: Client) -> None:
    page = client.get("/about/").content.decode()

    assert '<meta property="og:image" content="https://careers.example.org/static/share.png">' in page
    picture_path = finders.find("share.png")
    assert picture_path
    with Image.open(picture_path) as picture:
        assert picture.size == (1200, 630)
