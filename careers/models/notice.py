"""A short dated announcement on top of every page, set and ended by an editor."""

import datetime as dt
from typing import ClassVar, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from careers.models.content_version import InvalidatesPages, OnManyPagesQuerySet


class NoticeQuerySet(OnManyPagesQuerySet["Notice"]):
    def live(self, now: dt.datetime | None = None) -> Self:
        """Those to show at ``now``, the newest first."""
        now = now or timezone.now()
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=now), starts_at__lte=now).order_by("-starts_at")

    def next_change_at(self, now: dt.datetime | None = None) -> dt.datetime | None:
        """The next moment at which a notice appears or ends; a cached page lives no longer."""
        now = now or timezone.now()
        moments = self.aggregate(
            start=models.Min("starts_at", filter=Q(starts_at__gt=now)),
            end=models.Min("ends_at", filter=Q(ends_at__gt=now)),
        )
        return min((moment for moment in moments.values() if moment), default=None)


class Notice(InvalidatesPages):
    """An announcement to all readers. It is shown from its start to its end, and nowhere before."""

    text = models.CharField(
        max_length=200,
        help_text="One sentence that every reader can use today, such as a workshop or a deadline.",
    )
    link_text = models.CharField(
        max_length=80,
        blank=True,
        help_text="What the link says: “Sign up for the workshop”, not “click here”.",
    )
    link_address = models.CharField(
        max_length=300,
        blank=True,
        validators=[
            RegexValidator(r"^(https?://|/(?!/))", "Start with https:// or with / for a page of this site.")
        ],
        help_text="A page of this site (starting with /) or a full address (starting with https://).",
    )
    starts_at = models.DateTimeField(default=timezone.now, help_text="Readers see it from this moment.")
    ends_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text="When it goes away by itself. Set one: old notices make a site look left alone.",
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-starts_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=models.F("starts_at")),
                name="notice_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(link_address="", link_text="") | (~Q(link_address="") & ~Q(link_text="")),
                name="notice_has_a_whole_link_or_none",
            ),
        ]

    def __str__(self) -> str:
        return self.text
