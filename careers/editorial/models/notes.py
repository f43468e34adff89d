"""Sentences with sources: on pay, on outlook, on employers, and on what to know before choosing."""

from django.db import models

from careers.editorial.models.career import Career
from careers.editorial.models.working_copy import ChildRow, source_keys_field

FACT_HELP = "One sentence or two that stand by themselves."


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
