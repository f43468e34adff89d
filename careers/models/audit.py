"""The audit log: who published, withdrew, changed a role or a figure, and when. Nobody can edit it."""

from typing import Any, ClassVar, Self

from django.db import models
from django.utils import timezone


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    def about(self, subject_type: str, subject_key: str) -> Self:
        return self.filter(subject_type=subject_type, subject_key=subject_key)


class AuditEntry(models.Model):
    """One thing that was done. Rows are only ever added: the database refuses to change or delete one.

    ``who`` and ``title`` are kept as they were, so that they outlive the account and the record.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    who = models.CharField(max_length=150)
    action = models.CharField(max_length=60, help_text="In words, such as “published version 3”.")
    subject_type = models.CharField(max_length=40, help_text="career, guide, placement, account, release …")
    subject_key = models.CharField(max_length=120)
    title = models.CharField(max_length=250, blank=True)
    note = models.TextField(blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]
        verbose_name_plural = "audit log"
        indexes: ClassVar = [models.Index(fields=["subject_type", "subject_key"], name="audit_by_subject")]

    def __str__(self) -> str:
        return f"{self.who} {self.action}: {self.title or self.subject_key}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises TypeError for an entry that exists."""
        if not self._state.adding:
            raise TypeError("The audit log is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises TypeError always."""
        raise TypeError("The audit log is never changed.")

    @classmethod
    def record(
        cls, *, who: str, action: str, subject_type: str, subject_key: str, title: str = "", note: str = ""
    ) -> "AuditEntry":
        return cls.objects.create(
            who=who, action=action, subject_type=subject_type, subject_key=subject_key, title=title, note=note
        )
