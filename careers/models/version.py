"""Versions: what was published, word for word and figure for figure, and when it may be read."""

import datetime as dt
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KT
from django.utils import timezone


class SubjectType(models.TextChoices):
    """What a version, an audit entry or a proposal is about."""

    CAREER = "career", "Career"
    GUIDE = "guide", "Guide"
    PLACEMENT = "placement", "Placement"


class VersionQuerySet(models.QuerySet["Version"]):
    def of(self, subject_type: str, subject_key: str) -> Self:
        return self.filter(subject_type=subject_type, subject_key=subject_key)

    def published(self, now: dt.datetime | None = None) -> Self:
        """Those that are or once were public. Their permalinks work for ever."""
        return self.filter(publish_at__lte=now or timezone.now())

    def live(self, now: dt.datetime | None = None) -> Self:
        """What visitors read at ``now``: of each subject the version published last, unless it is withdrawn.

        Withdrawing the newest version does not bring back an older one.
        """
        now = now or timezone.now()
        outer = models.OuterRef
        newer = Version.objects.filter(
            Q(publish_at__gt=outer("publish_at"))
            | Q(publish_at=outer("publish_at"), number__gt=outer("number")),
            subject_type=outer("subject_type"),
            subject_key=outer("subject_key"),
            publish_at__lte=now,
        )
        not_withdrawn = Q(withdraw_at=None) | Q(withdraw_at__gt=now)
        return self.published(now).filter(not_withdrawn).filter(~models.Exists(newer))

    def scheduled(self, now: dt.datetime | None = None) -> Self:
        """Frozen, and public from a day to come."""
        return self.filter(publish_at__gt=now or timezone.now())

    def proposed(self) -> Self:
        """Changed shipped texts that wait for an editor's word."""
        return self.filter(is_proposal=True, publish_at=None, answered_at=None)

    def newest_first(self) -> Self:
        return self.order_by("subject_type", "subject_key", "-number")

    def without_documents(self) -> Self:
        """For histories and lists, which show neither the text nor the figures."""
        return self.defer("document", "sheet")

    def next_change_at(self, now: dt.datetime | None = None) -> dt.datetime | None:
        """The next moment at which any of these appears or disappears; a cached page lives no longer."""
        now = now or timezone.now()
        moments = self.aggregate(
            publish=models.Min("publish_at", filter=Q(publish_at__gt=now)),
            withdraw=models.Min("withdraw_at", filter=Q(withdraw_at__gt=now)),
        )
        return min((moment for moment in moments.values() if moment), default=None)


class Version(models.Model):
    """One frozen state of a career's profile, a guide or a placement. Written by ``careers.publishing`` only.

    The document, the sheet, the number, the note and the author never change, and no row is ever deleted: the
    database refuses it. The two dates may be set or moved until they have passed. A version without
    ``publish_at`` was never public: a schedule that was called off, or a proposal.
    """

    subject_type = models.CharField(max_length=9, choices=SubjectType)
    subject_key = models.CharField(max_length=120, help_text="The subject's lasting key, not its slug.")
    number = models.PositiveIntegerField()
    document = models.JSONField(help_text="The Profile, guide or placement.")
    sheet = models.JSONField(null=True, blank=True, help_text="The figures of the day, for careers.")
    note = models.TextField(blank=True, help_text="What changed and why, in the publisher's words.")
    by = models.CharField(max_length=150, help_text="Who published it, by the name they had.")
    created_at = models.DateTimeField(default=timezone.now)
    publish_at = models.DateTimeField(null=True, blank=True)
    withdraw_at = models.DateTimeField(null=True, blank=True)
    is_proposal = models.BooleanField(
        default=False, help_text="A changed shipped text, not an editor's work."
    )
    answered_at = models.DateTimeField(
        null=True, blank=True, help_text="When an editor took the proposal in or refused it."
    )
    title = models.GeneratedField(
        expression=KT("document__title"), output_field=models.TextField(), db_persist=True
    )
    slug = models.GeneratedField(
        expression=KT("document__slug"), output_field=models.TextField(), db_persist=True
    )
    summary = models.GeneratedField(
        expression=KT("document__summary"), output_field=models.TextField(null=True), db_persist=True
    )
    onet = models.GeneratedField(
        expression=KT("document__onet"), output_field=models.TextField(null=True), db_persist=True
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_key", "number"], name="one_version_per_number"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_numbers_start_at_one"),
            models.CheckConstraint(
                condition=Q(withdraw_at=None) | Q(withdraw_at__gt=models.F("publish_at")),
                name="version_is_withdrawn_after_it_is_published",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                "subject_type",
                "subject_key",
                models.F("publish_at").desc(),
                name="versions_of_subject_by_date",
            ),
            models.Index(fields=["publish_at"], name="versions_by_publish_at"),
            models.Index(fields=["onet"], name="versions_by_occupation"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises TypeError for a version that exists. Its dates are moved by ``careers.publishing``."""
        if not self._state.adding:
            raise TypeError("A version never changes. Publish a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises TypeError always."""
        raise TypeError("A version is never deleted. Withdraw it.")

    def status(self, now: dt.datetime | None = None) -> str:
        """One of proposed, answered, called-off, scheduled, published, withdrawn.

        Superseded ones are published.
        """
        now = now or timezone.now()
        if self.publish_at is None:
            if self.is_proposal:
                return "answered" if self.answered_at else "proposed"
            return "called-off"
        if self.publish_at > now:
            return "scheduled"
        return "withdrawn" if self.withdraw_at and self.withdraw_at <= now else "published"
