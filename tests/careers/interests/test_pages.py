"""What a reader of the interest pages meets."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from careerportal.pagecache.rules import KeyMaker
from careers.documents.sheet import Interests
from careers.models import InterestProfile
from tests.careers.editing import full_profile, make_career
from tests.careers.interests.answering import answers_of
from tests.careers.making import ONET, make_entry, make_sheet, save_release, save_sheet

pytestmark = pytest.mark.django_db

SCORES = {
    "Lantern Keepers": (6.1, 3.2, 1.4, 2.2, 2.9, 5.5),
    "Bell Ringers": (1.2, 2.0, 6.4, 5.1, 3.0, 1.0),
    "Tide Readers": (3.0, 6.8, 1.5, 1.0, 1.2, 4.9),
}
CODES = {"Lantern Keepers": "RCI", "Bell Ringers": "ASE", "Tide Readers": "ICR"}
RESULTS = "/interests/results/"


@pytest.fixture(autouse=True)
def occupations() -> None:
    release = save_release("onet-interests")
    for place, (title, values) in enumerate(SCORES.items()):
        scores = dict(
            zip(
                ("realistic", "investigative", "artistic", "social", "enterprising", "conventional"),
                values,
                strict=True,
            )
        )
        interests = Interests(release=ONET, code=CODES[title], **scores)
        onet = f"99-{place}000.00"
        sheet = make_sheet(title, onet=onet, interests=interests, entry=make_entry(rank=2 + place))
        row = save_sheet(sheet)
        InterestProfile.objects.create(
            release=release, occupation=row.occupation, code=CODES[title], **scores
        )


def answers(title: str) -> str:
    return answers_of(SCORES[title]).text


def text(client: Client, path: str) -> str:
    page = client.get(path)
    assert page.status_code == 200
    return page.content.decode()


def test_one_answer_leads_to_the_next_statement(client: Client) -> None:
    page = client.get("/interests/questions/?a=12&next=4", follow=True)

    assert page.redirect_chain == [("/interests/questions/?a=124", 302)]
    assert "Statement 4 of 30" in page.content.decode()
    assert 'href="/interests/questions/?a=12"' in page.content.decode()  # back


def test_no_answer_is_told_and_asked_again(client: Client) -> None:
    page = text(client, "/interests/questions/?a=12&next=")

    assert "Statement 3 of 30" in page
    assert "Choose one of the five answers" in page
    assert "<title>Error:" in page


def test_the_last_answer_leads_to_the_results(client: Client) -> None:
    page = client.get(f"/interests/questions/?a={'3' * 29}&next=5")

    assert page["Location"] == f"{RESULTS}?a={'3' * 29}5"


def test_all_on_one_page_leads_to_the_same_results(client: Client) -> None:
    given = answers("Bell Ringers")

    page = client.get("/interests/all/", {f"s{i}": digit for i, digit in enumerate(given, 1)} | {"sent": "1"})

    assert page["Location"] == f"{RESULTS}?a={given}"


def test_all_on_one_page_names_what_is_missing_and_keeps_the_rest(client: Client) -> None:
    page = text(client, "/interests/all/?sent=1&" + "&".join(f"s{i}=2" for i in range(2, 31)))

    assert "Error: 1 answer is missing" in page
    assert page.count(" checked") == 29


@pytest.mark.parametrize("title", SCORES)
def test_an_occupations_own_answers_find_it_first(client: Client, title: str) -> None:
    page = text(client, f"{RESULTS}?a={answers(title)}")

    positions = {other: page.find(f">{other}</a>") for other in SCORES if f">{other}</a>" in page}
    assert min(positions, key=lambda other: positions[other]) == title
    assert "Strong fit" in page
    assert f"Your interest code is {CODES[title][0]}" in page


def test_results_say_why_and_that_they_are_a_hint(client: Client) -> None:
    page = text(client, f"{RESULTS}?a={answers('Lantern Keepers')}")

    assert "Realistic and Conventional stand out in your answers and in this work." in page
    assert "<li>take a bike apart, clean it and put it back together</li>" in page
    assert "a hint, not a test" in page


def test_results_are_narrowed_by_schooling(client: Client) -> None:
    page = text(client, f"{RESULTS}?a={answers('Tide Readers')}&education=2")

    assert ">Tide Readers</a>" not in page
    assert ">Lantern Keepers</a>" in page


def test_alike_answers_name_no_careers(client: Client) -> None:
    page = text(client, f"{RESULTS}?a={'4' * 30}")

    assert "All six interests came out alike" in page
    assert "Strong fit" not in page


def test_a_career_with_its_own_address_is_listed_beside_its_occupation(client: Client) -> None:
    from careers.publishing.working_copies import publish  # noqa: PLC0415  # the desk, only to make a page

    profile = full_profile(title="Tide Table Editors", slug="tide-table-editor", onet="99-2000.00")
    career = make_career(profile.model_copy(update={"owns_address": True}), sheet=False)
    publish(copy=career, by="a test")

    for path in (f"{RESULTS}?a={answers('Tide Readers')}", "/interests/investigative/"):
        assert 'href="/careers/tide-table-editor/"' in text(client, path), path


def test_an_interest_lists_the_careers_that_lead_with_it(client: Client) -> None:
    page = text(client, "/interests/artistic/")

    assert ">Bell Ringers</a>" in page
    assert ">Tide Readers</a>" not in page
    assert 'href="/interests/social/"' in page


def test_nothing_keeps_answers(client: Client) -> None:
    for path in (f"{RESULTS}?a={'3' * 30}", "/interests/questions/?a=12", "/interests/all/?s1=3"):
        page = client.get(path)

        assert "no-store" in page["Cache-Control"], path
        assert not page.cookies
        name, _mark, query = path.partition("?")
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": name, "QUERY_STRING": query, "HTTP_HOST": "x"}
        assert KeyMaker().key(environ) is None, path


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{RESULTS}?a=12x", 400),
        (f"{RESULTS}?a=%00", 400),
        (f"{RESULTS}?a=%ff%fe", 400),
        (f"{RESULTS}?a={'1' * 10_000}", 400),
        (f"{RESULTS}?a={'12345' * 6}&education=9", 400),
        (f"{RESULTS}?a={'12345' * 6}&education=%C2%B2", 400),
        (f"{RESULTS}?a={'12345' * 6}&page=1000000000", 404),
        (f"{RESULTS}?a={'12345' * 6}&page=-1", 404),
        ("/interests/questions/?next=7", 400),
        ("/interests/questions/?next=%00", 400),
        ("/interests/all/?s1=9", 400),
        ("/interests/social/?page=99", 404),
        ("/interests/S/", 404),
        ("/interests/%00/", 404),
    ],
)
def test_bad_addresses_are_refused_plainly(client: Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/interests/", 1),
        ("/interests/questions/", 1),
        ("/interests/all/", 1),
        (f"{RESULTS}?a={answers('Tide Readers')}", 8),
        ("/interests/method/", 4),
        ("/interests/realistic/", 8),
    ],
)
def test_queries_are_few(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str, count: int
) -> None:
    with django_assert_num_queries(count):
        client.get(path)
