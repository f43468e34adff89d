"""Careers: the working copy of a profile."""

from typing import Any, ClassVar

from django.db import models

from careers.editorial.models.career_texts import BeginTexts, FilmAndPicture, PayTexts, WorkTexts
from careers.editorial.models.working_copy import WorkingCopy
from careers.models import Occupation, SubjectType


class Career(WorkTexts, PayTexts, BeginTexts, FilmAndPicture, WorkingCopy):
    """What editors write about a career. Its ordered parts are rows of their own models, named as in the
    Profile.

    One career may stand at its occupation's own address. Others that share the occupation have addresses of
    their own.
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
        ]
        permissions: ClassVar = [
            ("publish_career", "Can publish, schedule and withdraw careers"),
            ("review_career", "Can ask for changes and approve careers"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new picture is measured on the way."""
        self.measure_picture()
        super().save(*args, **kwargs)

    def first_key(self) -> str:
        """The occupation's code where the career stands at its address, else the first slug."""
        return self.slug if self.owns_address else self.occupation_id
