"""Two people at one career."""

import pytest

from careers.editorial.models import Career, SavedCopy, State
from careers.editorial.saving import MAX_SAVED_COPIES, EditConflictError, lock_copy
from careers.publishing.working_copies import record_save
from tests.careers.editing import make_career, make_person

pytestmark = pytest.mark.django_db


def save(career: Career, by: str, **values: str) -> Career:
    """What the desk's form does, from the version it was opened at."""
    held = lock_copy(career, seen=career.lock_version)
    for name, value in values.items():
        setattr(held, name, value)
    held.save()
    record_save(copy=held, by=make_person(by))
    return held


def test_second_to_save_is_told_who_changed_what() -> None:
    career = make_career()
    first, second = Career.objects.get(), Career.objects.get()
    save(first, "ada", overview="By the river.")

    with pytest.raises(EditConflictError) as caught:
        save(second, "bob", overview="By the sea.")

    conflict = caught.value
    assert (conflict.by, [chapter.title for chapter in conflict.changes]) == ("ada", ["The work"])
    assert conflict.changes[0].fields[0].lines[0].pieces[0].text == "By the river."
    assert conflict.at is not None
    assert Career.objects.get(pk=career.pk).overview == "By the river."


def test_saving_again_from_what_was_saved_is_no_conflict() -> None:
    make_career()

    again = save(save(Career.objects.get(), "ada", overview="One."), "bob", overview="Two.")

    assert (again.overview, again.changed_by) == ("Two.", "bob")


def test_save_that_changes_no_word_is_no_save() -> None:
    career = make_career()

    same = save(career, "ada")

    assert same.lock_version == career.lock_version


def test_changed_words_make_an_approved_text_a_draft_again() -> None:
    career = make_career()
    Career.objects.update(state=State.APPROVED)

    save(career, "ada", overview="By the river.")

    assert Career.objects.get().state == State.DRAFT


def test_text_that_was_given_back_stays_so_while_it_is_mended() -> None:
    career = make_career()
    Career.objects.update(state=State.CHANGES_ASKED)

    save(career, "ada", overview="By the river.")

    assert Career.objects.get().state == State.CHANGES_ASKED


def test_only_the_newest_saves_are_kept() -> None:
    career = make_career()
    for number in range(MAX_SAVED_COPIES + 5):
        career.overview = f"Text {number}."
        career.save()
        record_save(copy=career, by="ada")

    assert SavedCopy.objects.count() == MAX_SAVED_COPIES
