"""An operator writes down that a newer edition is out: pages kept in memory must say so at once."""

import pytest
from django.test import Client

from careers.models import ContentVersion, KnownEdition

pytestmark = pytest.mark.django_db


def test_every_change_of_a_known_edition_makes_pages_stale() -> None:
    before = ContentVersion.current()
    edition = KnownEdition.objects.create(family="oews", edition="May 2031")
    added = ContentVersion.current()

    edition.delete()

    assert before < added < ContentVersion.current()


def test_editions_deleted_in_the_list_make_pages_stale(admin_client: Client) -> None:
    edition = KnownEdition.objects.create(family="oews", edition="May 2031")
    before = ContentVersion.current()

    admin_client.post(
        "/admin/careers/knownedition/",
        {"action": "delete_selected", "_selected_action": [edition.pk], "post": "yes"},
    )

    assert not KnownEdition.objects.filter(pk=edition.pk).exists()
    assert ContentVersion.current() > before
