"""Guides: short articles that belong to careers."""

from typing import ClassVar

from django.db import models

from careers.editorial.fields import MarkupField
from careers.editorial.models.career import Career
from careers.editorial.models.sources import SourceRow
from careers.editorial.models.working_copy import WorkingCopy
from careers.models import SubjectType


class Guide(WorkingCopy):
    """A short article: an overview of a kind of program, how to read a pay figure."""

    subject_type = SubjectType.GUIDE

    summary = models.CharField(
        max_length=160,
        blank=True,
        help_text="What a reader knows after it, in one sentence of at most 160 characters.",
    )
    body = MarkupField(
        blank=True,
        help_text="Headings, paragraphs, lists and links. Start with the answer; one idea to a paragraph.",
    )
    careers = models.ManyToManyField(
        Career, blank=True, related_name="guides", help_text="The careers on whose pages it is named."
    )

    class Meta:
        ordering: ClassVar = ["title"]
        permissions: ClassVar = [
            ("publish_guide", "Can publish, schedule and withdraw guides"),
            ("review_guide", "Can ask for changes and approve guides"),
        ]


class GuideSource(SourceRow):
    """A source of a guide's text."""

    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="sources")

    class Meta(SourceRow.Meta):
        verbose_name = "source"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["guide", "key"], name="one_guide_source_per_short_name"),
        ]
