"""The number that rises with public content, and rows whose every change makes it bump."""

from typing import Any, ClassVar, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class ContentVersion(models.Model):
    """One row. Its number is part of every cached page's key; loading and publishing raise it."""

    number = models.BigIntegerField(default=1)
    raised_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(pk=1), name="only_one_content_version"),
        ]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 0

    @classmethod
    def bump(cls) -> None:
        """Make every cached page stale, once the transaction commits."""
        changed = cls.objects.filter(pk=1).update(number=models.F("number") + 1)
        if not changed:
            cls.objects.create(pk=1)


class OnManyPagesQuerySet(models.QuerySet[Row]):
    def delete(self) -> tuple[int, dict[str, int]]:
        """As the admin deletes what is chosen in a list; the rows' own ``delete`` is not called."""
        deleted = super().delete()
        ContentVersion.bump()
        return deleted

    delete.queryset_only = True  # type: ignore[attr-defined]  # as Django's own: no manager deletes all rows


class InvalidatesPages(models.Model):
    """A row that any page may show: whenever it changes, every cached page is stale."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        ContentVersion.bump()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        ContentVersion.bump()
        return deleted
