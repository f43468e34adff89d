"""Where figures come from: releases that are loaded, editions that exist."""

from typing import Any, ClassVar, Self

from django.db import models

from careers.models.content_version import InvalidatesPages, OnManyPagesQuerySet, Row
from careers.models.partial_dates import PARTIAL_DATE
from careers.reference.sources import SOURCES, edition_order, family_choices, source_choices


class ReleaseQuerySet(models.QuerySet["Release"]):
    def of(self, source: str) -> Self:
        return self.filter(source=source)

    def newest_first(self) -> Self:
        return self.order_by("source", "-edition_order")

    def newest(self, *sources: str) -> Self:
        """The newest release of each of ``sources``, or of every source where none is named."""
        releases = self.filter(source__in=sources) if sources else self
        return releases.order_by("source", "-edition_order").distinct("source")


class Release(models.Model):
    """One edition of one publisher's table, as loaded from one file."""

    source = models.CharField(max_length=40, choices=source_choices)
    edition = models.CharField(
        max_length=40, help_text="As the publisher names it: “May 2025”, “30.1”, “2024–34”."
    )
    edition_order = models.CharField(max_length=40, editable=False, help_text="Sorts editions in time.")
    reference_period = models.CharField(
        max_length=60, blank=True, help_text="The time that the figures describe."
    )
    published_on = models.CharField(max_length=10, blank=True, validators=[PARTIAL_DATE])
    next_expected_on = models.CharField(max_length=10, blank=True, validators=[PARTIAL_DATE])
    publisher = models.CharField(max_length=200)
    license = models.CharField(max_length=80)
    credit_line = models.TextField()
    address = models.URLField()
    obtained_as = models.TextField(
        default="original",
        help_text="“original” for the publisher's own file, otherwise whose extract of which file, and what "
        "is missing.",
    )
    top_code_annual = models.IntegerField(
        null=True, blank=True, help_text="Annual pay is only said to be this or more (US dollars)."
    )
    top_code_hourly = models.DecimalField(
        max_digits=8, decimal_places=2, null=True, blank=True, help_text="The same by the hour (US dollars)."
    )
    file_name = models.CharField(max_length=200)
    checksum = models.CharField(max_length=64, help_text="SHA-256 of the file that was read.")
    row_count = models.IntegerField(default=0)
    loaded_at = models.DateTimeField()

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["source", "-edition_order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "edition"], name="one_release_per_source_and_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.get_source_display()}, {self.edition}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.edition_order = edition_order(self.edition)
        super().save(*args, **kwargs)

    @property
    def family(self) -> str:
        return SOURCES[self.source].family

    @property
    def is_original(self) -> bool:
        return self.obtained_as == "original"


class KnownEditionQuerySet(OnManyPagesQuerySet["KnownEdition"]):
    """Editions; deleting several makes every page stale."""


class KnownEdition(InvalidatesPages):
    """An edition that a publisher is known to have brought out, loaded here or not.

    Kept by the operator. It is what makes "a newer edition is out" show without loading anything.
    """

    family = models.CharField(
        max_length=40,
        choices=family_choices,
        help_text="Which publication: oews for wages, ep for projections, onet for ratings and titles.",
    )
    edition = models.CharField(
        max_length=40, help_text="As the publisher names it: “May 2025”, “31.0”, “2025–35”."
    )
    edition_order = models.CharField(max_length=40, editable=False)
    published_on = models.CharField(
        max_length=10,
        blank=True,
        validators=[PARTIAL_DATE],
        help_text="2026-05-15, or 2026-05 where the day is unknown.",
    )
    next_expected_on = models.CharField(
        max_length=10,
        blank=True,
        validators=[PARTIAL_DATE],
        help_text="When the publisher says the next one comes.",
    )
    note = models.CharField(max_length=200, blank=True)

    objects = KnownEditionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["family", "-edition_order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["family", "edition"], name="one_row_per_known_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.family} {self.edition}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.edition_order = edition_order(self.edition)
        super().save(*args, **kwargs)


class LoadedQuerySet(models.QuerySet[Row]):
    def current(self) -> Self:
        """The rows that the last load of their release still had."""
        return self.filter(is_vanished=False)


class Loaded(models.Model):
    """What every row of figures has.

    The release it came from, and whether a later load of that release dropped it.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE)
    is_vanished = models.BooleanField(
        default=False, help_text="A later load of the same release no longer had this row."
    )

    objects = LoadedQuerySet["Loaded"].as_manager()

    class Meta:
        abstract = True
