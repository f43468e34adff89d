"""Careers: the working copy of a profile."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from careers.editorial.models.career_texts import GettingInTexts, PayTexts, VideoAndPicture, WorkTexts
from careers.editorial.models.working_copy import WorkingCopy
from careers.models import Occupation, SubjectType


class Career(WorkTexts, PayTexts, GettingInTexts, VideoAndPicture, WorkingCopy):
    """What editors write about a career.

    Its ordered parts are rows of their own models, named as in the Profile. One career may stand at its
    occupation's own address. Others that share the occupation have addresses of their own.
    """

    subject_type = SubjectType.CAREER

    occupation = models.ForeignKey(
        Occupation,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Whose figures stand on the page.",
    )
    owns_address = models.BooleanField(
        "has an address of its own",
        default=False,
        help_text=(
            "Tick this for a career that is only a part of the occupation (medical coder, medical "
            "biller), so that it gets a page beside the occupation's. Unticked, it is the text of "
            "the occupation's own page."
        ),
    )

    class Meta:
        ordering: ClassVar = ["title"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["occupation"],
                condition=models.Q(owns_address=False),
                name="one_career_at_an_occupations_address",
                violation_error_message=(
                    "Another text stands at this occupation's address already. Edit that one, or "
                    "give this career an address of its own."
                ),
            ),
            models.CheckConstraint(
                condition=(models.Q(owns_address=False) & models.Q(key=models.F("occupation_id")))
                | (models.Q(owns_address=True) & ~models.Q(key__contains=".")),
                name="career_keeps_its_address",
            ),
        ]
        permissions: ClassVar = [
            ("publish_career", "Can publish, schedule and withdraw careers"),
            ("review_career", "Can ask for changes and approve careers"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and measure a new picture."""
        self.measure_picture()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse to change the address a career stands at after its first save: versions depend on it."""
        super().clean()
        if not self.key:
            return
        message = _("This cannot be changed any more. Make a new career instead.")
        if self.owns_address == ("." in self.key):  # only an occupation's code has a full stop
            raise ValidationError({"owns_address": message})
        if not self.owns_address and self.key != self.occupation_id:
            raise ValidationError({"occupation": message})

    def first_key(self) -> str:
        """The occupation's code where the career stands at its address, else the first slug."""
        return self.slug if self.owns_address else self.occupation_id
