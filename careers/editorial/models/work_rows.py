"""Ordered parts of the chapters on the work, pay and outlook."""

from django.db import models

from careers.editorial.models.career import Career
from careers.editorial.models.working_copy import ChildRow, source_keys_field

FACT_HELP = "One sentence or two that stand by themselves."


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


class FactRow(ChildRow):
    """One sentence or two, with sources."""

    text = models.TextField(help_text=FACT_HELP)
    source_keys = source_keys_field()

    class Meta(ChildRow.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.text


class ThingToKnow(FactRow):
    """Something a reader is glad to have heard before choosing."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="things_to_know")

    class Meta(FactRow.Meta):
        verbose_name_plural = "things to know"


class PayNote(FactRow):
    """What makes pay vary, in words. The figures come from the releases."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="pay_notes")

    class Meta(FactRow.Meta):
        verbose_name = "note on pay"
        verbose_name_plural = "notes on pay"


class OutlookNote(FactRow):
    """Why the work grows or shrinks, in words. The figures come from the releases."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="outlook_notes")

    class Meta(FactRow.Meta):
        verbose_name = "note on outlook"
        verbose_name_plural = "notes on outlook"


class Graduates(ChildRow):
    """Where graduates found work."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="graduates")
    name = models.CharField(max_length=200, help_text="A named employer or a kind of employer.")
    source_keys = source_keys_field()

    class Meta(ChildRow.Meta):
        verbose_name = "place where graduates found work"
        verbose_name_plural = "where graduates found work"

    def __str__(self) -> str:
        return self.name
