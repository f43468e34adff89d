"""What is done to many texts at once is listed first."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from careers.editorial.models import Career, State
from careers.models import AuditEntry, Version
from tests.careers.admin.filling import editor
from tests.careers.editing import REVIEWER, WRITER, make_career, make_person, short

pytestmark = pytest.mark.django_db

LIST = "/admin/editorial/career/"


@pytest.fixture
def careers() -> list[Career]:
    first = make_career()
    second = make_career(
        short(title="Bell ringer", slug="bell-ringer", owns_address=True, figures_note="Counted together."),
        sheet=False,
    )
    return [first, second]


def run(client: Client, action: str, careers: list[Career], **values: Any) -> Any:
    data = {"action": action, "_selected_action": [career.pk for career in careers], **values}
    return client.post(reverse("admin:editorial_career_changelist"), data)


def test_approved_texts_are_published_and_the_others_left_alone(
    client: Client, careers: list[Career]
) -> None:
    Career.objects.filter(pk=careers[0].pk).update(state=State.APPROVED)
    editor(client, REVIEWER)

    response = run(client, "publish_approved", careers)
    done = run(client, "publish_approved", careers, confirmed="1", note="Spring.")

    page = response.content.decode()
    assert "Is published at once." in page
    assert "Left alone: it is not approved (Draft)." in page
    assert done.status_code == 302
    assert [(version.title, version.note) for version in Version.objects.all()] == [
        ("Lantern keeper", "Spring.")
    ]


def test_asking_does_nothing(client: Client, careers: list[Career]) -> None:
    Career.objects.update(state=State.APPROVED)
    editor(client, REVIEWER)

    run(client, "publish_approved", careers)

    assert not Version.objects.exists()


def test_writer_publishes_nothing_by_the_list(client: Client, careers: list[Career]) -> None:
    Career.objects.update(state=State.APPROVED)
    editor(client, WRITER)

    run(client, "publish_approved", careers, confirmed="1", note="")

    assert not Version.objects.exists()


def test_texts_are_given_to_an_editor(client: Client, careers: list[Career]) -> None:
    bob = make_person("bob", WRITER, is_staff=True)
    editor(client, WRITER)

    response = run(client, "assign", careers)
    run(client, "assign", careers, confirmed="1", editor=bob.pk)

    assert "Looked after by nobody today" in response.content.decode()
    assert set(Career.objects.values_list("editor", flat=True)) == {bob.pk}
    assert AuditEntry.objects.filter(action="assigned").count() == 2


def test_review_dates_are_set(client: Client, careers: list[Career]) -> None:
    editor(client, WRITER)

    run(client, "set_review_date", careers, confirmed="1", review_due_on="2027-05-01")

    assert set(Career.objects.values_list("review_due_on", flat=True)) == {dt.date(2027, 5, 1)}


def test_missing_date_is_asked_for_again(client: Client, careers: list[Career]) -> None:
    editor(client, WRITER)

    response = run(client, "set_review_date", careers, confirmed="1")

    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Career.objects.exclude(review_due_on=None).exists()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("needs=review", ["Lantern keeper"]),
        ("needs=never", ["Bell ringer", "Lantern keeper"]),
        ("needs=nobody", ["Bell ringer", "Lantern keeper"]),
        ("complete=line", ["Bell ringer", "Lantern keeper"]),
        ("complete=whole", []),
        ("state__exact=approved", ["Bell ringer"]),
        ("q=bell", ["Bell ringer"]),
    ],
)
def test_list_is_narrowed(client: Client, careers: list[Career], query: str, titles: list[str]) -> None:
    Career.objects.filter(title="Lantern keeper").update(review_due_on=dt.date(2020, 1, 1))
    Career.objects.filter(title="Bell ringer").update(state=State.APPROVED)
    editor(client, WRITER)

    texts = client.get(f"{LIST}?{query}").context["cl"].queryset

    assert [career.title for career in texts] == titles


def test_list_takes_few_queries(
    client: Client, careers: list[Career], django_assert_max_num_queries: Any
) -> None:
    editor(client, WRITER)

    with django_assert_max_num_queries(10):
        page = client.get(LIST).content.decode()

    assert "6 %" in page
    assert "May 2025" in page or "no pay" in page
