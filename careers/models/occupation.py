"""Occupations: SOC codes, O*NET-SOC occupations, their titles, tasks, groups and neighbors."""

from typing import ClassVar

from django.db import models

from careers.models.release import Loaded, Release


class SocCode(models.Model):
    """A code of the Standard Occupational Classification.

    Or one that wages and projections combine codes into.
    """

    class Level(models.TextChoices):
        TOTAL = "total", "All occupations"
        MAJOR = "major", "Major group"
        MINOR = "minor", "Minor group"
        BROAD = "broad", "Broad occupation"
        DETAILED = "detailed", "Detailed occupation"
        COMBINED = "combined", "Combined for wages and projections"

    code = models.CharField(max_length=7, primary_key=True, help_text="29-2072")
    title = models.CharField(max_length=200)
    level = models.CharField(max_length=8, choices=Level)
    release = models.ForeignKey(Release, on_delete=models.PROTECT)
    is_vanished = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["code"]
        verbose_name = "SOC code"

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class Occupation(models.Model):
    """One O*NET-SOC occupation. It is never deleted; what the agency dropped is marked."""

    code = models.CharField("O*NET-SOC code", max_length=10, primary_key=True, help_text="29-2072.00")
    soc = models.ForeignKey(
        SocCode, on_delete=models.PROTECT, related_name="occupations", verbose_name="SOC code"
    )
    title = models.CharField(max_length=200)
    description = models.TextField(
        blank=True, help_text="The agency's own words; empty until its file is loaded."
    )
    release = models.ForeignKey(Release, on_delete=models.PROTECT)
    is_vanished = models.BooleanField(
        default=False, help_text="The newest release no longer has this occupation."
    )

    class Meta:
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def borrows_from_parent(self) -> bool:
        """Whether wages and projections are published for the six-digit parent only.

        So it is for codes that do not end in .00.
        """
        return not self.code.endswith(".00")


class OtherTitle(Loaded):
    """Another name of an occupation, as the agency collected it."""

    class Kind(models.TextChoices):
        ALTERNATE = "alternate", "Alternate title"
        REPORTED = "reported", "Reported by workers"

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="other_titles")
    kind = models.CharField(max_length=9, choices=Kind)
    title = models.CharField(max_length=250)
    short_title = models.CharField(max_length=150, blank=True, help_text="Often an acronym.")
    is_shown_in_my_next_move = models.BooleanField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "occupation", "kind", "title"], name="one_row_per_other_title"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Task(Loaded):
    """A task statement, in the agency's words. Loaded by operators only; never shipped."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="tasks")
    task_id = models.IntegerField()
    text = models.TextField()
    kind = models.CharField(
        max_length=12, blank=True, help_text="Core, Supplemental, or empty where not said."
    )
    reported_on = models.CharField(max_length=7, blank=True, help_text="Month of the rating, as in 2023-08.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "task_id"], name="one_row_per_task")
        ]

    def __str__(self) -> str:
        return self.text


class TaskRating(Loaded):
    """How important and how relevant a task is, where the release rates tasks."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="task_ratings")
    task_id = models.IntegerField()
    importance = models.DecimalField(max_digits=5, decimal_places=2, null=True, help_text="1 to 5")
    relevance = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, help_text="Percent of workers, 0 to 100"
    )
    is_suppressed = models.BooleanField(default=False, help_text="The agency advises against using it.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "task_id"], name="one_row_per_task_rating"),
        ]

    def __str__(self) -> str:
        return f"{self.task_id}: {self.importance}"


class RelatedOccupation(Loaded):
    """A neighbor of an occupation, as the agency ranks them."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="related")
    related = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="+")
    tier = models.CharField(max_length=15, help_text="Primary-Short, Primary-Long or Supplemental.")
    rank = models.SmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "occupation", "related"], name="one_row_per_related_occupation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation_id} → {self.related_id}"


class TechnologyUse(Loaded):
    """A software product used in an occupation, with its category."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="technology")
    example = models.CharField(max_length=250)
    category_code = models.CharField(
        max_length=20, help_text="UNSPSC commodity code; from release 30.3 on the agency's element id."
    )
    category = models.CharField(max_length=150)
    is_hot = models.BooleanField(help_text="Often named in job postings.")
    is_in_demand = models.BooleanField(help_text="Often named in job postings for this occupation.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "occupation", "example", "category_code"],
                name="one_row_per_technology_use",
            ),
        ]

    def __str__(self) -> str:
        return self.example


class BrightOutlook(Loaded):
    """An occupation that the agency expects to do well, and why."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="bright_outlook")
    reason = models.CharField(max_length=60, help_text="Rapid Growth, Numerous Job Openings, New & Emerging.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "occupation", "reason"], name="one_row_per_bright_outlook"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation_id}: {self.reason}"


class Framework(models.TextChoices):
    """Editions of the career clusters."""

    SIXTEEN = "16-clusters", "16 career clusters"
    FOURTEEN = "14-clusters", "National Career Clusters Framework (2024), 14 clusters"


class Cluster(models.Model):
    """A field of work in one edition of the career clusters."""

    framework = models.CharField(max_length=12, choices=Framework)
    title = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120)

    class Meta:
        ordering: ClassVar = ["framework", "title"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["framework", "slug"], name="one_cluster_per_framework_and_slug"),
        ]

    def __str__(self) -> str:
        return self.title


class ClusterMember(Loaded):
    """An occupation in a pathway of a cluster."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="cluster_members")
    cluster = models.ForeignKey(Cluster, on_delete=models.CASCADE, related_name="members")
    pathway = models.CharField(max_length=150)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "occupation", "cluster", "pathway"], name="one_row_per_cluster_member"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation_id}: {self.pathway}"
