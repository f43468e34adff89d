"""Who owns an address: one namespace for all career pages, redirects for ever."""

from typing import ClassVar

from django.db import models
from django.urls import reverse

from careers.models.occupation import Occupation


class Address(models.Model):
    """A slug below /careers/. Its owner never loses it; when the owner moves, the old slug points on."""

    slug = models.SlugField(max_length=120, primary_key=True)
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, null=True, blank=True, related_name="addresses"
    )
    is_current = models.BooleanField(default=True, help_text="Pages live at the current one; older ones redirect to it.")

    class Meta:
        verbose_name_plural = "addresses"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["occupation"], condition=models.Q(is_current=True), name="one_current_address_per_occupation"
            ),
        ]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("careers:career-detail", args=[self.slug])
