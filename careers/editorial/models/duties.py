"""What people in a career do: duties and specialties."""

from django.db import models

from careers.editorial.models.career import Career
from careers.editorial.models.working_copy import ChildRow, source_keys_field


class Duty(ChildRow):
    """One thing people do: a verb that the eye catches, and the rest of the sentence."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="duties")
    verb = models.CharField(max_length=40, help_text="One to three words with a capital: “Choose”, “Set up”.")
    rest = models.CharField(
        max_length=200,
        help_text="The rest of the sentence: “the code that matches each illness.” With a full stop.",
    )
    employer = models.CharField(
        max_length=80, blank=True, help_text="Only if it is so at some employers: “In a small office”."
    )

    class Meta(ChildRow.Meta):
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return f"{self.verb} {self.rest}"


class Specialty(ChildRow):
    """A direction inside the career."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="specialties")
    name = models.CharField(
        max_length=100, help_text="By place, field or method: “Radiology”, “Cancer registry”."
    )
    text = models.TextField(blank=True, help_text="What is different there.")
    requirement = models.CharField(
        max_length=250,
        blank=True,
        help_text="What it asks for beyond the rest: “Some states require a certificate.”",
    )
    source_keys = source_keys_field()

    class Meta(ChildRow.Meta):
        verbose_name_plural = "specialties"

    def __str__(self) -> str:
        return self.name
