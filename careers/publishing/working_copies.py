"""Publishing careers and guides: the working copy is checked, frozen, numbered and dated, all or nothing."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import ValidationError

from careers.documents.profile import GuideDocument, Profile
from careers.editorial.models import Career, Guide, State
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.people import Actor, name_of, require
from careers.editorial.saving import lock_copy, store_saved_copy
from careers.editorial.workflow import notify_published
from careers.models import Address, SheetRecord, Version
from careers.publishing.addresses import assign_address
from careers.publishing.checks import check_document, completeness, in_order
from careers.publishing.freezing import freeze, page_titles
from careers.publishing.problems import NotPublishableError, TextProblem
from careers.publishing.thawing import thaw_career, thaw_guide
from careers.publishing.versions import VersionSubject, create_version
from careers.publishing.versions import withdraw as withdraw_version


def subject_of(copy: WorkingCopy) -> VersionSubject:
    """What the versions of a working copy are versions of."""
    return VersionSubject(copy.subject_type, copy.key)


def check(copy: WorkingCopy) -> list[TextProblem]:
    """The errors that prevent publishing, then warnings."""
    try:
        document = freeze(copy)
        problems = []
    except ValidationError as error:
        document = freeze(copy, is_lenient=True)
        problems = [_as_problem(details) for details in error.errors()]
    problems += check_document(document)
    if isinstance(copy, Career):
        problems += _address_problems(copy)
    if isinstance(document, Profile):
        problems += _related_problems(document)
    if type(copy).objects.filter(title__iexact=copy.title).exclude(pk=copy.pk).exists():
        problems.append(TextProblem("title", _("Another text has this title.")))
    return in_order(problems)


@transaction.atomic
def publish(
    *,
    copy: WorkingCopy,
    by: Actor,
    note: str = "",
    publish_at: dt.datetime | None = None,
    withdraw_at: dt.datetime | None = None,
    seen: int | None = None,
) -> Version:
    """Freeze the working copy as a new version, public now or from ``publish_at``.

    Raises PermissionDenied, NotPublishableError with what to mend, or EditConflictError where somebody saved
    since the caller looked (``seen``).
    """
    require(by, "publish", copy)
    copy = lock_copy(copy, seen=seen)
    errors = [problem for problem in check(copy) if problem.is_error]
    if errors:
        raise NotPublishableError(errors)
    document = freeze(copy)
    version = create_version(
        subject=subject_of(copy),
        document=document,
        sheet=sheet_of(document),
        by=name_of(by),
        note=note,
        publish_at=publish_at,
        withdraw_at=withdraw_at,
    )
    if isinstance(copy, Career) and version.status() == "published":
        assign_address(key=copy.key, owns_address=copy.owns_address, slug=copy.slug)
    copy.completeness = completeness(document)
    store_saved_copy(copy=copy, document=version.document, by=by)
    copy.state, copy.state_note, copy.state_at = State.PUBLISHED, note, timezone.now()
    copy.save(update_fields=["state", "state_note", "state_at", "completeness"])
    is_later = version.status() == "scheduled"
    when = (
        _("It is public from %(when)s.") % {"when": f"{version.publish_at:%Y-%m-%d %H:%M %Z}"}
        if is_later
        else ""
    )
    notify_published(copy=copy, by=by, note=note, when=when)
    return version


@transaction.atomic
def withdraw(*, copy: WorkingCopy, by: Actor, note: str = "", at: dt.datetime | None = None) -> Version:
    """Take the text off the site, now or ``at`` a later moment. The working copy stays as it is.

    Raises PermissionDenied, or CannotWithdrawError where nothing is public or scheduled.
    """
    require(by, "publish", copy)
    copy = lock_copy(copy, seen=None)
    version = withdraw_version(subject=subject_of(copy), by=name_of(by), note=note, at=at)
    if version.status() == "withdrawn":
        copy.state, copy.state_note, copy.state_at = State.DRAFT, note, timezone.now()
        copy.save(update_fields=["state", "state_note", "state_at"])
    return version


@transaction.atomic
def revert(*, copy: WorkingCopy, version: Version, by: Actor, seen: int | None = None) -> None:
    """Restore an old version as the working copy. Nothing public changes until that is published.

    Raises PermissionDenied, EditConflictError, or ValueError for a version of another text.
    """
    require(by, "change", copy)
    if (version.subject_type, version.subject_key) != (copy.subject_type, copy.key):
        raise ValueError(f"{version} is not a version of “{copy}”.")
    copy = lock_copy(copy, seen=seen)
    if isinstance(copy, Career):
        thaw_career(career=copy, profile=Profile.model_validate(version.document))
    elif isinstance(copy, Guide):
        thaw_guide(guide=copy, document=GuideDocument.model_validate(version.document))
    record_save(copy=copy, by=by)


def record_save(*, copy: WorkingCopy, by: Actor) -> None:
    """Store the state of a working copy after a save of it and its rows, in the same transaction."""
    document = freeze(copy, is_lenient=True)
    copy.completeness = completeness(document)
    store_saved_copy(copy=copy, document=document.model_dump(mode="json"), by=by)


def sheet_of(document: Profile | GuideDocument) -> dict[str, Any] | None:
    """The current sheet of a career's figures; ``None`` for a guide."""
    if not isinstance(document, Profile):
        return None
    return SheetRecord.objects.filter(occupation_id=document.onet).values_list("document", flat=True).first()


def _as_problem(details: Any) -> TextProblem:
    field, text = str(details["loc"][0]) if details["loc"] else "", str(details["msg"])
    named, colon, rest = text.removeprefix("Value error, ").partition(": ")
    if not field and colon and named in Profile.model_fields:
        return TextProblem(named, rest)
    return TextProblem(field or "sources", text.removeprefix("Value error, "))


def _address_problems(career: Career) -> list[TextProblem]:
    taken = Address.objects.filter(slug=career.slug).first()
    if taken is not None and taken.subject_key != career.key:
        return [TextProblem("slug", _("Another career has or had this address. Choose another."))]
    return []


def _related_problems(profile: Profile) -> list[TextProblem]:
    slugs = [related.slug for related in profile.related] + [
        job.slug for job in profile.advancement if job.slug
    ]
    existing_slugs = set(Address.objects.filter(slug__in=slugs).values_list("slug", flat=True)) | set(
        page_titles(slugs)
    )
    missing = sorted(set(slugs) - existing_slugs)
    message = _("There is no page at %(slugs)s yet.")
    return (
        [TextProblem("related", message % {"slugs": ", ".join(missing)}, is_error=False)] if missing else []
    )
