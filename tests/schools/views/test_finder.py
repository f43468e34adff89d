"""The finder as a visitor sees it."""

import csv
import io
import re

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("schools")]


def text(client: Client, address: str) -> str:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_the_finder_counts_schools(client: Client) -> None:
    page = text(client, "/schools/")

    assert '<h2 id="res-h">16 schools</h2>' in page
    assert page.count("<h1") == 1


def test_a_form_with_empty_fields_leads_to_the_one_address(client: Client) -> None:
    response = client.get("/schools/?q=&state=OH&near=&level=")

    assert (response.status_code, response["Location"]) == (302, "/schools/?state=OH")


def test_a_city_leads_to_its_own_address(client: Client) -> None:
    response = client.get("/schools/?near=Columbus%2C+OH")

    assert response["Location"] == "/schools/?near=columbus-oh"
    assert "from the middle of the schools in Columbus, OH" in text(client, "/schools/?near=columbus-oh")


def test_filters_that_are_on_can_be_taken_off(client: Client) -> None:
    page = text(client, "/schools/?program=51.0713&state=OH")

    assert 'href="/schools/?program=51.0713"' in page
    assert 'href="/schools/?state=OH"' in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/schools/?page=40", 404),
        ("/schools/?state=XX", 404),
        ("/schools/?q=%00", 400),
        ("/schools/export.csv?near=%ff", 400),
        ("/schools/compare/?s=no-such-school", 404),
        ("/schools/compare/?s=franklin-university&program=99.9999", 404),
        ("/schools/compare/?s=%00", 400),
        ("/programs/?family=xx", 404),
        (f"/programs/?q={'x' * 200}", 400),
    ],
)
def test_nonsense_gets_a_plain_page(client: Client, address: str, status: int) -> None:
    response = client.get(address)

    assert response.status_code == status
    assert b"</h1>" in response.content


def test_what_is_wrong_with_an_address_is_said(client: Client) -> None:
    page = client.get(f"/schools/?q={'x' * 200}").content.decode()

    assert "“q” is at most 100 letters long." in page


def test_words_that_name_no_program_find_schools_by_name(client: Client) -> None:
    page = text(client, "/schools/?q=glendale")

    assert page.count("Glendale Community College</a>") == 2
    assert "These schools have it in their name" in page


@pytest.mark.parametrize("words", ["%25", "_", "'; drop table", "zzzz", "\N{GREEK SMALL LETTER ALPHA}"])
def test_strange_words_find_nothing_and_say_so(client: Client, words: str) -> None:
    assert "No open school meets all of this" in text(client, f"/schools/?q={words}")


def test_tuition_that_is_not_published_is_not_zero(client: Client) -> None:
    page = text(client, "/schools/?q=trend")

    assert "Tuition not published" in page
    assert "$0" not in page


def test_the_order_by_tuition_is_refused_in_words(client: Client) -> None:
    assert re.search(
        r"Not sorted by tuition: \d+ of these schools publish", text(client, "/schools/?sort=cost")
    )


def test_queries_are_few(client: Client, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(13):  # type: ignore[operator]
        client.get("/schools/?q=coding&near=columbus-oh&level=certificate")


def test_the_table_has_all_schools_with_their_source(client: Client) -> None:
    response = client.get("/schools/export.csv?near=columbus-oh")

    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode())))
    assert [row["city"] for row in rows] == ["Columbus"] * 3
    assert rows[0]["completions_year"] == "2024"
    assert "College Scorecard" in rows[0]["tuition_source"]
    assert rows[0]["page"].endswith(f"/schools/{rows[0]['name'].lower().replace(' ', '-')}/")


def test_schools_are_compared_side_by_side(client: Client) -> None:
    page = text(
        client,
        "/schools/compare/?s=columbus-state-community-college&s=franklin-university&program=51.0713",
    )

    assert page.count('role="columnheader"') == 2
    assert "Finish Medical Insurance Coding Specialist/Coder, 2023–24" in page
    assert "Not taught" in page


def test_no_more_than_three_are_compared(client: Client) -> None:
    response = client.get("/schools/compare/?s=a&s=b&s=c&s=d")

    assert response["Location"] == "/schools/compare/?s=a&s=b&s=c"
