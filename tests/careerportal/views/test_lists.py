"""Home, fields of work, areas, sources: counts are true and links lead to what they say."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from careers.models import Area, Notice, Wage
from tests.careers.making import (
    make_entry,
    make_outlook,
    make_pay,
    make_sheet,
    percentiles,
    save_release,
    save_sheet,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def careers() -> None:
    save_sheet(make_sheet())
    rich = percentiles(90_000, 110_000, 150_000, 190_000, 240_000)
    save_sheet(make_sheet("Astronomers Royal", onet="99-2000.00", pay=make_pay(annual=rich)))
    save_sheet(
        make_sheet(
            "Bell Ringers",
            onet="99-3000.00",
            pay=None,
            clusters=None,
            entry=make_entry(rank=2),
            outlook=make_outlook(change_percent=-4.0),
        )
    )


def read(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def listed(page: str) -> list[str]:
    return re.findall(r'<h3><a href="/careers/[\w-]+/">(.*?)</a></h3>', page)


@pytest.mark.usefixtures("careers")
def test_every_way_in_leads_to_as_many_careers_as_it_says(client: Client) -> None:
    home = read(client, "/")

    ways = re.findall(
        r'<a href="(/careers/\?[^"]+)"><span class="l">.*?</span><span class="v">(\d+)</span>', home
    )

    assert len(ways) >= 6
    for path, count in ways:
        assert len(listed(read(client, html.unescape(path)))) == int(count), path


@pytest.mark.usefixtures("careers")
def test_ways_without_a_career_are_not_offered(client: Client) -> None:
    assert "interest=A" not in read(client, "/")


@pytest.mark.usefixtures("careers")
def test_home_draws_careers_that_share_figures_once(client: Client) -> None:
    save_sheet(make_sheet("Lantern Keepers at Sea", onet="99-1234.01"))

    home = read(client, "/")

    assert "Look into 4 careers" in home
    path = re.search(r'stroke-dasharray="0 1" d="([^"]*)"', home)
    assert path
    assert path[1].count("M") == 1  # both figures are published for one made code


@pytest.mark.usefixtures("careers")
def test_field_counts_its_careers(client: Client) -> None:
    assert "<b>Health Science</b><small>2 careers</small>" in read(client, "/")
    assert listed(read(client, "/clusters/health-science/")) == ["Astronomers Royal", "Lantern Keepers"]


def test_unknown_field_is_not_found(client: Client) -> None:
    assert client.get("/clusters/no-such-field/").status_code == 404


@pytest.mark.usefixtures("careers")
def test_list_runs_from_a_to_z_with_pay_on_one_line(client: Client) -> None:
    page = read(client, "/careers/")

    assert listed(page) == ["Astronomers Royal", "Bell Ringers", "Lantern Keepers"]
    assert "Pay runs from $30,000 to $81,200. The median is" in page
    assert "Not published" in page


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("q=zzz", []),
        ("cluster=health-science", ["Astronomers Royal", "Lantern Keepers"]),
        ("pay=100000-", ["Astronomers Royal"]),
        ("growth=shrinking", ["Bell Ringers"]),
        ("education=2", ["Bell Ringers"]),
    ],
)
@pytest.mark.usefixtures("careers")
def test_list_is_narrowed(client: Client, query: str, titles: list[str]) -> None:
    assert listed(read(client, f"/careers/?{query}")) == titles


@pytest.mark.usefixtures("careers")
def test_vanished_occupation_is_not_listed(client: Client) -> None:
    row = save_sheet(make_sheet("Knocker-uppers", onet="99-9000.00"))
    row.occupation.is_vanished = True
    row.occupation.save()

    assert "Knocker-uppers" not in read(client, "/careers/")


def test_list_is_cut_into_pages_with_letters_that_lead_to_them(client: Client) -> None:
    for i in range(51):
        save_sheet(make_sheet(f"{'Aa' if i < 50 else 'Zz'} {i:02d}", onet=f"99-{1000 + i}.00"))

    first, second = read(client, "/careers/"), read(client, "/careers/?page=2")

    assert (len(listed(first)), len(listed(second))) == (50, 1)
    assert '<a href="?page=2#letter-Z">Z</a>' in first
    assert 'id="letter-Z"' in second


def test_searched_words_are_escaped(client: Client) -> None:
    assert "<b>x" not in read(client, "/careers/?q=<b>x")


@pytest.fixture
def columbus() -> Area:
    area = Area.objects.create(code="18140", title="Columbus, OH", kind=Area.Kind.METRO, state="OH")
    release = save_release("oews-metro", "May 2024")
    from careers.models import Industry, SocCode  # noqa: PLC0415

    industry = Industry.objects.create(code="000000", level="cross-industry", title="All")
    for code, median in (("00-0000", 48_000), ("99-1234", 51_516)):
        soc, _new = SocCode.objects.get_or_create(
            code=code, defaults={"title": code, "level": "detailed", "release": release}
        )
        Wage.objects.create(
            release=release,
            soc=soc,
            group="total" if code == "00-0000" else "detailed",
            area=area,
            industry=industry,
            ownership="1235",
            a_median=median,
        )
    return area


def test_area_is_picked_and_its_pay_is_shown(
    client: Client, columbus: Area, django_assert_max_num_queries: Any
) -> None:
    save_sheet(make_sheet())

    picker = read(client, "/areas/?next=/careers/lantern-keepers/")
    link = re.search(r'href="(/careers/lantern-keepers/\?area=18140)#here"', picker)
    assert link
    with django_assert_max_num_queries(12):
        page = read(client, link[1])

    assert "<b>$51,516</b> is the median here, 6% more than in the whole country ($48,600)." in page


@pytest.mark.usefixtures("columbus")
@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/careers/x/", "/admin/", "", "/careers/x/?a=b"]
)
def test_picker_leads_to_careers_of_this_site_only(client: Client, target: str) -> None:
    page = client.get("/areas/", {"next": target}).content.decode()

    assert "area=18140" not in page
    assert "evil" not in page


def test_sources_show_what_each_release_is(client: Client) -> None:
    release = save_release("oews-national", "May 2025")
    release.published_on, release.next_expected_on, release.row_count = "2026-05-15", "2027-05", 1401
    release.obtained_as = "a copy by someone else"
    release.save()

    page = read(client, "/sources/")

    for words in (
        "May 15, 2026",
        "May 2027",
        "1,401",
        "Public domain",
        "a copy by someone else",
        "Pay and number of jobs",
    ):
        assert words in page


def test_notice_stands_on_every_page(client: Client) -> None:
    Notice.objects.create(text="The career fair is on Friday.", link_text="Sign up", link_address="/about/")

    assert "The career fair is on Friday." in read(client, "/privacy/")
