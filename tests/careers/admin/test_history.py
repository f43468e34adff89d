"""What was published, compared word by word, and brought back."""

import pytest
from django.test import Client

from careers.editorial.models import Career
from careers.models import Version
from careers.publishing.working_copies import publish, record_save
from tests.careers.admin.filling import editor, page_of
from tests.careers.editing import MODERATOR, WRITER, make_career

pytestmark = pytest.mark.django_db


@pytest.fixture
def career() -> Career:
    """Two versions, and a draft that says something else again."""
    career = make_career()
    for number, text in enumerate(("First words.", "Second words.", "Words of the draft."), start=1):
        career.overview = text
        career.save()
        record_save(copy=career, by="maker")
        if number < 3:
            publish(copy=career, by="maker", note=f"Note {number}.")
            career.refresh_from_db()
    return career


def test_history_names_versions_and_steps(client: Client, career: Career) -> None:
    editor(client, WRITER)

    page = client.get(page_of(career, "history/")).content.decode()

    assert page.index("Version 2") < page.index("Version 1")
    assert "Note 1." in page
    assert page.count("Readers see this") == 1
    assert "published version 2" in page


@pytest.mark.parametrize(
    ("query", "changed"),
    [
        ("from=1&to=2", ["<del>First </del>", "<ins>Second </ins>"]),
        ("from=2&to=draft", ["<ins>Words of the draft.</ins>"]),
        ("from=2&to=2", ["Not a word is different."]),
    ],
    ids=["two versions", "a version and the draft", "the same"],
)
def test_any_two_states_are_compared(client: Client, career: Career, query: str, changed: list[str]) -> None:
    editor(client, WRITER)

    page = client.get(page_of(career, f"compare/?{query}")).content.decode()

    assert all(piece in page for piece in changed)


@pytest.mark.parametrize("query", ["from=99", "from=x", "from=1&to=-1", f"from={'9' * 40}", "", "from=%00"])
def test_state_that_is_not_there_is_not_found(client: Client, career: Career, query: str) -> None:
    editor(client, WRITER)

    assert client.get(page_of(career, f"compare/?{query}")).status_code == 404


def test_old_version_comes_back_as_the_draft(client: Client, career: Career) -> None:
    editor(client, WRITER)

    shown = client.get(page_of(career, "versions/1/revert/"))
    client.post(page_of(career, "versions/1/revert/"), {"seen": shown.context["seen"]})

    assert Career.objects.get().overview == "First words."
    assert Version.objects.live().get().document["overview"] == "Second words."


def test_bringing_back_over_a_newer_save_is_refused(client: Client, career: Career) -> None:
    editor(client, WRITER)

    client.post(page_of(career, "versions/1/revert/"), {"seen": career.lock_version - 1})

    assert Career.objects.get().overview == "Words of the draft."


def test_moderator_brings_nothing_back(client: Client, career: Career) -> None:
    editor(client, MODERATOR)

    response = client.post(page_of(career, "versions/1/revert/"), {"seen": career.lock_version})

    assert response.status_code == 403
    assert Career.objects.get().overview == "Words of the draft."
