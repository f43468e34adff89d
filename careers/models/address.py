"""Who owns an address: one namespace for all career pages, redirects for ever."""

import hashlib
from typing import ClassVar, Self

from django.db import models
from django.db.models.functions import MD5, Left
from django.urls import reverse

from careers.models.occupation import Occupation

CODE_LENGTH = 8


def short_code(slug: str) -> str:
    """The code of an address for print: ``/c/3f9a1c2e`` instead of a long slug.

    It is made from the slug alone, so that paper that was printed once stays right, also after the site was
    set up anew. Hexadecimal, since none of its sixteen signs looks like another.
    """
    return hashlib.md5(slug.encode(), usedforsecurity=False).hexdigest()[:CODE_LENGTH]


class AddressQuerySet(models.QuerySet["Address"]):
    def current(self) -> Self:
        return self.filter(is_current=True)

    def of_subject(self, key: str) -> Self:
        """All slugs of one owner: an occupation by its O*NET-SOC code, or a career by its own key."""
        return self.filter(models.Q(occupation_id=key) | models.Q(career_key=key))

    def coded(self, code: str) -> Self:
        """The one whose short code this is, as somebody may have typed it from paper."""
        typed = code.lower().replace("o", "0").replace("l", "1").replace("i", "1")
        return self.alias(code=Left(MD5("slug"), CODE_LENGTH)).filter(code=typed)


class Address(models.Model):
    """A slug below /careers/. Its owner never loses it; when the owner moves, the old slug points on.

    The owner is an occupation, or a career that shares its occupation with others and has a page of its own.
    """

    slug = models.SlugField(max_length=120, primary_key=True)
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, null=True, blank=True, related_name="addresses"
    )
    career_key = models.CharField(
        max_length=120,
        blank=True,
        help_text="The key of a career that shares its occupation with others and has a page of its own.",
    )
    is_current = models.BooleanField(
        default=True, help_text="Pages live at the current one; older ones redirect to it."
    )

    objects = AddressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "addresses"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["occupation"],
                condition=models.Q(is_current=True),
                name="one_current_address_per_occupation",
            ),
            models.UniqueConstraint(
                fields=["career_key"],
                condition=models.Q(is_current=True) & ~models.Q(career_key=""),
                name="one_current_address_per_career",
            ),
            models.CheckConstraint(
                condition=models.Q(occupation=None) ^ models.Q(career_key=""), name="address_has_one_owner"
            ),
            models.UniqueConstraint(Left(MD5("slug"), CODE_LENGTH), name="one_address_per_short_code"),
        ]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("careers:career-detail", args=[self.slug])

    @property
    def short_code(self) -> str:
        """See the function of this name."""
        return short_code(self.slug)

    @property
    def subject_key(self) -> str:
        """The key of the versions that may stand here."""
        return self.occupation_id or self.career_key
