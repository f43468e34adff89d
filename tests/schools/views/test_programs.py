"""Pages of programs, and the schools on a career's page."""

import re

import pytest
from django.test import Client

from schools.models import CipChange, Program
from tests.schools.views.test_school import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("schools")]


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return words(response.content.decode())


def test_a_program_shows_careers_levels_and_schools(client: Client) -> None:
    page = shown(client, "/programs/51.0713/")

    finished = sum(Program.objects.newest().filter(cip="51.0713").values_list("completions", flat=True))
    assert f"{finished} people finished it in 2023–24." in page
    assert "Medical Records Specialists Median pay in the whole country $51,140 a year" in page
    assert re.search(r"Where most finish .*Community College", page)


def test_an_older_code_leads_to_todays(client: Client) -> None:
    change = CipChange.objects.get(old_code="15.0503")

    response = client.get("/programs/15.0503/")

    assert (response.status_code, response["Location"]) == (301, f"/programs/{change.new_id}/")


@pytest.mark.parametrize("code", ["99.9999", "51.0799", "01.0480"])
def test_a_code_that_is_none_is_not_found(client: Client, code: str) -> None:
    assert client.get(f"/programs/{code}/").status_code == 404


def test_majors_are_found_by_name_and_by_career(client: Client) -> None:
    assert "Medical Insurance Coding Specialist/Coder" in shown(client, "/programs/?q=coding")
    assert "Computer Science" in shown(client, "/programs/?q=software+developers")
    assert "No program has all of these words" in shown(client, "/programs/?q=alchemy")


def test_a_code_leads_to_its_program(client: Client) -> None:
    assert client.get("/programs/?q=51.0713")["Location"] == "/programs/51.0713/"


def test_a_career_shows_where_most_finish(client: Client) -> None:
    page = shown(client, "/careers/medical-records-specialists/")

    assert "Popular schools: where most finish" in page
    assert "Popular means that many finish there, and nothing else." in page
    assert "See all" in page


def test_a_career_shows_schools_of_the_readers_area(client: Client) -> None:
    from careers.models import Area  # noqa: PLC0415

    Area.objects.get_or_create(code="18140", defaults={"title": "Columbus, OH", "kind": "4", "state": "OH"})

    page = shown(client, "/careers/medical-records-specialists/?area=18140")

    assert re.search(r"In Columbus, OH .*Columbus State Community College.*Popular schools", page)


def test_a_career_page_asks_little_more_of_the_database(
    client: Client, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        client.get("/careers/medical-records-specialists/")
