"""Where a career leads on to: next jobs, similar careers, associations and resources."""

from django.db import models

from careers.editorial.models.career import Career
from careers.editorial.models.records import Organization
from careers.editorial.models.working_copy import LOWER_SLUG, ChildRow


class Advancement(ChildRow):
    """A job that people move on to."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="advancement")
    title = models.CharField(max_length=120, help_text="The next job's name.")
    text = models.TextField(blank=True, help_text="What it takes to get there.")
    slug = models.SlugField(
        "page",
        max_length=120,
        blank=True,
        help_text="The last part of its page's address here, if it has one.",
    )

    class Meta(ChildRow.Meta):
        verbose_name_plural = "advancement"

    def __str__(self) -> str:
        return self.title


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
