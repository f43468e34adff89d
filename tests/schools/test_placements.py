"""Featured schools: in their time, in words, and never in the neutral lists."""

import datetime as dt
import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from careers.models import AuditEntry, Occupation, Version
from careers.publishing.problems import NotPublishableError
from schools.editorial.models import Placement
from schools.editorial.preview import preview_address
from schools.editorial.publishing import publish, withdraw
from schools.models import School
from schools.placement import Kind
from schools.placements import placements_of, register

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("schools")]
CAREER = "29-2072.00"
PAGE = "/careers/medical-records-specialists/"
NOW = timezone.now()
PAYER = "The Franklin Trust"


def make(*, unitid: int = 202806, careers: tuple[str, ...] = (CAREER,), **values: Any) -> Placement:
    placement = Placement.objects.create(
        **{
            "school": School.objects.get(pk=unitid),
            "kind": Kind.PAID,
            "wording": "Evening classes in coding.",
            "starts_at": NOW - dt.timedelta(days=1),
            "ends_at": NOW + dt.timedelta(days=30),
            "paid_by": PAYER,
            "reason": "Its graduates teach here.",
            **values,
        }
    )
    placement.careers.set(Occupation.objects.filter(pk__in=careers))
    return placement


def put_up(**values: Any) -> Placement:
    placement = make(**values)
    publish(placement=placement, by="an editor")
    return placement


def page(client: Client, address: str = PAGE) -> str:
    return client.get(address).content.decode()


def names(now: dt.datetime | None = None) -> list[str]:
    placements = placements_of([f"career:{CAREER}"], now=now)
    return [document.title for document in [*placements.paid, *placements.chosen]]


def test_a_paid_placement_says_so_and_who_pays(client: Client) -> None:
    put_up()

    html = page(client)

    group = re.search(r'<section class="feat.*?</section>', html, re.DOTALL)
    assert group is not None
    assert "Paid placement" in group[0]
    assert f"Paid placement. {PAYER} pays for it." in group[0]
    assert 'rel="sponsored nofollow"' in group[0]


def test_the_neutral_lists_are_the_same_with_and_without(client: Client) -> None:
    finder, before = page(client, "/schools/?career=medical-records-specialists"), page(client)

    put_up()

    def popular(html: str) -> str:
        section = re.search(r"Popular schools.*?</ul>", html, re.DOTALL)
        assert section is not None
        return section[0]

    assert page(client, "/schools/?career=medical-records-specialists") == finder
    assert popular(page(client)) == popular(before)


def test_an_editors_choice_stands_apart_and_says_why(client: Client) -> None:
    put_up(kind=Kind.CHOSEN)

    html = page(client)

    assert "Editors’ choice" in html
    assert "Chosen because: Its graduates teach here." in html
    assert "Paid placement" not in html
    assert PAYER not in html


def test_it_stands_only_where_it_was_placed(client: Client) -> None:
    put_up()

    assert "Paid placement" not in page(client, "/careers/software-developers/")


def test_a_draft_is_nowhere(client: Client) -> None:
    make(wording="Zyxwordthatisnowhere.")

    for address in (PAGE, "/schools/placements/", "/schools/", "/schools/franklin-university/"):
        assert "Zyxword" not in page(client, address)


def test_it_begins_and_ends_by_itself() -> None:
    put_up(starts_at=NOW + dt.timedelta(days=2), ends_at=NOW + dt.timedelta(days=5))

    assert names(NOW) == []
    assert names(NOW + dt.timedelta(days=3)) == ["Franklin University"]
    assert names(NOW + dt.timedelta(days=6)) == []


def test_a_kept_page_holds_no_longer_than_its_placements() -> None:
    put_up(starts_at=NOW + dt.timedelta(days=2), ends_at=NOW + dt.timedelta(days=5))

    assert placements_of([f"career:{CAREER}"]).next_change_at == NOW + dt.timedelta(days=2)
    later = placements_of([f"career:{CAREER}"], now=NOW + dt.timedelta(days=3))
    assert later.next_change_at == NOW + dt.timedelta(days=5)


