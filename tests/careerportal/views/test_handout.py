"""The handout and the short address, by the front door."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from careers.models import Address
from careers.models.address import short_code
from careers.publishing.working_copies import publish, withdraw
from tests.careers.editing import make_career, short
from tests.careers.making import make_sheet, save_sheet

pytestmark = pytest.mark.django_db

PATH = "/careers/lantern-keepers/handout.pdf"
CODE = short_code("lantern-keepers")


def test_page_leads_to_its_handout(client: Client) -> None:
    publish(copy=make_career(), by="a test")

    page = client.get("/careers/lantern-keepers/").content.decode()
    response = client.get(PATH)

    assert f'href="{PATH}"' in page
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")


def test_handout_is_kept_until_something_on_it_changes(client: Client) -> None:
    career = make_career()
    publish(copy=career, by="a test", withdraw_at=timezone.now() + dt.timedelta(minutes=5))

    until = Client().get(PATH).cache_until  # type: ignore[attr-defined]  # read by the page cache

    assert until <= timezone.now() + dt.timedelta(minutes=5)


def test_handout_moves_and_goes_with_its_career(client: Client) -> None:
    career = make_career(
        short(title="Lamplighter", slug="lamplighter", owns_address=True, figures_note="Together.")
    )
    publish(copy=career, by="a test")
    Address.objects.create(slug="lamper", career_key=career.key, is_current=False)

    moved = client.get("/careers/lamper/handout.pdf")
    withdraw(copy=career, by="a test")

    assert moved["Location"] == "/careers/lamplighter/handout.pdf"
    assert client.get("/careers/lamplighter/handout.pdf").status_code == 410
    assert client.get("/careers/nobody/handout.pdf").status_code == 404


def test_handout_costs_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    save_sheet(make_sheet())

    with django_assert_max_num_queries(4):
        client.get(PATH)


@pytest.mark.parametrize("typed", [CODE, CODE.upper(), f"{CODE}/"], ids=["printed", "shouted", "slashed"])
def test_short_address_leads_to_the_career(client: Client, typed: str) -> None:
    save_sheet(make_sheet())

    response = client.get(f"/c/{typed}")

    assert (response.status_code, response["Location"]) == (301, "/careers/lantern-keepers/")


def test_short_address_of_an_old_slug_lasts(client: Client) -> None:
    row = save_sheet(make_sheet())
    Address.objects.create(slug="lamp-keepers", occupation=row.occupation, is_current=False)

    assert client.get(f"/c/{short_code('lamp-keepers')}")["Location"] == "/careers/lantern-keepers/"


def test_database_makes_the_same_code(client: Client) -> None:
    save_sheet(make_sheet())

    assert Address.objects.coded(CODE).get().short_code == CODE


@pytest.mark.parametrize(
    "code", ["0", "zzzzzzzz", "%00", "x" * 10_000], ids=["short", "no hex", "NUL", "10 KB"]
)
def test_unknown_code_is_not_found(client: Client, code: str) -> None:
    save_sheet(make_sheet())

    assert client.get(f"/c/{code}").status_code == 404


def test_paper_leads_back_by_the_short_address(client: Client) -> None:
    save_sheet(make_sheet())

    assert f"testserver/c/{CODE}" in client.get("/careers/lantern-keepers/").content.decode()
