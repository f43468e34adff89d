"""Ways into a career: steps, routes with time and cost, certifications, and ways to try the work."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from careers.documents.choices import Need, RouteKind, Stage, TryKind
from careers.editorial.models.career import Career
from careers.editorial.models.records import Certification
from careers.editorial.models.working_copy import ChildRow, source_keys_field

MONTHS = [MaxValueValidator(240)]
DOLLARS = [MaxValueValidator(1_000_000)]


class Step(ChildRow):
    """One numbered step on the way in."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="steps")
    title = models.CharField(
        max_length=120, help_text="What to do, starting with a verb: “Earn a certification”."
    )
    when = models.CharField(max_length=80, blank=True, help_text="“In high school”, “6 months to 2 years”.")
    text = models.TextField(blank=True, help_text="One or two sentences on how, and what to watch out for.")

    def __str__(self) -> str:
        return self.title


class Route(ChildRow):
    """One way in. Routes stand side by side, with their time and cost added up to the first pay."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="routes")
    kind = models.CharField(max_length=14, choices=RouteKind, help_text="Readers see this word first.")
    title = models.CharField(max_length=120, help_text="Such as “Certificate at a community college”.")
    text = models.TextField(blank=True, help_text="Whom it suits, and how one gets in.")
    months_min = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=MONTHS, help_text="At least."
    )
    months_max = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=MONTHS, help_text="At most."
    )
    cost_min = models.PositiveIntegerField(
        null=True,
        blank=True,
        validators=DOLLARS,
        help_text="What the learner pays in all, US dollars, at least.",
    )
    cost_max = models.PositiveIntegerField(null=True, blank=True, validators=DOLLARS, help_text="At most.")
    cost_year = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1990), MaxValueValidator(2100)],
        help_text="The year the cost is of. A cost needs its year and a source.",
    )
    credentials = models.ManyToManyField(
        Certification,
        blank=True,
        help_text=(
            "Certifications one takes on this route; their exam fees are added to the cost. List "
            "them among the career's certifications too."
        ),
    )
    source_keys = source_keys_field()

    def __str__(self) -> str:
        return self.title


class WayToTry(ChildRow):
    """A way to try the work before choosing it."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="ways_to_try")
    kind = models.CharField(max_length=12, choices=TryKind, help_text="What sort of try-out this is.")
    text = models.TextField(help_text="What a sixteen-year-old can do next week, and whom to ask.")

    class Meta(ChildRow.Meta):
        verbose_name = "way to try it"
        verbose_name_plural = "ways to try it"

    def __str__(self) -> str:
        return self.text


class CareerCertification(ChildRow):
    """A certification, and what it is to this career."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="certifications")
    certification = models.ForeignKey(Certification, on_delete=models.PROTECT, related_name="uses")
    need = models.CharField(
        max_length=8,
        choices=Need,
        default=Need.OPTIONAL,
        help_text="How much employers ask for it, in this career.",
    )
    stage = models.CharField(
        max_length=9, choices=Stage, default=Stage.ENTRY, help_text="When in a working life."
    )
    note = models.CharField(max_length=250, blank=True, help_text="Only what is so for this career.")

    class Meta(ChildRow.Meta):
        verbose_name = "certification"

    def __str__(self) -> str:
        return str(self.certification)
