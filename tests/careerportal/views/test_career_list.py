"""The list of careers: search, filters, order, suggestions, spreadsheet, nothing found."""

import csv
import html
import io
import json
import re
from typing import Any

import pytest
from django.test import Client

from careers.api.careers import CareerQuery
from careers.listing.facets import FACET_NAMES, facets
from careers.models import Version, ZeroResultSearch
from careers.search.index import rebuild_index
from tests.careers.making import make_entry, make_outlook, make_pay, make_sheet, percentiles, save_sheet

pytestmark = pytest.mark.django_db

KEEPERS, ASTRONOMERS, RINGERS = "Lantern Keepers", "Astronomers Royal", "Bell Ringers"


@pytest.fixture(autouse=True)
def careers() -> None:
    save_sheet(make_sheet())
    rich = percentiles(90_000, 110_000, 150_000, 190_000, 240_000)
    save_sheet(
        make_sheet(ASTRONOMERS, onet="99-2000.00", pay=make_pay(annual=rich), entry=make_entry(rank=8))
    )
    save_sheet(
        make_sheet(
            RINGERS,
            onet="99-3000.00",
            pay=None,
            clusters=None,
            entry=make_entry(rank=2),
            outlook=make_outlook(change_percent=-4.0),
        )
    )
    Version.objects.create(
        subject_type="career",
        subject_key="99-3000.00",
        number=1,
        by="ada",
        publish_at="2026-01-01T00:00Z",
        document={
            "title": RINGERS,
            "slug": "bell-ringers",
            "onet": "99-3000.00",
            "summary": "Call a town to church.",
            "duties": [{"verb": "Pull", "rest": "the ropes in turn."}],
        },
    )
    rebuild_index()


def read(client: Client, query: str = "") -> str:
    response = client.get(f"/careers/{query}")
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def listed(page: str) -> list[str]:
    return re.findall(r'<h3><a href="/careers/[\w-]+/">(.*?)</a></h3>', page)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?q=lantern", [KEEPERS]),
        ("?q=lanturn+keeper", [KEEPERS]),
        ("?q=pull+ropes", [RINGERS]),
        ("?q=99-2000", [ASTRONOMERS]),
        ("?degree=no", [RINGERS, KEEPERS]),
        ("?education=2&education=8", [ASTRONOMERS, RINGERS]),
        ("?openings=-1000&pay=100000-", []),
        ("?cluster=&interest=", [ASTRONOMERS, RINGERS, KEEPERS]),
        ("?sort=pay", [ASTRONOMERS, KEEPERS, RINGERS]),
        ("?sort=match", [ASTRONOMERS, RINGERS, KEEPERS]),
        ("?growth=shrinking&sort=title", [RINGERS]),
        ("?unknown=1", [ASTRONOMERS, RINGERS, KEEPERS]),
    ],
)
def test_list_is_what_the_address_says(client: Client, query: str, titles: list[str]) -> None:
    assert listed(read(client, query)) == titles


def test_every_count_of_a_filter_is_what_choosing_it_gives(client: Client) -> None:
    for start in ("?", "?growth=shrinking&", "?q=keepers&"):
        page = read(client, start)
        options = re.findall(
            r'type="checkbox"\s+name="(\w+)"\s+value="([^"]+)"( checked)?>'
            r"<span>.*?</span><small>(\d+)</small>",
            page,
        )
        assert options
        for name, key, is_chosen, count in options:
            if not is_chosen and f"{name}=" not in start:
                assert len(listed(read(client, f"{start}{name}={key}"))) == int(count), (start, name, key)


def test_chosen_filters_are_chips_that_take_them_back(client: Client) -> None:
    page = read(client, "?growth=shrinking&education=2")

    chips = re.findall(r'<a class="chip"\s+href="(\?[^"]*)"><span class="vh">Remove </span>(.*?)<svg', page)
    assert chips == [
        ("?growth=shrinking", "High school diploma"),
        ("?education=2", "Outlook: Shrinking"),
    ]
    assert "Filters (2 on)" in page


def test_result_says_why_it_is_there(client: Client) -> None:
    assert "What they do: “Pull the ropes in turn.”" in read(client, "?q=ropes")


def test_misspelt_search_shows_careers_and_what_was_searched_for(client: Client) -> None:
    page = read(client, "?q=lanturn")

    assert listed(page) == [KEEPERS]
    assert "These are the careers for “lantern”." in page


def test_lines_of_published_profiles_are_shown(client: Client) -> None:
    assert "Call a town to church." in read(client)


