"""What pages read, the sheet of each occupation, and which fixtures are in."""

from typing import ClassVar, Self

from django.db import models

from careers.models.occupation import Occupation


class SheetRecordQuerySet(models.QuerySet["SheetRecord"]):
    def current(self) -> Self:
        """The sheets of occupations that the agency's newest release still has."""
        return self.filter(occupation__is_vanished=False)


class SheetRecord(models.Model):
    """The national figures of an occupation's page as one document (``careers.documents.sheet.Sheet``).

    The columns beside the document are copies for lists, filters and sorting; the builder writes both.
    """

    occupation = models.OneToOneField(
        Occupation, on_delete=models.CASCADE, primary_key=True, related_name="sheet"
    )
    document = models.JSONField()
    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120, unique=True)
    figures_code = models.CharField(
        max_length=7, blank=True, help_text="The code whose pay is shown; empty where none is published."
    )
    annual_median = models.IntegerField(null=True, help_text="US dollars a year.")
    growth_percent = models.DecimalField(max_digits=6, decimal_places=1, null=True)
    annual_openings = models.IntegerField(null=True)
    employment = models.IntegerField(null=True)
    education_rank = models.SmallIntegerField(
        null=True, help_text="Entry education: 1 none … 8 doctoral or professional."
    )
    job_zone = models.CharField(max_length=3, blank=True)
    interest_code = models.CharField(max_length=3, blank=True)
    is_bright = models.BooleanField(default=False)
    changed_at = models.DateTimeField(help_text="When the document last became different.")

    objects = SheetRecordQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["title"]

    def __str__(self) -> str:
        return self.title


class LoadedManifest(models.Model):
    """The manifest of fixtures that was loaded last, so that a start with nothing new loads nothing."""

    checksum = models.CharField(
        max_length=64, help_text="SHA-256 of the manifest and what is loaded beside it."
    )
    releases = models.JSONField(
        default=dict,
        help_text="Checksum by source and edition, so that what an operator loaded is told apart.",
    )
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(pk=1), name="only_one_loaded_manifest"),
        ]

    def __str__(self) -> str:
        return self.checksum

    @classmethod
    def is_current(cls, checksum: str) -> bool:
        return cls.objects.filter(pk=1, checksum=checksum).exists()

    @classmethod
    def remember(cls, checksum: str, releases: dict[str, str]) -> None:
        cls.objects.update_or_create(pk=1, defaults={"checksum": checksum, "releases": releases})
