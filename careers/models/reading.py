"""How often pages are read: a number for each page and day, and nothing about who read it."""

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar, Self

from django.db import connection, models

from careers.models.version import SubjectType

KEPT_DAYS = 60
POPULAR_DAYS = 28


class PageViewCountQuerySet(models.QuerySet["PageViewCount"]):
    def most_read(
        self, today: dt.date, subject_type: SubjectType = SubjectType.CAREER
    ) -> "models.QuerySet[PageViewCount, str]":
        """Slugs of the last four weeks, the most read first."""
        since = today - dt.timedelta(days=POPULAR_DAYS)
        of_kind = self.filter(subject_type=subject_type, day__gt=since)
        sums = of_kind.values("slug").annotate(total=models.Sum("count"))
        return sums.order_by("-total", "slug").values_list("slug", flat=True)

    def outdated(self, today: dt.date) -> Self:
        return self.filter(day__lt=today - dt.timedelta(days=KEPT_DAYS))


class PageViewCount(models.Model):
    """How often a page was read on a day; programs that say what they are aren't counted."""

    subject_type = models.CharField(
        max_length=9, choices=SubjectType, default=SubjectType.CAREER, db_default=SubjectType.CAREER
    )
    slug = models.SlugField(max_length=120, db_index=False)
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    objects = PageViewCountQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["day", "subject_type", "slug"], name="one_reading_per_day_and_slug"
            )
        ]

    def __str__(self) -> str:
        return f"{self.slug} on {self.day}: {self.count}"

    @classmethod
    def add(
        cls, counts: Mapping[tuple[str, dt.date], int], subject_type: SubjectType = SubjectType.CAREER
    ) -> None:
        """Add to the counts by slug and day; several processes may do so at once."""
        rows = sorted((day, subject_type.value, slug, count) for (slug, day), count in counts.items())
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO careers_pageviewcount (day, subject_type, slug, count) VALUES (%s, %s, %s, %s) "
                "ON CONFLICT (day, subject_type, slug) "
                "DO UPDATE SET count = careers_pageviewcount.count + excluded.count",
                rows,
            )
