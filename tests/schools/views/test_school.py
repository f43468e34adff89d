"""The page of a school."""

import json
import re

import pytest
from django.test import Client

from schools.models import School, SchoolTotal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("schools")]


def page(client: Client, slug: str) -> str:
    response = client.get(f"/schools/{slug}/")
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_school_shows_what_it_is_costs_and_teaches(client: Client) -> None:
    shown = words(page(client, "columbus-state-community-college"))

    assert "A public school in Columbus, Ohio with programs of four years and more." in shown
    assert "$5,188" in shown
    assert "4,529 in 2023–24, all programs" in shown
    assert "Medical Insurance Coding Specialist/Coder" in shown
    assert re.search(r"Leads to Medical Records Specialists \$51,140 a year", shown)
    assert "College Scorecard, institutions, 2024, U.S. Department of Education" in shown


def test_the_number_who_finish_is_the_agencys_total(client: Client) -> None:
    school = School.objects.get(slug="sinclair-community-college")
    total = sum(
        SchoolTotal.objects.filter(school=school, release__edition="2024").values_list(
            "completions", flat=True
        )
    )

    assert f"{total:,} in 2023–24, all programs" in words(page(client, school.slug))


@pytest.mark.parametrize(
    ("slug", "notice"),
    [
        pytest.param("birmingham-southern-college", "This school closed on July 31, 2024.", id="closed"),
        pytest.param(
            "jamestown-business-college", "This school closed in 2024.", id="only the year is known"
        ),
        pytest.param("wesley-college", "now part of another one. Delaware State University", id="merged"),
        pytest.param("purdue-university-indianapolis", "Purdue University-Main Campus", id="part"),
        pytest.param("university-of-alabama-system-office", "has no classes", id="office"),
    ],
)
def test_a_school_that_is_over_says_so_and_sells_nothing(client: Client, slug: str, notice: str) -> None:
    shown = words(page(client, slug))

    assert notice in shown
    assert "Before you sign up" not in shown
    assert "The school’s own site" not in shown


def test_a_school_without_federal_aid_gets_a_fair_caution(client: Client) -> None:
    school = School.objects.filter(takes_federal_aid=False, status="open").first()
    assert school is not None

    assert "The directory does not show that students can use federal aid here." in page(client, school.slug)


def test_every_school_has_a_page_without_gaps(client: Client) -> None:
    for slug in School.objects.values_list("slug", flat=True):
        html = page(client, slug)
        shown = words(re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL))
        assert html.count("<h1") == 1
        assert not re.search(r"\bNone\b|\bnan\b|-2\b(?!\d)(?=\s)", shown), slug
        assert not re.search(r"<h\d[^>]*>\s*</h\d>", html), slug


def test_machines_read_the_school(client: Client) -> None:
    html = page(client, "columbus-state-community-college")
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert match is not None

    data = json.loads(match[1])
    assert data["@type"] == "CollegeOrUniversity"
    assert data["identifier"]["value"] == "202222"
    assert data["address"]["addressRegion"] == "OH"


def test_queries_are_few(client: Client, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(13):  # type: ignore[operator]
        client.get("/schools/ohio-state-university-main-campus/")


def test_an_unknown_school_is_not_found(client: Client) -> None:
    assert client.get("/schools/no-such-school/").status_code == 404
