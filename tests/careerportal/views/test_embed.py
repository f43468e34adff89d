"""Cards for other sites, and how they are found."""

from typing import Any

import pytest
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

from careers.models import Address
from careers.publishing.working_copies import publish, withdraw
from tests.careers.editing import make_career, short
from tests.careers.making import make_sheet, save_sheet

pytestmark = pytest.mark.django_db

CARD = "/careers/lantern-keepers/embed/"
PAGE = "http://testserver/careers/lantern-keepers/"


def test_card_shows_the_figures_with_their_sources_and_leads_to_the_page(client: Client) -> None:
    publish(copy=make_career(), by="a test")

    card = client.get(CARD).content.decode()

    for words in (
        "Lantern keeper",
        "so that boats find home",
        "$50,100",
        "+10.1%",
        "9,340",
        "May 2025",
        PAGE,
    ):
        assert words in card
    assert "<script" not in card


def test_only_the_card_may_be_framed_by_others(client: Client) -> None:
    save_sheet(make_sheet())

    card, page = client.get(CARD), client.get("/careers/lantern-keepers/")

    assert "frame-ancestors *" in card["Content-Security-Policy"]
    assert not card.has_header("X-Frame-Options")
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"


def test_card_says_whose_figures_it_shows(client: Client) -> None:
    publish(copy=make_career(short(figures_note="Keepers and ringers are counted together.")), by="a test")

    assert "Keepers and ringers are counted together." in client.get(CARD).content.decode()


def test_theme_is_fixed_only_as_offered(client: Client) -> None:
    save_sheet(make_sheet())

    dark, unknown = client.get(f"{CARD}?theme=dark"), client.get(f"{CARD}?theme=x%22y")

    assert 'data-theme="dark"' in dark.content.decode()
    assert unknown.status_code == 404


def test_card_moves_and_goes_with_its_career(client: Client) -> None:
    career = make_career(
        short(title="Lamplighter", slug="lamplighter", owns_address=True, figures_note="Together.")
    )
    publish(copy=career, by="a test")
    Address.objects.create(slug="lamper", career_key=career.key, is_current=False)

    moved = client.get("/careers/lamper/embed/")
    withdraw(copy=career, by="a test")

    assert moved["Location"] == "/careers/lamplighter/embed/"
    assert client.get("/careers/lamplighter/embed/").status_code == 410


def ask(client: Client, **query: str) -> Any:
    return client.get("/oembed", {"url": PAGE, "format": "json", **query})


def test_oembed_answers_any_site_with_the_card(client: Client) -> None:
    save_sheet(make_sheet())

    response = ask(client, maxwidth="300")

    card = response.json()
    assert response["Access-Control-Allow-Origin"] == "*"
    assert (card["version"], card["type"], card["title"], card["width"]) == (
        "1.0",
        "rich",
        "Lantern Keepers",
        300,
    )
    assert f'src="http://testserver{CARD}"' in card["html"]


def test_page_says_where_its_card_is_found(client: Client) -> None:
    save_sheet(make_sheet())

    page = client.get("/careers/lantern-keepers/").content.decode()

    assert 'type="application/json+oembed"' in page
    assert (
        "http://testserver/oembed?url=http%3A%2F%2Ftestserver%2Fcareers%2Flantern-keepers%2F&amp;format=json"
    ) in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"url": "http://elsewhere.example/careers/lantern-keepers/"}, 404),
        ({"url": "http://testserver/careers/nobody/"}, 404),
        ({"url": "http://testserver/about/"}, 404),
        ({"url": "http://testserver/careers/lantern-keepers\0/"}, 400),
        ({"url": "http://[testserver/"}, 404),
        ({"url": "x" * 10_000}, 400),
        ({"url": ""}, 404),
        ({"format": "xml"}, 501),
        ({"maxwidth": "9" * 30}, 400),
        ({"maxheight": "-5"}, 400),
    ],
    ids=[
        "other site",
        "nobody",
        "no career",
        "NUL",
        "bad host",
        "10 KB",
        "empty",
        "xml",
        "too wide",
        "no height",
    ],
)
def test_bad_questions_get_plain_answers(client: Client, query: dict[str, str], status: int) -> None:
    save_sheet(make_sheet())

    assert ask(client, **query).status_code == status


@override_settings(SITE_ADDRESS="https://careers.example.org")
def test_oembed_knows_the_operators_address(client: Client) -> None:
    save_sheet(make_sheet())

    card = ask(client, url="https://careers.example.org/careers/lantern-keepers/").json()

    assert f'src="https://careers.example.org{CARD}"' in card["html"]


def test_page_explains_with_code_and_an_example(client: Client) -> None:
    save_sheet(make_sheet())

    response = client.get("/embed/")

    assert f"&lt;iframe src=&#34;http://testserver{CARD}&#34;" in response.content.decode()
    assert "frame-src 'self'" in response["Content-Security-Policy"]


def test_card_costs_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    save_sheet(make_sheet())

    with django_assert_max_num_queries(5):
        client.get(CARD)
