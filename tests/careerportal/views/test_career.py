"""The page of one career, by the front door."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from careers.documents.sheet import Bright, FiguresOf, Missing
from careers.models import Address, KnownEdition, Version
from tests.careers.making import ONET, make_pay, make_sheet, percentiles, save_sheet

pytestmark = pytest.mark.django_db

PATH = "/careers/lantern-keepers/"


def structured(page: str) -> dict[str, Any]:
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert match
    return dict(json.loads(match[1]))


def read(client: Client, path: str = PATH) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_page_shows_every_chapter_of_figures(client: Client) -> None:
    save_sheet(make_sheet(bright=Bright(release=ONET, reasons=["Numerous Job Openings"])))

    page = read(client)

    for words in (
        "Lantern Keepers</h1>",
        "$50,100",
        "Half earn between $38,500 and $64,900 a year",
        "The median rose 3.1%",
        "Among the biggest employers, Government pays most",
        "It pays most in Area 0, ST",
        "12,100 more jobs by 2034",
        "Much faster than all jobs, more than twice as fast",
        "About 9,300 openings a year",
        "many jobs are expected to open",
        "Certificate after high school",
        "Knowing skill of kind 0",
        "Fits people who are Realistic",
        "Word processing software",
        "Bell Ringers",
        "99-1234.00",
        "Lamp Keeper, Light Warden",
    ):
        assert words in page


def test_page_costs_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    save_sheet(make_sheet())

    with django_assert_max_num_queries(8):
        read(client)


def test_missing_chapters_say_why_and_lead_on(client: Client) -> None:
    missing = Missing(reason="no-pay", nearest_slug="bell-ringers", nearest_title="Bell Ringers")
    save_sheet(make_sheet(pay=None, outlook=None, entry=None, missing={"pay": missing, "outlook": missing}))

    page = read(client)

    assert "The newest federal pay figures have none" in page
    assert '<a href="/careers/bell-ringers/">Bell Ringers</a>' in page
    assert "See pay in your area" not in page


def test_borrowed_figures_say_whose_they_are(client: Client) -> None:
    figures_of = FiguresOf(code="99-1234", title="Keepers", kind="parent")
    save_sheet(make_sheet(onet="99-1234.01", pay=make_pay(figures_of=figures_of)))

    assert "These figures are for Keepers (99-1234)" in read(client)


def test_machines_read_codes_percentiles_place_and_period(client: Client) -> None:
    save_sheet(make_sheet())

    data = structured(read(client))

    assert data["@type"] == "Occupation"
    assert [entry["codeValue"] for entry in data["occupationalCategory"]] == ["99-1234", "99-1234.00"]
    yearly, hourly = data["estimatedSalary"]
    assert {
        name: yearly[name] for name in ("percentile10", "median", "percentile90", "currency", "unitText")
    } == {
        "percentile10": 30000,
        "median": 50100,
        "percentile90": 81200,
        "currency": "USD",
        "unitText": "YEAR",
    }
    assert hourly["unitText"] == "HOUR"
    assert "May 2025" in yearly["description"]
    assert data["occupationLocation"][0]["@type"] == "Country"


def test_machines_are_told_no_pay_that_is_not_published(client: Client) -> None:
    nothing = percentiles(None, None, None, None, None)
    save_sheet(make_sheet(pay=make_pay(annual=nothing, hourly=nothing)))

    assert "estimatedSalary" not in structured(read(client))


def test_structured_data_cannot_end_its_own_element(client: Client) -> None:
    save_sheet(make_sheet("</script><b>Keepers", slug="lantern-keepers"))

    page = read(client)

    assert "</script><b>" not in page
    assert structured(page)["name"] == "</script><b>Keepers"


def test_canonical_address_is_without_the_area(client: Client) -> None:
    save_sheet(make_sheet())

    assert f'<link rel="canonical" href="http://testserver{PATH}">' in read(client, f"{PATH}?area=18140")


def test_unknown_area_changes_nothing(client: Client) -> None:
    save_sheet(make_sheet())

    assert read(client, f"{PATH}?area=nowhere") == read(client)


def test_two_readers_get_the_same_bytes(client: Client) -> None:
    save_sheet(make_sheet())

    first = client.get(PATH)
    second = Client(headers={"cookie": "sessionid=x; theme=dark", "accept-language": "es"}).get(PATH)

    assert first.content == second.content
    assert not first.cookies


def test_newer_edition_shows_in_the_source_line(client: Client) -> None:
    save_sheet(make_sheet())
    KnownEdition.objects.create(family="ep", edition="2025–35", published_on="2026-01-15")

    assert "A newer edition is out: 2025–35 (January 15, 2026)." in read(client)


def test_old_slug_leads_to_the_current_one(client: Client) -> None:
    row = save_sheet(make_sheet())
    Address.objects.create(slug="lamp-keepers", occupation=row.occupation, is_current=False)

    response = client.get("/careers/lamp-keepers/")

    assert (response.status_code, response["Location"]) == (301, PATH)


def test_address_without_a_slash_leads_to_the_page(client: Client) -> None:
    assert client.get(PATH.rstrip("/"))["Location"] == PATH


def test_unknown_career_is_not_found(client: Client) -> None:
    assert client.get("/careers/no-such-work/").status_code == 404


def test_only_get_is_answered(client: Client) -> None:
    assert client.options(PATH).status_code == 405
    assert client.post(PATH).status_code == 403  # the check against forgery comes first


def test_published_line_and_duties_are_shown(client: Client) -> None:
    save_sheet(make_sheet())
    document = {
        "title": "Lantern Keepers",
        "slug": "lantern-keepers",
        "onet": "99-1234.00",
        "summary": "Keep the lamps burning so that ships come home.",
        "duties": [{"verb": "Trim", "rest": "the wicks before dusk."}],
        "kinds": ["Harbor lamp keeper"],
    }
    Version.objects.create(
        subject_type="career",
        subject_key="99-1234.00",
        number=1,
        document=document,
        by="test",
        publish_at=timezone.now(),
    )

    page = read(client)

    assert '<p class="lede">Keep the lamps burning so that ships come home.</p>' in page
    assert "<b>Trim</b><span>the wicks before dusk.</span>" in page
    assert "Harbor lamp keeper" in page
    assert "Keep the lamps burning so that ships come home. Median pay: $50,100." in page


def test_page_is_kept_no_longer_than_its_date_holds(client: Client) -> None:
    save_sheet(make_sheet())

    until = Client().get(PATH).cache_until  # type: ignore[attr-defined]  # read by the page cache

    assert 0 < (until - timezone.now()).total_seconds() <= 25 * 3600


def test_strict_policy_and_no_inline_style(client: Client) -> None:
    save_sheet(make_sheet())

    response = client.get(PATH)

    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert " style=" not in response.content.decode()
    assert not re.search(r"<script(?! type=\"(application/ld\+json|module)\")", response.content.decode())


def test_page_says_who_answers_for_the_text(client: Client) -> None:
    save_sheet(make_sheet())
    document = {
        "title": "Lantern Keepers",
        "slug": "lantern-keepers",
        "onet": "99-1234.00",
        "editor": "Ada Quill",
        "reviewed_on": "2026-03-01",
    }
    Version.objects.create(
        subject_type="career",
        subject_key="99-1234.00",
        number=1,
        document=document,
        by="test",
        publish_at=timezone.now(),
    )

    assert "Text: Ada Quill, last checked on March 1, 2026. Pay is from May 2025." in read(client)