def test_a_school_that_closes_is_not_shown() -> None:
    placement = put_up()

    School.objects.get(pk=placement.school_id).listing.__class__.objects.filter(
        pk=placement.school_id
    ).update(is_listed=False)

    assert names() == []


@pytest.mark.parametrize("unitid", [100937, 131098, 100733], ids=["closed", "merged", "office"])
def test_a_school_that_is_not_open_cannot_be_placed(unitid: int) -> None:
    with pytest.raises(NotPublishableError, match="not open"):
        put_up(unitid=unitid)


def test_no_more_than_two_stand_together() -> None:
    put_up()
    put_up(unitid=202222)

    with pytest.raises(NotPublishableError, match="Medical Records Specialists would have more than 2"):
        put_up(unitid=205470)
    put_up(unitid=205470, kind=Kind.CHOSEN)
    after = NOW + dt.timedelta(days=30)
    put_up(unitid=205470, starts_at=after, ends_at=after + dt.timedelta(days=9))


def test_the_site_can_turn_paid_placements_off(client: Client, settings: Any) -> None:
    put_up()
    settings.PAID_PLACEMENTS = False

    assert names() == []
    assert "This site takes no paid placements" in page(client, "/schools/placements/")
    with pytest.raises(NotPublishableError, match="takes no paid placements"):
        put_up(unitid=202222)


def test_withdrawing_ends_it_at_once() -> None:
    placement = put_up()

    withdraw(placement=placement, by="an editor", note="The school asked.")

    assert names() == []
    assert register()[0].status == "stopped"
    assert AuditEntry.objects.about("placement", placement.key).count() == 2


def test_the_register_lists_past_ones_too(client: Client) -> None:
    put_up(kind=Kind.CHOSEN)
    placement = make(unitid=202222, starts_at=NOW - dt.timedelta(days=9), ends_at=NOW + dt.timedelta(days=1))
    publish(placement=placement, by="an editor")

    entries = register(now=NOW + dt.timedelta(days=2))
    html = page(client, "/schools/placements/")

    assert [entry.status for entry in entries] == ["running", "ended"]
    assert f"Paid by {PAYER}" in html
    assert "Chosen because" in html


def test_a_change_shows_once_it_is_published_again(client: Client) -> None:
    placement = put_up()
    placement.wording = "Day classes in coding."
    placement.save()
    assert "Evening classes" in page(client)

    publish(placement=placement, by="an editor")

    assert "Day classes" in page(client)
    assert "Evening classes" not in page(client)
    assert Version.objects.of("placement", placement.key).count() == 2


def test_an_example_claims_no_payment(client: Client) -> None:
    put_up(is_example=True)

    html = page(client)

    assert "Example only: nobody paid, and nobody chose it." in html
    assert "pays for it" not in html


def test_a_preview_shows_what_readers_would_see(client: Client) -> None:
    placement = make()

    response = client.get(preview_address(placement))

    assert f"Paid placement. {PAYER} pays for it." in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert client.get("/preview/placement/forged/").status_code == 404


def test_who_may_not_publish_cannot() -> None:
    writer = User.objects.create_user("writer")
    placement = make()

    with pytest.raises(PermissionDenied):
        publish(placement=placement, by=writer)
    writer.user_permissions.add(Permission.objects.get(codename="publish_placement"))
    publish(placement=placement, by=User.objects.get(pk=writer.pk))


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        pytest.param({"paid_by": ""}, "paid_placement_says_who_pays", id="paid by nobody"),
        pytest.param({"kind": "editors", "reason": ""}, "editors_choice_says_why", id="chosen for nothing"),
        pytest.param(
            {"ends_at": NOW - dt.timedelta(days=9)}, "placement_ends_after_it_starts", id="backwards"
        ),
    ],
)
def test_the_database_refuses_what_must_not_be(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make(**values)


def test_the_form_says_in_words_what_is_missing() -> None:
    placement = make()
    placement.paid_by = " "

    with pytest.raises(ValidationError, match="Say who pays"):
        placement.clean()


def test_a_career_page_with_placements_asks_two_queries_more(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    put_up()

    with django_assert_max_num_queries(10):
        client.get(PAGE)
