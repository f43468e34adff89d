"""Two people at one text: the second to save is told who changed what, and loses nothing."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from careers.documents.diff import ChapterDiff, changed_fields, compare
from careers.editorial.models import SavedCopy, State
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.people import By, name_of
from careers.models import Version

KEPT = 20

CopyType = TypeVar("CopyType", bound=WorkingCopy)


class EditConflictError(Exception):
    """Somebody saved since the form was opened: who, when, and what they changed."""

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
    """What the saves after ``seen`` changed.

    Where that save is no longer kept: what changed since the first version.
    """
    now = _saves(copy).filter(lock_version=copy.lock_version).first()
    return compare(document_at(copy, seen), now.document) if now else []


def document_at(copy: WorkingCopy, seen: int) -> dict[str, Any]:
    """What the text said after the save ``seen``.

    What was first published, where that save is no longer kept.
    """
    was = _saves(copy).filter(lock_version=seen).first() or _published(copy)
    return was.document if was else {}


@transaction.atomic
def remember(*, copy: WorkingCopy, document: Mapping[str, Any], by: By) -> None:
    """Note a save that has just happened. ``document`` is the working copy frozen as it is now, and
    ``copy.completeness`` says how complete that is.

    A text whose words changed is a draft again, whatever it was before.
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
    _saves(copy).filter(lock_version__lte=copy.lock_version - KEPT).delete()


def _saves(copy: WorkingCopy) -> "models.QuerySet[SavedCopy]":
    saves = SavedCopy.objects.filter(subject_type=copy.subject_type, subject_key=copy.key)
    return saves.order_by("-lock_version")


def _published(copy: WorkingCopy) -> Version | None:
    """What a working copy said before its first save: it was made together with a version."""
    return Version.objects.of(copy.subject_type, copy.key).exclude(publish_at=None).order_by("number").first()
