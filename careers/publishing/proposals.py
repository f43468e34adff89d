"""Changed shipped texts: proposed to editors, taken in or refused, never forced on them."""

from collections.abc import Iterable

from django.db import transaction

from careers.documents.diff import changed_fields
from careers.documents.profile import Profile
from careers.editorial.models import Career
from careers.editorial.people import By, name_of, require
from careers.editorial.saving import lock_copy
from careers.models import SubjectType, Version
from careers.models.version import VersionQuerySet
from careers.publishing.freezing import freeze
from careers.publishing.thawing import thaw_career
from careers.publishing.versions import answer
from careers.publishing.working_copies import publish, record_save, subject_of


class AnsweredError(Exception):
    """The proposal was taken in or refused before."""


@transaction.atomic
def accept(*, career: Career, version: Version, by: By) -> None:
    """Write a proposal into the working copy, in the fields it changes. Publishing is another step.

    Raises PermissionDenied, or AnsweredError.
    """
    require(by, "change", career)
    career = lock_copy(career, seen=None)
    if not Version.objects.of(career.subject_type, career.key).filter(pk=version.pk).proposed().exists():
        raise AnsweredError(f"{version} does not wait for an answer.")
    thaw_career(
        career=career, profile=Profile.model_validate(version.document), fields=proposed_fields(version)
    )
    answer(version=version, by=name_of(by), is_taken=True)
    record_save(copy=career, by=by)


@transaction.atomic
def refuse(*, version: Version, by: By, note: str = "") -> None:
    """Keep what stands. The proposal stays in the history; the next release of the text may propose again."""
    require(by, "change", Career.objects.get(key=version.subject_key))
    answer(version=version, by=name_of(by), is_taken=False, note=note)


@transaction.atomic
def take_in_and_publish(*, versions: Iterable[Version], by: By) -> list[Career]:
    """Take in proposals and publish them, for careers without unpublished changes of their own.

    Returns the careers that were left alone because they have such changes. Raises as ``publish`` does.
    """
    left = []
    for version in versions:
        career = Career.objects.get(key=version.subject_key)
        if has_unpublished_changes(career):
            left.append(career)
            continue
        accept(career=career, version=version, by=by)
        publish(copy=career, by=by, note=version.note)
    return left


def has_unpublished_changes(career: Career) -> bool:
    """Whether the working copy says something else than the version published last."""
    newest = _published(subject_of(career).key).first()
    frozen = freeze(career, is_lenient=True).model_dump(mode="json")
    return newest is None or bool(changed_fields(newest.document, frozen))


def proposed_fields(version: Version) -> list[str]:
    """The Profile's fields that a proposal changes. It was made from what was published when it came."""
    base = _published(version.subject_key).filter(number__lt=version.number).first()
    return changed_fields(base.document if base else {}, version.document)


def _published(key: str) -> VersionQuerySet:
    return Version.objects.of(SubjectType.CAREER, key).exclude(publish_at=None).order_by("-number")
