"""Proposals of changed shipped texts, which editors accept or refuse."""

from collections.abc import Iterable

from django.db import transaction

from careers.documents.diff import changed_fields
from careers.documents.profile import Profile
from careers.editorial.models import Career
from careers.editorial.people import Actor, name_of, require
from careers.editorial.saving import lock_copy
from careers.models import SubjectType, Version
from careers.models.version import VersionQuerySet
from careers.publishing.freezing import freeze
from careers.publishing.thawing import thaw_career
from careers.publishing.versions import answer
from careers.publishing.working_copies import publish, record_save, subject_of


class AnsweredError(Exception):
    """The proposal was accepted or refused before."""


@transaction.atomic
def accept(*, career: Career, version: Version, by: Actor) -> None:
    """Write the fields that a proposal changes into the working copy, without publishing it.

    Raises PermissionDenied, or AnsweredError.
    """
    require(by, "change", career)
    career = lock_copy(career, seen=None)
    if not Version.objects.of(career.subject_type, career.key).filter(pk=version.pk).proposed().exists():
        raise AnsweredError(f"{version} does not wait for an answer.")
    thaw_career(
        career=career, profile=Profile.model_validate(version.document), fields=proposed_fields(version)
    )
    answer(version=version, by=name_of(by), is_accepted=True)
    record_save(copy=career, by=by)


@transaction.atomic
def refuse(*, version: Version, by: Actor, note: str = "") -> None:
    """Refuse a proposal. It stays in the history; the next release of the text may propose it again."""
    require(by, "change", Career.objects.get(key=version.subject_key))
    answer(version=version, by=name_of(by), is_accepted=False, note=note)


@transaction.atomic
def accept_and_publish(*, versions: Iterable[Version], by: Actor) -> list[Career]:
    """Accept proposals and publish them, for careers without unpublished changes.

    Returns the careers that were skipped because they have such changes. Raises as ``publish`` does.
    """
    skipped = []
    for version in versions:
        career = Career.objects.get(key=version.subject_key)
        if has_unpublished_changes(career):
            skipped.append(career)
            continue
        accept(career=career, version=version, by=by)
        publish(copy=career, by=by, note=version.note)
    return skipped


def has_unpublished_changes(career: Career) -> bool:
    """Whether the working copy differs from the version published last."""
    newest = _published(subject_of(career).key).first()
    frozen = freeze(career, is_lenient=True).model_dump(mode="json")
    return newest is None or bool(changed_fields(newest.document, frozen))


def proposed_fields(version: Version) -> list[str]:
    """The Profile's fields that a proposal changes, compared with the version published before it."""
    base = _published(version.subject_key).filter(number__lt=version.number).first()
    return changed_fields(base.document if base else {}, version.document)


def _published(key: str) -> VersionQuerySet:
    return Version.objects.of(SubjectType.CAREER, key).exclude(publish_at=None).order_by("-number")
