"""Saving on the device, and lists that are an address."""

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from careerportal.pagecache.rules import KeyMaker
from careers.publishing.working_copies import publish, withdraw
from tests.careers.editing import full_profile, make_career, short
from tests.careers.making import make_sheet, save_sheet

pytestmark = pytest.mark.django_db

OURS = {"sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def occupations() -> None:
    for place, title in enumerate(("Lantern Keepers", "Bell Ringers", "Tide Readers")):
        save_sheet(make_sheet(title, onet=f"99-{place + 1}000.00"))


def send(client: Client, slug: str = "", action: str = "add", **headers: str) -> HttpResponse:
    return client.post(  # type: ignore[return-value]  # the test client's response is an HttpResponse
        "/saved/", {"c": slug, "action": action}, headers=headers or OURS
    )


def text(client: Client, path: str = "/saved/") -> str:
    page = client.get(path)
    assert page.status_code == 200
    return page.content.decode()


def test_what_is_saved_shows_on_its_own_page_until_it_is_removed(client: Client) -> None:
    send(client, "bell-ringers")
    send(client, "tide-readers")

    both = text(client)
    send(client, "bell-ringers", "remove")
    one = text(client)

    assert ">Bell Ringers</a>" in both
    assert ">Tide Readers</a>" in both
    assert "/careers/compare/?c=bell-ringers&amp;c=tide-readers" in both
    assert ">Bell Ringers</a>" not in one
    assert ">Tide Readers</a>" in one


def test_withdrawn_career_cannot_be_saved_any_more(client: Client) -> None:
    note = "The Bureau counts keepers and ringers together."
    own = short(slug="fog-callers", onet="99-1000.00", owns_address=True, figures_note=note)
    copy = make_career(own, sheet=False)
    publish(copy=copy, by="a test")
    withdraw(copy=copy, by="a test")

    answer = send(client, "fog-callers")

    assert answer.status_code == 410
    assert "saved" not in answer.cookies


def test_clearing_takes_the_cookie_away(client: Client) -> None:
    send(client, "bell-ringers")

    answer = send(client, action="clear")

    assert answer.cookies["saved"]["max-age"] == "0"
    assert "Nothing is saved yet" in text(client)


def test_saving_leads_to_the_list_and_sets_a_cookie_for_it_alone(client: Client) -> None:
    answer = send(client, "bell-ringers")

    assert (answer.status_code, answer["Location"]) == (303, "/saved/?told=saved")
    cookie = answer.cookies["saved"]
    assert cookie.value == "bell-ringers"
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/saved/", True, "Lax")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://["}, 403),
        ({"origin": "http://testserver"}, 303),
    ],
)
def test_forms_of_other_sites_save_nothing(client: Client, headers: dict[str, str], status: int) -> None:
    assert send(client, "bell-ringers", **headers).status_code == status


@pytest.mark.parametrize(
    ("slug", "action", "status"),
    [
        ("no-such-career", "add", 404),
        ("", "add", 404),
        ("bell-ringers", "sell", 400),
        ("\0", "add", 400),
        ("x" * 10_000, "add", 400),
    ],
)
def test_what_makes_no_sense_is_refused(client: Client, slug: str, action: str, status: int) -> None:
    assert send(client, slug, action).status_code == status


def test_a_full_list_says_so_and_keeps_what_it_has(client: Client) -> None:
    client.cookies["saved"] = ".".join(f"career-{i}" for i in range(40))

    answer = send(client, "bell-ringers")

    assert answer["Location"] == "/saved/?told=full"
    assert "The list is full" in text(client, "/saved/?told=full")
    assert "bell-ringers" not in answer.cookies["saved"].value


def test_a_damaged_cookie_does_no_harm(client: Client) -> None:
    client.cookies["saved"] = "bell-ringers.<script>.%00.no-such.bell-ringers." + "x" * 3000

    page = text(client)

    assert page.count(">Bell Ringers</a>") == 1
    assert "<script>." not in page


def test_the_page_of_saved_careers_is_kept_nowhere(client: Client) -> None:
    page = client.get("/saved/")

    assert "no-store" in page["Cache-Control"]
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/saved/", "QUERY_STRING": "", "HTTP_HOST": "x"}
    assert KeyMaker().key(environ) is None


def test_a_career_page_has_the_form_and_no_cookie(client: Client) -> None:
    page = client.get("/careers/bell-ringers/")

    assert 'action="/saved/"' in page.content.decode()
    assert not page.cookies
    assert "cookie" not in page.get("Vary", "").lower()


def test_a_list_shows_its_title_note_figures_and_code(client: Client) -> None:
    page = text(client, "/list/?title=By+the+%3Csea%3E&note=Pick+one&c=tide-readers&c=bell-ringers")

    assert "<h1>By the &lt;sea&gt;</h1>" in page
    assert "Pick one" in page
    assert page.index(">Tide Readers</a>") < page.index(">Bell Ringers</a>")
    assert "$50,100" in page
    assert "QR code" in page
    assert 'content="noindex, nofollow"' in page


def test_a_career_with_its_own_address_is_saved_and_listed(client: Client) -> None:
    profile = full_profile(title="Night Keepers", slug="night-keepers", onet="99-1000.00")
    career = make_career(profile.model_copy(update={"owns_address": True}), sheet=False)
    publish(copy=career, by="a test")

    send(client, "night-keepers")

    assert ">Night Keepers</a>" in text(client)
    assert ">Night Keepers</a>" in text(client, "/list/?c=night-keepers")


def test_a_list_says_what_is_gone(client: Client) -> None:
    assert "1 address on the list leads to no page" in text(client, "/list/?c=bell-ringers&c=gone")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 200),
        ("c=gone", 404),
        ("c=%00", 400),
        ("title=%ff&c=bell-ringers", 400),
        (f"title={'x' * 10_000}", 400),
        ("&".join(f"c=a{i}" for i in range(41)), 400),
    ],
)
def test_bad_lists_are_refused_plainly(client: Client, query: str, status: int) -> None:
    assert client.get(f"/list/?{query}").status_code == status


@pytest.mark.parametrize("slugs", [["bell-ringers"], ["bell-ringers", "tide-readers", "lantern-keepers"]])
def test_queries_do_not_grow_with_the_list(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, slugs: list[str]
) -> None:
    with django_assert_num_queries(4):
        client.get("/list/?" + "&".join(f"c={slug}" for slug in slugs))
