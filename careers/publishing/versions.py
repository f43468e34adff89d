"""Writing versions: the only code that does. Works for any subject, from its document alone."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from pydantic import BaseModel

from careers.models import AuditEntry, ContentVersion, SubjectType, Version
from careers.models.locks import wait_for_named
from careers.search.reindex import reindex


@dataclass(frozen=True, slots=True)
class VersionSubject:
    """What a version is of: a ``SubjectType`` and the subject's lasting key."""

    type: str
    key: str


class CannotWithdrawError(Exception):
    """There is nothing public or scheduled to withdraw."""


def lock_subject(subject: VersionSubject) -> None:
    """Let nobody else publish ``subject`` until this transaction ends; waits for those who do."""
    wait_for_named(f"{subject.type}:{subject.key}")


@transaction.atomic
def create_version(
    *,
    subject: VersionSubject,
    document: BaseModel,
    sheet: dict[str, Any] | None,
    by: str,
    note: str = "",
    publish_at: dt.datetime | None = None,
    withdraw_at: dt.datetime | None = None,
) -> Version:
    """Freeze ``document`` as the subject's next version, public from ``publish_at`` (now, if ``None`` or
    past).

    A version that was scheduled before is called off: what goes out is always the last decision. Raises
    ValueError for a withdrawal that comes before the publication.
    """
    lock_subject(subject)
    now = timezone.now()
    publish_at = max(publish_at or now, now)
    if withdraw_at is not None and withdraw_at <= publish_at:
        raise ValueError("A text is withdrawn after it was published, not before.")
    for waiting in Version.objects.of(subject.type, subject.key).scheduled(now):
        cancel(version=waiting, by=by, note="Another version took its place.")
    version = Version.objects.create(
        subject_type=subject.type,
        subject_key=subject.key,
        number=_next_number(subject),
        document=document.model_dump(mode="json"),
        sheet=sheet,
        note=note,
        by=by,
        created_at=now,
        publish_at=publish_at,
        withdraw_at=withdraw_at,
    )
    when = f", public from {publish_at:%Y-%m-%d %H:%M %Z}" if publish_at > now else ""
    _record(
        version,
        by,
        f"{'scheduled' if when else 'published'} version {version.number}",
        f"{note}{when}".strip(", "),
    )
    ContentVersion.bump()
    if publish_at <= now:
        _search_anew(subject)
    return version


@transaction.atomic
def propose(*, subject: VersionSubject, document: BaseModel, by: str, note: str) -> Version:
    """Freeze a changed shipped text as a proposal. It is public only once an editor publishes it.

    Earlier proposals of the subject that still wait are closed: the new one holds what they held.
    """
    lock_subject(subject)
    Version.objects.of(subject.type, subject.key).proposed().update(answered_at=timezone.now())
    version = Version.objects.create(
        subject_type=subject.type,
        subject_key=subject.key,
        number=_next_number(subject),
        document=document.model_dump(mode="json"),
        note=note,
        by=by,
        is_proposal=True,
    )
    _record(version, by, f"proposed version {version.number}", note)
    return version


@transaction.atomic
def answer(*, version: Version, by: str, is_taken: bool, note: str = "") -> None:
    """Close a proposal that was taken into the working copy, or refused. It stays in the history."""
    changed = Version.objects.filter(pk=version.pk).proposed().update(answered_at=timezone.now())
    if changed:
        _record(version, by, f"{'took in' if is_taken else 'refused'} version {version.number}", note)


@transaction.atomic
def cancel(*, version: Version, by: str, note: str = "") -> None:
    """Take back a schedule. The version keeps its number and is never public."""
    changed = Version.objects.filter(pk=version.pk).scheduled().update(publish_at=None, withdraw_at=None)
    if changed:
        _record(version, by, f"called off version {version.number}", note)
        ContentVersion.bump()


@transaction.atomic
def withdraw(*, subject: VersionSubject, by: str, note: str = "", at: dt.datetime | None = None) -> Version:
    """Take the subject's live or scheduled version off the site, now or ``at`` a day to come.

    Raises CannotWithdrawError where nothing is live or scheduled.
    """
    lock_subject(subject)
    now = timezone.now()
    at = max(at or now, now)
    versions = Version.objects.of(subject.type, subject.key)
    version = versions.live(now).first() or versions.scheduled(now).order_by("publish_at").first()
    if version is None:
        raise CannotWithdrawError(f"Nothing of {subject.key} is public or scheduled.")
    if version.publish_at and version.publish_at > at:
        cancel(version=version, by=by, note=note)
    else:
        Version.objects.filter(pk=version.pk).update(withdraw_at=at)
        when = f", from {at:%Y-%m-%d %H:%M %Z}" if at > now else ""
        _record(version, by, f"withdrew version {version.number}", f"{note}{when}".strip(", "))
    ContentVersion.bump()
    if at <= now:
        _search_anew(subject)
    version.refresh_from_db()
    return version


def _search_anew(subject: VersionSubject) -> None:
    """Let search know once all is in its place; should that fail, the clock does it within a minute."""
    if subject.type == SubjectType.CAREER:
        transaction.on_commit(partial(reindex, subject.key), robust=True)


def _next_number(subject: VersionSubject) -> int:
    newest = (
        Version.objects.of(subject.type, subject.key)
        .order_by("-number")
        .values_list("number", flat=True)
        .first()
    )
    return (newest or 0) + 1


def _record(version: Version, by: str, action: str, note: str) -> None:
    AuditEntry.record(
        who=by,
        action=action,
        subject_type=version.subject_type,
        subject_key=version.subject_key,
        title=str(version.document.get("title", "")),
        note=note,
    )