def test_career_with_its_own_address_is_listed_and_counted(client: Client) -> None:
    Version.objects.create(
        subject_type="career",
        subject_key="rope-splicer",
        number=1,
        by="ada",
        publish_at="2026-01-01T00:00Z",
        document={
            "title": "Rope Splicer",
            "slug": "rope-splicer",
            "onet": "99-3000.00",
            "owns_address": True,
            "summary": "",
        },
    )
    rebuild_index()

    page = read(client)

    assert "4 careers" in page
    assert '<h3><a href="/careers/rope-splicer/">Rope Splicer</a></h3>' in page
    assert listed(read(client, "?education=2")) == [RINGERS, "Rope Splicer"]


def test_nothing_left_says_which_filter_to_drop(client: Client) -> None:
    page = read(client, "?q=lantern&growth=shrinking")

    assert "No career for “lantern” has all of this" in page
    assert '<a href="?q=lantern">Drop “Outlook: Shrinking”</a><span class="muted">1 career</span>' in page
    assert '<a href="/careers/lantern-keepers/">Lantern Keepers</a>' in page


def test_search_in_vain_can_be_reported_without_saying_who(client: Client) -> None:
    assert 'action="/careers/missing"' in read(client, "?q=dragon+tamer")

    response = client.post(
        "/careers/missing", {"q": "Dragon  Tamer"}, headers={"Sec-Fetch-Site": "same-origin"}
    )

    assert response.status_code == 302
    assert ZeroResultSearch.objects.values_list("text", "count").get() == ("dragon tamer", 1)
    assert {field.name for field in ZeroResultSearch._meta.fields} == {
        *("id", "text", "count", "first_on", "last_on", "is_dealt_with")
    }


def test_searching_reports_nothing_by_itself(client: Client) -> None:
    read(client, "?q=dragon+tamer")

    assert not ZeroResultSearch.objects.exists()


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
def test_other_sites_cannot_report(client: Client, headers: dict[str, str]) -> None:
    assert client.post("/careers/missing", {"q": "spam"}, headers=headers).status_code == 403
    assert not ZeroResultSearch.objects.exists()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?page=0", 404),
        ("?page=2", 404),
        ("?page=1000000000", 404),
        ("?page=-1", 404),
        ("?page=²", 404),
        ("?cluster=no-such-field", 404),
        ("?pay=nonsense", 404),
        ("?education=²", 404),
        ("?sort=magic", 404),
        ("?q=%00", 400),
        ("?q=%ff%fe", 400),
        (f"?q={'x' * 10_000}", 400),
    ],
)
def test_nonsense_gets_a_plain_page(client: Client, query: str, status: int) -> None:
    response = client.get(f"/careers/{query}")

    assert response.status_code == status
    assert b"</h1>" in response.content


def test_page_and_api_take_every_filter() -> None:
    assert tuple(facet.name for facet in facets()) == FACET_NAMES
    assert tuple(CareerQuery.model_fields)[1 : len(FACET_NAMES) + 1] == FACET_NAMES


@pytest.mark.parametrize("path", ["/careers/list.csv", "/careers/suggest"])
def test_nonsense_is_no_failure_of_what_machines_read(client: Client, path: str) -> None:
    assert client.get(f"{path}?q=%00").status_code == 400
    assert client.get(f"{path}?page=0").status_code == 404


def test_spreadsheet_has_the_whole_list_with_sources(client: Client) -> None:
    response = client.get("/careers/list.csv?sort=pay")

    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert [row["title"] for row in rows] == [ASTRONOMERS, KEEPERS, RINGERS]
    assert rows[0]["annual_median_pay_usd"] == "150000"
    assert rows[2]["annual_median_pay_usd"] == ""
    assert rows[2]["pay_source"] == ""
    assert rows[0]["address"] == "http://testserver/careers/astronomers-royal/"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("lan", KEEPERS),
        ("keep", KEEPERS),
        ("bell r", RINGERS),
        ("lanturn", KEEPERS),
        ("99-2000", ASTRONOMERS),
    ],
)
def test_suggestions(client: Client, text: str, first: str) -> None:
    items = json.loads(client.get("/careers/suggest", {"q": text}).content)["items"]

    assert items[0]["title"] == first
    assert client.get(items[0]["address"]).status_code == 200


@pytest.mark.parametrize("text", ["", "l", "  ", "qqqqqqq"])
def test_nothing_to_suggest(client: Client, text: str) -> None:
    assert json.loads(client.get("/careers/suggest", {"q": text}).content) == {"items": []}


@pytest.mark.parametrize("query", ["", "?q=lantern", "?q=lanturn&growth=shrinking", "?sort=pay&degree=no"])
def test_queries_are_few(client: Client, query: str, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(26):
        read(client, query)
