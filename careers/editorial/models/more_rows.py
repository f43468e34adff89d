"""Ordered parts of the last chapters: careers like this, whom to ask, sources, codes."""

from typing import ClassVar

from django.db import models

from careers.documents.choices import CodeScheme
from careers.editorial.models.career import Career
from careers.editorial.models.records import Organization
from careers.editorial.models.working_copy import LOWER_SLUG, ChildRow
from careers.models.partial_dates import PARTIAL_DATE


class RelatedCareer(ChildRow):
    """Another career of this site, and why to look at it."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="related")
    slug = models.SlugField(
        "page", max_length=120, validators=[LOWER_SLUG], help_text="The last part of its page's address."
    )
    title = models.CharField(
        max_length=200,
        blank=True,
        help_text="Its name. Left empty, it is taken from the page when you publish.",
    )
    reason = models.CharField(
        max_length=200,
        blank=True,
        help_text="What is alike and what is not: “Same clinics, but you meet the patients.”",
    )

    class Meta(ChildRow.Meta):
        verbose_name = "career like this"
        verbose_name_plural = "careers like this"

    def __str__(self) -> str:
        return self.title or self.slug


class CareerAssociation(ChildRow):
    """An organization that readers of this career turn to."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="associations")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="uses")
    why = models.CharField(max_length=200, blank=True, help_text="What readers find there.")

    class Meta(ChildRow.Meta):
        verbose_name = "association"

    def __str__(self) -> str:
        return str(self.organization)


class Resource(ChildRow):
    """Something else to read, watch or use."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="resources")
    title = models.CharField(max_length=150, help_text="Its name, as the link.")
    address = models.URLField(max_length=300, help_text="Starting with https://.")
    text = models.CharField(max_length=250, blank=True, help_text="What a reader finds there.")

    def __str__(self) -> str:
        return self.title


class SourceRow(ChildRow):
    """Where facts of the text come from."""

    key = models.SlugField(
        "short name",
        max_length=60,
        validators=[LOWER_SLUG],
        help_text="By which the facts name it: bls-oews. Small letters, digits, hyphens.",
    )
    title = models.CharField(max_length=250, help_text="The title of the page, report or table.")
    publisher = models.CharField(max_length=150, help_text="Who put it out.")
    address = models.URLField(
        max_length=400, blank=True, help_text="The page itself, not the publisher's front page."
    )
    published_on = models.CharField(
        max_length=10, blank=True, validators=[PARTIAL_DATE], help_text="2025, 2025-04 or 2025-04-30."
    )
    accessed_on = models.DateField(null=True, blank=True, help_text="The day you read it.")
    supports = models.CharField(max_length=250, blank=True, help_text="What it says that we say.")

    class Meta(ChildRow.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.key}: {self.title}"


class CareerSource(SourceRow):
    """A source of a career's text."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="sources")

    class Meta(SourceRow.Meta):
        verbose_name = "source"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["career", "key"], name="one_source_per_short_name"),
        ]


class ReferenceCode(ChildRow):
    """A code that another guide files the career under."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="reference_codes")
    scheme = models.CharField(max_length=9, choices=CodeScheme, help_text="Whose code it is.")
    code = models.CharField(max_length=60, help_text="079.362-014, 14, Health Science …")
    meaning = models.CharField(max_length=150, blank=True, help_text="What the code stands for.")

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.code}"
