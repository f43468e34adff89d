"""Saving a text that two people edit: the second is shown what the first changed, and loses nothing."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from careers.documents.diff import ChapterDiff, changed_fields, compare
from careers.editorial.models import SavedCopy, State
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.people import Actor, name_of
from careers.models import Version

MAX_SAVED_COPIES = 20

CopyType = TypeVar("CopyType", bound=WorkingCopy)


class EditConflictError(Exception):
    """Somebody saved the text after the form was opened: who, when, and what they changed."""

    def __init__(self, by: str, at: dt.datetime | None, changes: list[ChapterDiff]) -> None:
        self.by = by
        self.at = at
        self.changes = changes
        super().__init__(f"{by} saved this text since you opened it.")


def lock_copy(copy: CopyType, *, seen: int | None) -> CopyType:
    """The working copy, locked until this transaction ends.

    ``seen`` is the ``lock_version`` that the caller's form was opened at; ``None`` where there was no form.
    Raises EditConflictError where somebody saved since. Call it inside the transaction that saves.
    """
    current = type(copy).objects.select_for_update().get(pk=copy.pk)
    if seen is not None and current.lock_version != seen:
        raise EditConflictError(current.changed_by, current.changed_at, changes_since(current, seen))
    return current


def changes_since(copy: WorkingCopy, seen: int) -> list[ChapterDiff]:
    """What the saves after save number ``seen`` changed.

    If that save is no longer stored, what changed since the first published version.
    """
    current = _saves(copy).filter(lock_version=copy.lock_version).first()
    return compare(document_at(copy, seen), current.document) if current else []


def document_at(copy: WorkingCopy, seen: int) -> dict[str, Any]:
    """The document as of save number ``seen``.

    If that save is no longer stored, the first published version; empty where there is none.
    """
    state = _saves(copy).filter(lock_version=seen).first() or _published(copy)
    return state.document if state else {}


@transaction.atomic
def store_saved_copy(*, copy: WorkingCopy, document: Mapping[str, Any], by: Actor) -> None:
    """Store the state of a working copy after a save, and raise its ``lock_version``.

    ``document`` is the working copy frozen as it is now; ``copy.completeness`` says how complete it is.
    A text whose words changed becomes a draft again. Does nothing where no word changed.
    """
    last = _saves(copy).first() or _published(copy)
    if last is not None and not changed_fields(last.document, document):
        return
    copy.lock_version += 1
    copy.changed_at = timezone.now()
    copy.changed_by = name_of(by)
    if copy.state != State.CHANGES_ASKED:
        copy.state = State.DRAFT
    copy.save(update_fields=["lock_version", "changed_at", "changed_by", "state", "completeness"])
    SavedCopy.objects.create(
        subject_type=copy.subject_type,
        subject_key=copy.key,
        lock_version=copy.lock_version,
        document=document,
        by=copy.changed_by,
        at=copy.changed_at,
    )
    _saves(copy).filter(lock_version__lte=copy.lock_version - MAX_SAVED_COPIES).delete()


def _saves(copy: WorkingCopy) -> "models.QuerySet[SavedCopy]":
    saves = SavedCopy.objects.filter(subject_type=copy.subject_type, subject_key=copy.key)
    return saves.order_by("-lock_version")


def _published(copy: WorkingCopy) -> Version | None:
    """The first published version, made together with the working copy before its first save."""
    return Version.objects.of(copy.subject_type, copy.key).exclude(publish_at=None).order_by("number").first()
