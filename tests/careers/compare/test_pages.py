"""What a reader of a comparison meets."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from careerportal.pagecache.rules import KeyMaker
from careers.models import Address, Element, Rating
from careers.publishing.working_copies import publish
from careers.search.index import rebuild_index
from tests.careers.editing import full_profile, make_career
from tests.careers.making import make_outlook, make_pay, make_sheet, percentiles, save_release, save_sheet

pytestmark = pytest.mark.django_db

PATH = "/careers/compare/"
PAIR = f"{PATH}?c=lantern-keepers&c=bell-ringers"
TITLES = ("Lantern Keepers", "Bell Ringers", "Tide Readers", "Fog Watchers", "Rope Makers")
#: Of each element, importance and level in the work of keepers and of ringers; None where it is not rated.
RATINGS = {
    "Listening": ((4.0, 4.0), (4.2, 4.2)),
    "Climbing": ((2.0, 1.0), (3.9, 4.0)),
    "Counting": ((3.1, 2.0), (3.5, 3.6)),
    "Trimming": ((3.3, 3.0), None),
}


@pytest.fixture(autouse=True)
def occupations() -> None:
    hourly = make_pay(
        annual=percentiles(None, None, None, None, None),
        hourly=percentiles(15.2, 18.4, 25.9, 41.0, 77.5),
        is_hourly_only=True,
    )
    shrinking = make_outlook(change_percent=-25.1)
    rows = {}
    for place, title in enumerate(TITLES):
        values = {"pay": hourly, "outlook": shrinking} if place == 1 else {}
        rows[title] = save_sheet(make_sheet(title, onet=f"99-{place + 1}000.00", **values))
    release = save_release("onet-skills")
    for name, pair in RATINGS.items():
        element = Element.objects.create(domain="skills", name=name, slug=name.lower(), element_id=name)
        for title, rated in zip(TITLES, pair, strict=False):
            if rated:
                Rating.objects.create(
                    release=release,
                    occupation=rows[title].occupation,
                    element=element,
                    importance=rated[0],
                    level=rated[1],
                )


def text(client: Client, path: str) -> str:
    page = client.get(path)
    assert page.status_code == 200
    return re.sub(r"\s+", " ", page.content.decode())


def cells(page: str, label: str) -> str:
    """The row of the table that has this header."""
    return page[page.index(f">{label}</th>") :].partition("</tr>")[0]


def test_empty_comparison_explains_itself_and_has_a_search_field(client: Client) -> None:
    page = text(client, PATH)

    assert "Put two to four careers side by side" in page
    assert 'name="q"' in page


def test_figures_stand_side_by_side_under_column_headers(client: Client) -> None:
    page = text(client, PAIR)

    assert page.count('scope="col"') == 2
    assert "$50,100" in cells(page, "Typical pay")
    assert "$25.90 an hour" in cells(page, "Typical pay")
    assert "$30,000 to $81,200" in cells(page, "Pay range")
    assert "$15.20 to $77.50 an hour" in cells(page, "Pay range")
    assert "+10.1%" in cells(page, "Growth, 2024–34")
    assert "−25.1%" in cells(page, "Growth, 2024–34")
    assert "9,340" in cells(page, "Openings a year")
    assert "Certificate after high school" in cells(page, "To get in")


def test_words_are_from_the_profile_and_their_lack_is_said(client: Client) -> None:
    career = make_career(full_profile(onet="99-1000.00"), sheet=False)
    publish(copy=career, by="a test")

    page = text(client, PAIR)

    assert "Keep the lanterns along the river lit." in cells(page, "What you do")
    assert "Not written yet" in cells(page, "What you do")
    assert "like quiet nights" in cells(page, "You may like it if you")
    assert "The wind" in cells(page, "Watch out for")
    assert "Certificate: 6 months to 1 year" in cells(page, "Time and cost to the first pay")


def test_a_move_names_what_carries_over_what_is_more_and_what_is_new(client: Client) -> None:
    page = text(client, PAIR)

    move = page[page.index("From Lantern Keepers to Bell Ringers") :].partition("</dl>")[0]
    terms = re.findall(r"<dt>(.*?)</dt> ?<dd>(.*?)</dd>", move)
    assert [(name, words.strip()) for name, words in terms] == [
        ("Carries over", "Listening"),
        ("More of it", "Counting"),
        ("New", "Climbing"),
    ]
    assert "Trimming" in cells(page, "Skills and knowledge that only it asks for")


def test_a_career_with_its_own_address_is_compared_with_its_occupations_figures(client: Client) -> None:
    profile = full_profile(title="Night Keepers", slug="night-keepers", onet="99-1000.00")
    career = make_career(profile.model_copy(update={"owns_address": True}), sheet=False)
    publish(copy=career, by="a test")

    page = text(client, f"{PATH}?c=night-keepers&c=bell-ringers")

    assert "Night Keepers" in page
    assert "$50,100" in cells(page, "Typical pay")


def test_an_old_address_stands_for_the_current_one(client: Client) -> None:
    Address.objects.create(slug="lamp-keepers", occupation_id="99-1000.00", is_current=False)

    page = text(client, f"{PATH}?c=lamp-keepers&c=bell-ringers")

    assert 'href="/careers/lantern-keepers/"' in page


def test_a_fifth_career_is_left_out_in_words(client: Client) -> None:
    slugs = [title.lower().replace(" ", "-") for title in TITLES]

    page = text(client, PATH + "?" + "&".join(f"c={slug}" for slug in slugs))

    assert page.count('scope="col"') == 4
    assert "Left out: Rope Makers." in page


def test_one_is_added_or_swapped_in_by_a_link(client: Client) -> None:
    rebuild_index()

    added = text(client, f"{PAIR}&q=tide")
    swapped = text(client, f"{PAIR}&q=tide&swap=lantern-keepers")

    assert 'href="/careers/compare/?c=lantern-keepers&amp;c=bell-ringers&amp;c=tide-readers"' in added
    assert 'href="/careers/compare/?c=tide-readers&amp;c=bell-ringers"' in swapped


def test_one_is_taken_away_by_a_link(client: Client) -> None:
    assert 'href="/careers/compare/?c=bell-ringers"' in text(client, PAIR)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("c=no-such-career", 404),
        ("c=lantern-keepers&c=no-such-career", 404),
        ("c=%00", 400),
        ("c=%ff", 400),
        (f"c={'x' * 10_000}", 400),
        ("&".join(f"c=a{i}" for i in range(100)), 400),
        (f"c=lantern-keepers&q={'x' * 10_000}", 400),
        ("c=lantern-keepers&swap=%00", 400),
    ],
)
def test_bad_addresses_are_refused_plainly(client: Client, query: str, status: int) -> None:
    assert client.get(f"{PATH}?{query}").status_code == status


@pytest.mark.parametrize("count", [2, 4])
def test_queries_do_not_grow_with_careers(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    slugs = [title.lower().replace(" ", "-") for title in TITLES[:count]]

    with django_assert_num_queries(6):
        client.get(PATH + "?" + "&".join(f"c={slug}" for slug in slugs))


def test_the_page_cache_keeps_comparisons_apart_by_their_order() -> None:
    def key(query: str) -> object:
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": PATH, "QUERY_STRING": query, "HTTP_HOST": "x"}
        return KeyMaker().key(environ)

    assert key("c=a&c=b") is not None
    assert key("c=a&c=b") != key("c=b&c=a")
    assert key("q=x&c=a&c=b") == key("c=a&c=b&q=x")
    assert key("c=a&q=x&q=y") is None
