"""Publishing placements: checked, frozen, numbered and dated; they begin and end by themselves."""

import datetime as dt
from collections import Counter

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from careers.editorial.people import Actor, name_of
from careers.models import SubjectType, Version
from careers.publishing.problems import NotPublishableError, TextProblem
from careers.publishing.versions import VersionSubject, create_version, lock_subject
from careers.publishing.versions import withdraw as withdraw_version
from schools.editorial.models import Placement
from schools.models import Listing
from schools.page.words import place
from schools.placement import Kind, PlacementDocument, Target
from schools.placements import MAX_TOGETHER

EVERY_PLACEMENT = VersionSubject(SubjectType.PLACEMENT, "*")


def subject_of(placement: Placement) -> VersionSubject:
    return VersionSubject(SubjectType.PLACEMENT, placement.key)


def freeze(placement: Placement) -> PlacementDocument:
    """The working copy as the document that readers will get."""
    school = placement.school
    return PlacementDocument(
        title=school.name,
        slug=placement.key,
        kind=Kind(placement.kind),
        unitid=school.pk,
        school_slug=school.slug,
        place=place(school),
        wording=placement.wording,
        link=placement.link,
        careers=[Target(key=career.pk, title=career.title) for career in placement.careers.all()],
        clusters=[Target(key=cluster.slug, title=cluster.title) for cluster in placement.clusters.all()],
        is_home=placement.is_home,
        starts_at=placement.starts_at,
        ends_at=placement.ends_at,
        paid_by=placement.paid_by if placement.kind == Kind.PAID else "",
        reason=placement.reason if placement.kind == Kind.CHOSEN else "",
        position=placement.position,
        is_example=placement.is_example,
    )


def check(placement: Placement, *, now: dt.datetime | None = None) -> list[TextProblem]:
    """What stands in the way of publishing, each with its field."""
    now = now or timezone.now()
    document = freeze(placement)
    problems = []
    if not Listing.objects.filter(pk=document.unitid, is_listed=True).exists():
        problems.append(TextProblem("school", _("This school is not open, or is an office without classes.")))
    if document.is_paid and not settings.PAID_PLACEMENTS:
        problems.append(
            TextProblem("kind", _("This site takes no paid placements (PAID_PLACEMENTS is off)."))
        )
    if document.is_paid and not document.paid_by.strip():
        problems.append(TextProblem("paid_by", _("Say who pays.")))
    if not document.is_paid and not document.reason.strip():
        problems.append(TextProblem("reason", _("Say why you chose this school.")))
    if not document.targets:
        problems.append(TextProblem("careers", _("Choose careers, fields of work, or the home page.")))
    if document.ends_at <= now:
        problems.append(TextProblem("ends_at", _("It would be over before it begins.")))
    problems += [
        TextProblem("starts_at", _("%(target)s would have more than %(most)s of these at once.") % words)
        for words in _crowded(document, now)
    ]
    return problems


def _crowded(document: PlacementDocument, now: dt.datetime) -> list[dict[str, object]]:
    """The targets where this placement would be one too many of its kind at some moment."""
    versions = Version.objects.filter(subject_type=SubjectType.PLACEMENT).exclude(subject_key=document.slug)
    others = [
        PlacementDocument.model_validate(version.document)
        for version in [*versions.live(now), *versions.scheduled(now)]
    ]
    rivals = [
        other
        for other in others
        if other.kind == document.kind
        and other.starts_at < document.ends_at
        and other.ends_at > document.starts_at
    ]
    moments = [
        document.starts_at,
        *(other.starts_at for other in rivals if other.starts_at > document.starts_at),
    ]
    crowded: Counter[str] = Counter()
    for moment in moments:
        present = [other for other in rivals if other.starts_at <= moment < other.ends_at]
        for target in document.targets:
            together = 1 + sum(target in other.targets for other in present)
            crowded[target] = max(crowded[target], together)
    titles = {f"career:{subject.key}": subject.title for subject in document.careers}
    titles |= {f"cluster:{subject.key}": subject.title for subject in document.clusters}
    return [
        {"target": titles.get(target, _("The home page")), "most": MAX_TOGETHER}
        for target, together in sorted(crowded.items())
        if together > MAX_TOGETHER
    ]


@transaction.atomic
def publish(*, placement: Placement, by: Actor, note: str = "") -> Version:
    """Freeze the placement as a new version, shown from its start to its end.

    Raises PermissionDenied, or NotPublishableError with what to mend.
    """
    _require(by)
    lock_subject(EVERY_PLACEMENT)  # two editors at once must not together put up one too many
    placement = Placement.objects.select_for_update().get(pk=placement.pk)
    if problems := check(placement):
        raise NotPublishableError(problems)
    return create_version(
        subject=subject_of(placement),
        document=freeze(placement),
        sheet=None,
        by=name_of(by),
        note=note,
        publish_at=placement.starts_at,
        withdraw_at=placement.ends_at,
    )


@transaction.atomic
def withdraw(*, placement: Placement, by: Actor, note: str = "") -> Version:
    """Take a placement off the site now.

    Raises CannotWithdrawError where it is neither shown nor scheduled.
    """
    _require(by)
    return withdraw_version(subject=subject_of(placement), by=name_of(by), note=note)


def status(placement: Placement, *, now: dt.datetime | None = None) -> str:
    """One of draft, scheduled, published, withdrawn, called-off; of the version that was issued last."""
    versions = Version.objects.of(SubjectType.PLACEMENT, placement.key)
    newest = versions.order_by("-number").first()
    return newest.status(now) if newest else "draft"


def _require(by: Actor) -> None:
    if not isinstance(by, str) and not by.has_perm("placements.publish_placement"):
        raise PermissionDenied(f"{name_of(by)} may not publish placements.")
