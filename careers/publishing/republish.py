"""Updating every published career that uses a changed shared record, in one reviewed step."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from careers.documents.diff import ChapterDiff, compare
from careers.documents.profile import Profile
from careers.editorial.models import Career, Certification, Organization
from careers.editorial.people import Actor, name_of, require
from careers.models import SubjectType, Version
from careers.publishing.freezing import certification_values, organization_values
from careers.publishing.versions import VersionSubject, create_version, lock_subject
from careers.publishing.working_copies import sheet_of

SharedRecord = Organization | Certification


@dataclass(frozen=True, slots=True)
class RecordUpdate:
    """What republishing changes in one career: its live version, the new document, and the difference."""

    version: Version
    document: Profile
    changes: list[ChapterDiff]


def pending_updates(record: SharedRecord) -> list[RecordUpdate]:
    """The updates that careers need to show ``record`` as it is now; careers that do so are left out.

    Each document is the live one with the record's new fields, whatever else is in the working copy.
    """
    live = Version.objects.live().filter(subject_type=SubjectType.CAREER)
    versions = list(live.filter(document__contains=_mention(record)).order_by("title"))
    if isinstance(record, Organization):
        named = [version.pk for version in versions]
        issued = {"certifications": [{"issuer": {"id": record.key}}]}
        versions += live.filter(document__contains=issued).exclude(pk__in=named)
    updates = (_update(version, record) for version in versions)
    return [update for update in updates if update.changes]


@transaction.atomic
def republish_careers(
    *, record: SharedRecord, by: Actor, note: str = "", only: Iterable[str] | None = None
) -> list[Version]:
    """Publish a new version of each career that uses ``record``, with nothing changed but the record.

    ``only`` are the keys of careers that the reviewer left ticked; ``None`` is all. Raises PermissionDenied.
    """
    require(by, "publish", Career())
    keys = None if only is None else set(only)
    note = note or _("%(record)s brought up to date.") % {"record": record}
    return [
        _republish(update.version, record, by, note)
        for update in pending_updates(record)
        if keys is None or update.version.subject_key in keys
    ]


def _republish(version: Version, record: SharedRecord, by: Actor, note: str) -> Version:
    """Publish the live document with the new record, and reschedule a waiting one at its own date."""
    subject = VersionSubject(version.subject_type, version.subject_key)
    lock_subject(subject)
    versions = Version.objects.of(subject.type, subject.key)
    scheduled = versions.scheduled().first()
    live = versions.live().get()
    new = _publish_update(live, record, by, note, publish_at=None)
    if scheduled is not None:
        _publish_update(scheduled, record, by, note, publish_at=scheduled.publish_at)
    return new


def _publish_update(
    version: Version, record: SharedRecord, by: Actor, note: str, *, publish_at: dt.datetime | None
) -> Version:
    document = _update(version, record).document
    return create_version(
        subject=VersionSubject(version.subject_type, version.subject_key),
        document=document,
        sheet=sheet_of(document),
        by=name_of(by),
        note=note,
        publish_at=publish_at,
        withdraw_at=version.withdraw_at,
    )


def _mention(record: SharedRecord) -> dict[str, Any]:
    field = "associations" if isinstance(record, Organization) else "certifications"
    return {field: [{"id": record.key}]}


def _update(version: Version, record: SharedRecord) -> RecordUpdate:
    old = version.document
    new = dict(old)
    if isinstance(record, Organization):
        values = organization_values(record)
        new["associations"] = [_with(entry, values) for entry in old["associations"]]
        new["certifications"] = [
            {**entry, "issuer": _with(entry["issuer"], values)} for entry in old["certifications"]
        ]
    else:
        values = certification_values(record)
        new["certifications"] = [_with(entry, values) for entry in old["certifications"]]
    document = Profile.model_validate(new)
    return RecordUpdate(version, document, compare(old, document.model_dump(mode="json")))


def _with(entry: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    return {**entry, **values} if entry["id"] == values["id"] else entry
