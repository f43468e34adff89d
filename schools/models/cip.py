"""Programs of study: CIP codes, older codes, and the occupations they lead to."""

from typing import ClassVar, Self

from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db import models
from django.db.models.functions import Replace
from django.urls import reverse

from careers.models import Occupation, SocCode
from careers.models.release import Loaded, LoadedQuerySet, Release
from careers.reference import sources


class CipCodeQuerySet(models.QuerySet["CipCode"]):
    def programs(self) -> Self:
        """The six-digit codes that schools report today."""
        return self.filter(level=CipCode.Level.PROGRAM, is_current=True, is_vanished=False)

    def for_occupation(self, occupation: Occupation) -> Self:
        """The programs that the crosswalk leads to ``occupation``.

        They are published for its six-digit code.
        """
        return self.for_soc(occupation.soc_id)

    def for_soc(self, *codes: str) -> Self:
        links = CipSoc.objects.newest().filter(soc__in=codes)
        return self.programs().filter(pk__in=links.values("cip"))

    def titled(self, text: str) -> Self:
        """The programs whose name has all the words of ``text``, in any form of them."""
        return self.programs().filter(search=SearchQuery(text, config="english", search_type="websearch"))


class CipCode(models.Model):
    """A code of the Classification of Instructional Programs: a family, a group, or a program of study."""

    class Level(models.TextChoices):
        FAMILY = "2", "Family"
        GROUP = "4", "Group"
        PROGRAM = "6", "Program"

    code = models.CharField(
        "CIP code", max_length=7, primary_key=True, help_text="51.0713, with its leading zeros."
    )
    title = models.CharField(max_length=200)
    definition = models.TextField(
        blank=True, help_text="The agency's own words; empty until its file is loaded."
    )
    level = models.CharField(max_length=1, choices=Level)
    family = models.CharField(max_length=2, help_text="The code's first two digits.")
    is_current = models.BooleanField(
        help_text="Schools report it today; a code that was moved or deleted is not."
    )
    release = models.ForeignKey(Release, on_delete=models.PROTECT)
    is_vanished = models.BooleanField(default=False, help_text="The newest release no longer has this code.")
    # Postgres takes “Specialist/Coder” for the name of a file, and would find neither word of it.
    search = models.GeneratedField(
        expression=SearchVector(Replace("title", models.Value("/"), models.Value(" ")), config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = CipCodeQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["code"]
        verbose_name = "CIP code"

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("schools:program-detail", args=[self.code])


class CipChange(Loaded):
    """A code of an older edition, or one that was moved, and the code that took its place."""

    old_code = models.CharField(max_length=7)
    old_edition = models.CharField(
        max_length=4, help_text="The edition that the old code belongs to, as in 2010."
    )
    new = models.ForeignKey(CipCode, on_delete=models.CASCADE, related_name="older_codes")
    old_title = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "old_code", "new"], name="one_row_per_change_of_cip"),
        ]
        indexes: ClassVar = [models.Index(fields=["old_code"], name="cip_change_by_old_code")]

    def __str__(self) -> str:
        return f"{self.old_code} → {self.new_id}"


class CipSocQuerySet(LoadedQuerySet["CipSoc"]):
    def newest(self) -> Self:
        """The links of the newest crosswalk."""
        newest = Release.objects.newest(sources.CIP_SOC).values("pk")
        return self.current().filter(release__in=newest)


CipSocManager = models.Manager.from_queryset(CipSocQuerySet)


class CipSoc(Loaded):
    """A program of study prepares for work under this SOC code, as the agencies judge it."""

    cip = models.ForeignKey(CipCode, on_delete=models.CASCADE, related_name="occupation_links")
    soc = models.ForeignKey(SocCode, on_delete=models.CASCADE, related_name="program_links")

    objects: ClassVar[CipSocManager["CipSoc"]] = CipSocManager()

    class Meta:
        verbose_name = "program to occupation link"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "cip", "soc"], name="one_link_per_cip_and_soc"),
        ]

    def __str__(self) -> str:
        return f"{self.cip_id} → {self.soc_id}"
