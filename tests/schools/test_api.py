"""What the open API says about schools."""

import pytest
from ninja.testing import TestClient

from schools.api import router
from schools.models import Program
from tests.schools.test_placements import put_up

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("schools")]
SCHOOL = 202222


@pytest.fixture(scope="module")
def api() -> TestClient:
    return TestClient(router)


def test_programs_of_a_school_by_year(api: TestClient) -> None:
    answer = api.get(f"/{SCHOOL}/programs/").json()

    assert answer["total"] == Program.objects.filter(school=SCHOOL).count()
    assert [item["year"] for item in answer["items"]] == sorted(
        (i["year"] for i in answer["items"]), reverse=True
    )
    coding = [item for item in answer["items"] if item["cip"] == "51.0713" and item["year"] == 2024]
    assert sum(item["completions"] for item in coding) == 12
    assert "completions, 2024" in answer["source"]


def test_an_unknown_school_is_not_found(api: TestClient) -> None:
    assert api.get("/1/programs/").status_code == 404


def test_placements_say_who_paid(api: TestClient) -> None:
    put_up()

    item = api.get("/placements/").json()["items"][0]

    assert (item["label"], item["paid_by"]) == ("Paid placement", "The Franklin Trust")
    assert item["is_paid"]
    assert item["status"] == "running"


def test_examples_claim_no_payment(api: TestClient) -> None:
    put_up(is_example=True)

    item = api.get("/placements/").json()["items"][0]

    assert (item["label"], item["paid_by"]) == ("Example", "")
