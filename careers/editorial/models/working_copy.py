"""What careers and guides have in common as working copies: who works on them, and how far they are."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from careers.models import SubjectType
from careers.reference.patterns import SLUG

SOURCE_KEYS_HELP = (
    "Short names of the sources that back this, from the list of sources below, with commas between: "
    "bls-oews, ahima-exams. Leave empty where everybody can see for themselves that it is so."
)


LOWER_SLUG = RegexValidator(f"^{SLUG}$", _("Small letters and digits, with single hyphens between words."))


class State(models.TextChoices):
    """How far a working copy is. The published page stays as it is through all of them."""

    DRAFT = "draft", _("Draft")
    READY = "ready", _("Ready for review")
    CHANGES_ASKED = "changes-asked", _("Changes asked")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")


def validate_source_keys(value: str) -> None:
    """Names of sources, with commas between.

    Raises ValidationError naming the one that is no name.
    """
    for key in split_keys(value):
        try:
            LOWER_SLUG(key)
        except ValidationError as error:
            raise ValidationError(
                _("“%(key)s” is not a source's short name: small letters, digits and hyphens only."),
                params={"key": key},
            ) from error


def split_keys(value: str) -> list[str]:
    """The names in a text with commas between."""
    return [key for key in (part.strip() for part in value.split(",")) if key]


def source_keys_field() -> "models.CharField[str, str]":
    """Which sources back a fact, by their short names.

    Text, so that a fact and its source are saved in one go.
    """
    return models.CharField(
        "sources", max_length=250, blank=True, validators=[validate_source_keys], help_text=SOURCE_KEYS_HELP
    )


class WorkingCopy(models.Model):
    """A text that editors work on. Nothing of it is public until it is published as a version.

    ``key`` names the subject of its versions and never changes; the slug may. ``lock_version`` rises with
    every save: a form that was opened at an older one is refused and told who changed what
    (``careers.editorial.saving``).
    """

    #: Of which kind the versions are.
    subject_type: ClassVar[SubjectType]

    key = models.CharField(max_length=120, unique=True, editable=False)
    title = models.CharField(
        max_length=200,
        help_text="The name people use for it, in the singular where that is natural: “Medical coder”.",
    )
    slug = models.SlugField(
        max_length=120,
        unique=True,
        validators=[LOWER_SLUG],
        help_text=(
            "The last part of the page's address. When you change it, the old address leads to the new "
            "one for ever."
        ),
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who looks after this text. Mail about it goes to this person.",
    )
    byline = models.CharField(
        max_length=150,
        blank=True,
        help_text="The name readers see as the editor. Left empty, it is the editor's own name.",
    )
    reviewed_on = models.DateField(
        null=True, blank=True, help_text="When someone last held every sentence against its source."
    )
    review_due_on = models.DateField(
        null=True,
        blank=True,
        help_text="When it must be read again: a year on for most, sooner where fees or laws change.",
    )
    state = models.CharField(max_length=13, choices=State, default=State.DRAFT, editable=False)
    state_note = models.TextField(blank=True, editable=False)
    state_at = models.DateTimeField(null=True, blank=True, editable=False)
    lock_version = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(null=True, blank=True, editable=False)
    changed_by = models.CharField(max_length=150, blank=True, editable=False)
    completeness = models.PositiveSmallIntegerField(
        default=0,
        editable=False,
        help_text="How much of a complete text was there at the last save, in per cent: kept for lists.",
    )

    objects: ClassVar[models.Manager[Self]]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The key is given once, at the first save."""
        self.key = self.key or self.first_key()
        super().save(*args, **kwargs)

    def first_key(self) -> str:
        return self.slug

    @property
    def editor_name(self) -> str:
        """The name readers see."""
        return self.byline or (self.editor.get_full_name() if self.editor else "")


class ChildRow(models.Model):
    """One row of an ordered part. Editors drag rows into the order that readers see."""

    position = models.PositiveIntegerField(default=0, db_index=True)

    class Meta:
        abstract = True
        ordering: ClassVar = ["position", "pk"]
