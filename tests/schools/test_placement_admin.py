"""The screen of a placement: who may do what, and that a link alone changes nothing."""

import pytest
from django.test import Client
from django.urls import reverse

from careers.editorial.roles import MODERATOR, REVIEWER, WRITER
from schools.editorial.models import Placement
from schools.editorial.publishing import status
from tests.careers.editing import make_person
from tests.schools.test_placements import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("schools")]


def logged_in(role: str) -> Client:
    client = Client()
    client.force_login(make_person(role.lower(), role, is_staff=True))
    return client


def action_address(placement: Placement, action: str) -> str:
    return reverse("admin:placements_placement_change", args=[placement.pk]).replace("change", action)


def test_opening_the_address_of_an_action_changes_nothing() -> None:
    placement, reviewer = make(), logged_in(REVIEWER)

    response = reviewer.get(action_address(placement, "publish"))

    assert response.status_code == 200
    assert "Publish this placement?" in response.content.decode()
    assert status(placement) == "draft"


def test_reviewer_publishes_and_ends_it_by_pressing_the_button() -> None:
    placement, reviewer = make(), logged_in(REVIEWER)

    reviewer.post(action_address(placement, "publish"))
    assert status(placement) == "published"

    reviewer.get(action_address(placement, "withdraw"))
    assert status(placement) == "published"

    reviewer.post(action_address(placement, "withdraw"))
    assert status(placement) == "withdrawn"


@pytest.mark.parametrize(
    ("role", "action", "code"),
    [
        (WRITER, "publish", 403),
        (WRITER, "withdraw", 403),
        (WRITER, "preview", 302),
        (MODERATOR, "publish", 403),
        (MODERATOR, "withdraw", 403),
        (MODERATOR, "preview", 403),
        (REVIEWER, "preview", 302),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_role_may_do_what_is_its_own(role: str, action: str, code: int, method: str) -> None:
    placement = make()

    answer = getattr(logged_in(role), method)(action_address(placement, action))

    assert answer.status_code == code
    assert status(placement) == "draft"
