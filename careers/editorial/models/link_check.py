"""Results of checking the links in texts."""

from typing import Any, ClassVar, Self

from django.db import models


class LinkCheckQuerySet(models.QuerySet["LinkCheck"]):
    def dead(self) -> Self:
        """Links that an editor must fix: gone, not public, or silent twice in a row."""
        gone = models.Q(state=LinkCheck.State.GONE)
        silent = models.Q(state=LinkCheck.State.SILENT, failures__gte=LinkCheck.SILENT_IS_DEAD)
        return self.filter(gone | silent | models.Q(state=LinkCheck.State.REFUSED))


class LinkCheck(models.Model):
    """One address that texts name, and the result of its last check. Written by ``check_links``."""

    #: A site that is down today is not dead yet.
    SILENT_IS_DEAD: ClassVar[int] = 2

    class State(models.TextChoices):
        FINE = "fine", "Works"
        MOVED = "moved", "Moved for good"
        GONE = "gone", "Gone"
        SILENT = "silent", "Does not answer"
        GUARDED = "guarded", "Does not let programs in"
        REFUSED = "refused", "Not a public address"

    address = models.CharField(max_length=400, unique=True)
    state = models.CharField(max_length=8, choices=State)
    status_code = models.PositiveSmallIntegerField(null=True)
    words = models.CharField("what it said", max_length=250, blank=True)
    leads_to = models.CharField(max_length=400, blank=True, help_text="Where it has moved to.")
    failures = models.PositiveSmallIntegerField(
        default=0, help_text="Looks in a row that found it not working."
    )
    checked_at = models.DateTimeField()
    used_in: "models.JSONField[list[dict[str, Any]], list[dict[str, Any]]]" = models.JSONField(
        default=list, help_text="Texts and records that name it: kind, key and title."
    )

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["address"]
        verbose_name = "link"

    def __str__(self) -> str:
        return self.address
