"""What an occupation asks of people, as the agency rates it: skills, interests, zones, education."""

from typing import ClassVar

from django.db import models

from careers.models.occupation import Occupation
from careers.models.release import Loaded


class Domain(models.TextChoices):
    SKILLS = "skills", "Skills"
    KNOWLEDGE = "knowledge", "Knowledge"
    ABILITIES = "abilities", "Abilities"
    WORK_STYLES = "work_styles", "Work styles"
    INTERESTS = "interests", "Interests"


class Element(models.Model):
    """A named skill, kind of knowledge, ability, work style or interest.

    The meaning is this site's own sentence.
    """

    domain = models.CharField(max_length=11, choices=Domain)
    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80)
    element_id = models.CharField(
        max_length=20, help_text="The agency's id, of the newest release that named it."
    )
    meaning = models.CharField(
        max_length=160, blank=True, help_text="One line in plain words, shown beside the name."
    )

    class Meta:
        ordering: ClassVar = ["domain", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["domain", "name"], name="one_element_per_domain_and_name"),
            models.UniqueConstraint(fields=["domain", "slug"], name="one_element_per_domain_and_slug"),
        ]

    def __str__(self) -> str:
        return self.name


class Rating(Loaded):
    """Importance (1 to 5) and level (0 to 7) of an element for an occupation.

    For work styles ``importance`` holds the impact (−3 to 3) and ``level`` the distinctiveness rank (0 to 10;
    0 is no rank), since releases from 30.0 on.
    """

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="ratings")
    element = models.ForeignKey(Element, on_delete=models.PROTECT, related_name="ratings")
    importance = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    level = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    is_importance_suppressed = models.BooleanField(
        default=False, help_text="The agency advises against using it."
    )
    is_level_suppressed = models.BooleanField(default=False, help_text="The agency advises against using it.")
    is_not_relevant = models.BooleanField(
        default=False, help_text="So few rated it important that no level applies."
    )
    rated_on = models.CharField(max_length=7, blank=True, help_text="Month of the rating, as in 2023-08.")
    rated_by = models.CharField(
        max_length=40, blank=True, help_text="Analyst, Incumbent, Occupational Expert …"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "occupation", "element"], name="one_rating_per_element"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation_id}: {self.element_id}"


class InterestProfile(Loaded):
    """How well the six Holland interests describe an occupation (1 to 7 each) and the letters that lead."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="interest_profiles")
    realistic = models.DecimalField(max_digits=4, decimal_places=2)
    investigative = models.DecimalField(max_digits=4, decimal_places=2)
    artistic = models.DecimalField(max_digits=4, decimal_places=2)
    social = models.DecimalField(max_digits=4, decimal_places=2)
    enterprising = models.DecimalField(max_digits=4, decimal_places=2)
    conventional = models.DecimalField(max_digits=4, decimal_places=2)
    code = models.CharField(max_length=3, help_text="Holland code: one to three letters, strongest first.")
    rated_on = models.CharField(max_length=7, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "occupation"], name="one_interest_profile_per_occupation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation_id}: {self.code}"


class JobZone(Loaded):
    """How much preparation an occupation needs: 1 to 5, or a span such as "1-2" since release 30.2."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="job_zones")
    zone = models.CharField(max_length=3)
    rated_on = models.CharField(max_length=7, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "occupation"], name="one_job_zone_per_occupation"),
        ]

    def __str__(self) -> str:
        return f"{self.occupation_id}: {self.zone}"


class EducationShare(Loaded):
    """Per cent of workers who name a category of education, experience or training as needed.

    ``scale`` is the agency's: RL and RQ required level of education, RW related work experience, PT on-site
    training, OJ on-the-job training.
    """

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="education_shares")
    scale = models.CharField(max_length=2)
    category = models.SmallIntegerField()
    label = models.CharField(max_length=200, blank=True)
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    is_suppressed = models.BooleanField(default=False, help_text="The agency advises against using it.")
    rated_on = models.CharField(max_length=7, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "occupation", "scale", "category"], name="one_row_per_education_share"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.scale}{self.category}: {self.percent}"
