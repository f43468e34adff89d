"""Synonyms: what ships is sound, and what editors write works at once."""

import pytest
from django.test import Client
from django.urls import reverse

from careers.models import ContentVersion, Synonym
from careers.search.relations import load_shipped_synonyms
from careers.search.results import search
from tests.careers.editing import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make_person("ann", is_staff=True, is_superuser=True))
    return client


def first(text: str) -> str:
    return next((hit.title for hit in search(text).items), "")


@pytest.mark.usefixtures("world")
def test_editors_row_works_at_once_and_so_does_taking_it_away(desk: Client) -> None:
    before = ContentVersion.current()
    address = reverse("admin:careers_synonym_add")

    desk.post(address, {"words": "stargazer", "means": "astronomer", "weight": "1", "is_used": "on"})

    assert first("stargazer") == "Astronomers"
    assert ContentVersion.current() > before
    row = Synonym.objects.get(words="stargazer")
    desk.post(reverse("admin:careers_synonym_delete", args=[row.pk]), {"post": "yes"})
    assert first("stargazer") == ""


@pytest.mark.usefixtures("world")
def test_shipped_row_is_switched_off_and_not_deleted(desk: Client) -> None:
    row = Synonym.objects.get(words__startswith="fix,")

    refused = desk.post(reverse("admin:careers_synonym_delete", args=[row.pk]), {"post": "yes"})
    data = {"words": row.words, "means": row.means, "weight": str(row.weight)}
    desk.post(reverse("admin:careers_synonym_change", args=[row.pk]), data)

    assert refused.status_code == 403
    assert not Synonym.objects.get(pk=row.pk).is_used


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("words", "means"), [(" , ", "astronomer"), ("stargazer", ",")])
def test_row_without_words_is_refused(desk: Client, words: str, means: str) -> None:
    response = desk.post(
        reverse("admin:careers_synonym_add"), {"words": words, "means": means, "weight": "1", "is_used": "on"}
    )

    assert response.status_code == 200
    assert not Synonym.objects.filter(words=words, means=means).exists()


def test_shipped_synonyms_are_sound_and_load_once() -> None:
    added = load_shipped_synonyms()

    assert added == Synonym.objects.count() > 200
    assert load_shipped_synonyms() == 0
    for row in Synonym.objects.all():
        row.full_clean()
        assert len(set(row.from_words)) == len(row.from_words), row


def test_row_dropped_from_the_software_goes_and_an_editors_row_stays() -> None:
    Synonym.objects.create(words="old shipped", means="gone", is_shipped=True)
    Synonym.objects.create(words="ours", means="kept")

    load_shipped_synonyms()

    assert not Synonym.objects.filter(words="old shipped").exists()
    assert Synonym.objects.filter(words="ours").exists()
