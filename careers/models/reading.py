"""How often pages are read: a number for each page and day, and nothing about who read it."""

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar, Self

from django.db import connection, models

KEPT_DAYS = 60
POPULAR_DAYS = 28


class DailyReadingQuerySet(models.QuerySet["DailyReading"]):
    def most_read(self, today: dt.date) -> "models.QuerySet[DailyReading, str]":
        """Slugs of the last four weeks, the most read first."""
        since = today - dt.timedelta(days=POPULAR_DAYS)
        sums = self.filter(day__gt=since).values("slug").annotate(total=models.Sum("count"))
        return sums.order_by("-total", "slug").values_list("slug", flat=True)

    def outdated(self, today: dt.date) -> Self:
        return self.filter(day__lt=today - dt.timedelta(days=KEPT_DAYS))


class DailyReading(models.Model):
    """How often the page of a career was read on a day, programs that say what they are not counted."""

    slug = models.SlugField(max_length=120, db_index=False)
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    objects = DailyReadingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "slug"], name="one_reading_per_day_and_slug")
        ]

    def __str__(self) -> str:
        return f"{self.slug} on {self.day}: {self.count}"

    @classmethod
    def add(cls, counts: Mapping[tuple[str, dt.date], int]) -> None:
        """Add to the counts by slug and day; several processes may do so at once."""
        rows = sorted((day, slug, count) for (slug, day), count in counts.items())
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO careers_dailyreading (day, slug, count) VALUES (%s, %s, %s) "
                "ON CONFLICT (day, slug) DO UPDATE SET count = careers_dailyreading.count + excluded.count",
                rows,
            )
