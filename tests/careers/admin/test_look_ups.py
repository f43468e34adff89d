"""Figures and what is public, for editors to see: every list opens, nothing can be written by it."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from careers.admin.base import LookUpAdmin
from careers.models import AuditEntry, KnownEdition, Notice, Synonym, ZeroResultSearch
from careers.publishing.working_copies import publish
from tests.careers.admin.filling import editor, filled
from tests.careers.editing import ADMINISTRATOR, REVIEWER, WRITER, make_career

pytestmark = pytest.mark.django_db

OURS = {"careers", "editorial", "auth", "schools", "placements"}
LISTS = [model._meta.label_lower for model in admin.site._registry if model._meta.app_label in OURS]
LOOK_UPS = [
    model._meta.label_lower
    for model, screen in admin.site._registry.items()
    if isinstance(screen, LookUpAdmin)
]


def address(label: str, page: str = "changelist", *args: Any) -> str:
    return reverse(f"admin:{label.replace('.', '_')}_{page}", args=args)


@pytest.mark.parametrize("label", LISTS)
def test_every_list_opens_and_takes_few_queries(
    admin_client: Client, django_assert_max_num_queries: Any, label: str
) -> None:
    publish(copy=make_career(), by="maker")

    with django_assert_max_num_queries(15):
        response = admin_client.get(address(label), {"q": "a"})

    assert response.status_code == 200


@pytest.mark.parametrize("label", LOOK_UPS)
def test_not_even_the_owner_writes_by_a_look_up(admin_client: Client, label: str) -> None:
    publish(copy=make_career(), by="maker")

    assert admin_client.get(address(label, "add")).status_code == 403
    row = admin.site._registry[
        next(m for m in admin.site._registry if m._meta.label_lower == label)
    ].model.objects.first()
    if row is None:
        return
    assert admin_client.get(address(label, "change", row.pk)).status_code == 200
    assert admin_client.post(address(label, "change", row.pk), {}).status_code == 403
    assert admin_client.post(address(label, "delete", row.pk), {"post": "yes"}).status_code == 403


def test_known_edition_is_kept_by_the_administrator(client: Client) -> None:
    editor(client, ADMINISTRATOR)

    data = {
        "family": "oews",
        "edition": "May 2026",
        "published_on": "2027-05",
        "next_expected_on": "",
        "note": "",
    }
    client.post(address("careers.knownedition", "add"), data)

    assert KnownEdition.objects.filter(edition="May 2026").exists()
    assert AuditEntry.objects.get(subject_type="knownedition").action == "added"


def test_writer_keeps_no_known_edition(client: Client) -> None:
    editor(client, WRITER)

    assert client.get(address("careers.knownedition", "add")).status_code == 403


def test_notice_is_ended_at_once_after_asking(client: Client) -> None:
    notice = Notice.objects.create(text="A workshop on Saturday.")
    editor(client, REVIEWER)
    end = f"/admin/careers/notice/{notice.pk}/end_now/"

    question = client.get(end)
    still_there = Notice.objects.live().exists()
    client.post(end)

    assert "A workshop on Saturday." in question.content.decode()
    assert still_there
    assert "shown" not in client.get(address("careers.notice")).content.decode().split("<tbody")[1]


def test_writer_ends_no_notice(client: Client) -> None:
    notice = Notice.objects.create(text="A workshop on Saturday.")
    editor(client, WRITER)

    assert client.post(f"/admin/careers/notice/{notice.pk}/end_now/").status_code == 403
    assert Notice.objects.live().exists()


def test_search_that_found_nothing_is_ticked_off(client: Client) -> None:
    search = ZeroResultSearch.objects.create(text="lamp person")
    editor(client, REVIEWER)

    change = address("careers.zeroresultsearch", "change", search.pk)
    client.post(change, {**filled(client, change), "is_dealt_with": "on"})

    search.refresh_from_db()
    assert search.is_dealt_with


def test_synonym_is_written_by_a_reviewer(client: Client) -> None:
    editor(client, REVIEWER)

    data = {"words": "lamp person", "means": "lantern", "weight": "0.8", "is_used": "on"}
    client.post(address("careers.synonym", "add"), data)

    assert Synonym.objects.filter(words="lamp person").exists()
