"""Saved states of working copies, and the texts that came with the portal."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from careers.models import SubjectType


class SavedCopy(models.Model):
    """A working copy as it was after one save, to show an editor what another one changed meanwhile.

    Only the newest few of a subject are kept.
    """

    subject_type = models.CharField(max_length=9, choices=SubjectType)
    subject_key = models.CharField(max_length=120)
    lock_version = models.PositiveIntegerField()
    document = models.JSONField()
    by = models.CharField(max_length=150)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["subject_type", "subject_key", "-lock_version"]
        verbose_name_plural = "saved copies"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_key", "lock_version"], name="one_saved_copy_per_save"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_key}, save {self.lock_version}"


class ShippedText(models.Model):
    """A career's text as the portal last shipped it, to see what a later release changed."""

    career_key = models.CharField(max_length=120, primary_key=True)
    document = models.JSONField(help_text="The shipped Profile.")

    def __str__(self) -> str:
        return self.career_key
