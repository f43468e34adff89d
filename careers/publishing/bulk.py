"""Publishing the first versions of many careers at once, by the same rules as a single one."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Subquery
from django.utils import timezone

from careers.documents.profile import Profile
from careers.editorial.models import Career, Duty, State
from careers.models import AuditEntry, SheetRecord, SubjectType, Version
from careers.publishing.checks import check_document, completeness
from careers.publishing.problems import NotPublishableError
from careers.publishing.thawing import career_texts, thaw_career
from careers.publishing.working_copies import publish

#: The fields of a short profile. Profiles with others are published one by one.
SHORT = {"title", "slug", "onet", "summary", "duties", "kinds", "sources"}


@transaction.atomic
def publish_first_versions(*, profiles: Sequence[Profile], by: str, note: str) -> None:
    """Create careers and publish their first versions.

    Short ones at an occupation's address (a line, duties, kinds of work) are written a table at a time;
    others go the way of an editor's text. Raises NotPublishableError for the first that has errors; then
    nothing is published.
    """
    short = [profile for profile in profiles if _is_short(profile)]
    for profile in short:
        errors = [problem for problem in check_document(profile) if problem.is_error]
        if errors:
            raise NotPublishableError(errors)
    _publish_short(short, by, note)
    for profile in profiles:
        if not _is_short(profile):
            _publish_long(profile, by, note)


def _is_short(profile: Profile) -> bool:
    return not profile.owns_address and profile.model_dump(exclude_defaults=True).keys() <= SHORT


def _publish_short(profiles: Sequence[Profile], by: str, note: str) -> None:
    now = timezone.now()
    careers = Career.objects.bulk_create(
        (
            Career(
                key=profile.onet,
                occupation_id=profile.onet,
                state=State.PUBLISHED,
                state_note=note,
                state_at=now,
                changed_at=now,
                changed_by=by,
                completeness=completeness(profile),
                **{
                    column: value
                    for values in career_texts(profile).values()
                    for column, value in values.items()
                },
            )
            for profile in profiles
        ),
        batch_size=500,
    )
    Duty.objects.bulk_create(
        (
            Duty(career=career, position=place, verb=duty.verb, rest=duty.rest, employer=duty.employer)
            for career, profile in zip(careers, profiles, strict=True)
            for place, duty in enumerate(profile.duties)
        ),
        batch_size=2000,
    )
    Version.objects.bulk_create(
        (
            Version(
                subject_type=SubjectType.CAREER,
                subject_key=profile.onet,
                number=1,
                document=profile.model_dump(mode="json"),
                # copied inside the database: a thousand sheets are tens of megabytes
                sheet=Subquery(SheetRecord.objects.filter(pk=profile.onet).values("document")),
                note=note,
                by=by,
                created_at=now,
                publish_at=now,
            )
            for profile in profiles
        ),
        batch_size=100,
    )
    AuditEntry.objects.bulk_create(
        (
            AuditEntry(
                at=now,
                who=by,
                action="published version 1",
                subject_type=SubjectType.CAREER,
                subject_key=profile.onet,
                title=profile.title,
                note=note,
            )
            for profile in profiles
        ),
        batch_size=1000,
    )


def _publish_long(profile: Profile, by: str, note: str) -> None:
    career = Career(
        occupation_id=profile.onet, owns_address=profile.owns_address, title=profile.title, slug=profile.slug
    )
    career.save()
    thaw_career(career=career, profile=profile)
    publish(copy=career, by=by, note=note)
