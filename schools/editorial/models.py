"""Placements as editors work on them."""

import uuid
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from careers.models import Cluster, Occupation
from schools.models import School
from schools.placement import Kind


def new_key() -> str:
    return uuid.uuid4().hex[:12]


class Placement(models.Model):
    """A school that is shown apart from the neutral lists for a time.

    Nothing of it is public until it is published.
    """

    key = models.CharField(max_length=12, unique=True, editable=False, default=new_key)
    school = models.ForeignKey(
        School,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="An open school. A closed one is never shown.",
    )
    kind = models.CharField(
        max_length=7,
        choices=Kind.choices,
        help_text="Paid: somebody pays for it. Editors’ choice: you chose it, for a reason you can name.",
    )
    wording = models.CharField(
        max_length=160,
        help_text="One plain sentence: what the school offers these readers. No promises, no praise.",
    )
    link = models.URLField(
        blank=True, max_length=300, help_text="Where the name leads. Left empty, to the school’s page here."
    )
    careers = models.ManyToManyField(
        Occupation, blank=True, related_name="+", help_text="The careers on whose pages it stands."
    )
    clusters = models.ManyToManyField(
        Cluster,
        blank=True,
        related_name="+",
        help_text="The fields of work: it stands with each of their careers.",
    )
    is_home = models.BooleanField("on the home page", default=False)
    starts_at = models.DateTimeField(help_text="From when it is shown.")
    ends_at = models.DateTimeField(help_text="It ends by itself at this moment.")
    paid_by = models.CharField(
        max_length=150, blank=True, help_text="Paid: who pays, by the name readers know. They will see it."
    )
    reason = models.CharField(
        max_length=200,
        blank=True,
        help_text="Editors’ choice: why this school, in a sentence that readers will see.",
    )
    position = models.PositiveSmallIntegerField(
        default=1, help_text="1 stands first among those shown together."
    )
    is_example = models.BooleanField(
        "is only an example", default=False, help_text="Shown as an example that nobody paid for or chose."
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["-starts_at", "position"]
        permissions: ClassVar = [("publish_placement", "Can publish and withdraw placements")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="placement_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=Kind.PAID) | ~models.Q(paid_by=""),
                name="paid_placement_says_who_pays",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=Kind.CHOSEN) | ~models.Q(reason=""), name="editors_choice_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school} ({self.get_kind_display()})"

    def clean(self) -> None:
        """The constraints in words, field by field."""
        problems: dict[str, Any] = {}
        if self.kind == Kind.PAID and not self.paid_by.strip():
            problems["paid_by"] = _("Say who pays. A paid placement without it can’t be shown.")
        if self.kind == Kind.CHOSEN and not self.reason.strip():
            problems["reason"] = _("Say why you chose this school.")
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            problems["ends_at"] = _("It must end after it starts.")
        if problems:
            raise ValidationError(problems)
