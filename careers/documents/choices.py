"""The closed lists that profiles choose from, with the words shown for each choice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RouteKind(models.TextChoices):
    """A way into a career."""

    COLLEGE = "college", _("College or career school")
    APPRENTICESHIP = "apprenticeship", _("Apprenticeship")
    ON_THE_JOB = "on-the-job", _("Learning on the job")
    MILITARY = "military", _("Military")
    DIRECT = "direct", _("Straight from high school")

    @property
    def is_paid(self) -> bool:
        """Whether the learning itself is paid, so that the first pay comes with its first month."""
        return self in {RouteKind.APPRENTICESHIP, RouteKind.ON_THE_JOB, RouteKind.MILITARY}


class TryKind(models.TextChoices):
    """A way to try a career before choosing it."""

    CLUBS = "clubs", _("Clubs")
    SHADOWING = "shadowing", _("Job shadowing and visits")
    VOLUNTEERING = "volunteering", _("Volunteering")
    HOBBIES = "hobbies", _("Hobbies")
    WORK_BASED = "work-based", _("Internships and part-time work")


class Need(models.TextChoices):
    """How much employers ask for a certification, in one career."""

    REQUIRED = "required", _("Required")
    EXPECTED = "expected", _("Expected by many employers")
    OPTIONAL = "optional", _("Your choice")


class Stage(models.TextChoices):
    """When in a working life a certification comes."""

    ENTRY = "entry", _("Entry level")
    NEXT = "next", _("Next step")
    SPECIALTY = "specialty", _("Specialty")


class RequiredByLaw(models.TextChoices):
    """Whether the law asks for a license."""

    YES = "yes", _("Required by law")
    NO = "no", _("Not required by law")
    VARIES = "varies", _("Depends on the state")


class ProgramKind(models.TextChoices):
    """How closely a program of study leads to a career."""

    DIRECT = "direct", _("Leads straight to this career")
    OTHER = "other", _("Also worth a look")


class CodeScheme(models.TextChoices):
    """Codes that other guides file a career under.

    SOC, O*NET-SOC, Holland and Job Zone come from the sheet.
    """

    DOT = "dot", _("Dictionary of Occupational Titles")
    STRONG = "strong", _("Strong Interest Inventory")
    COPSYSTEM = "copsystem", _("COPSystem")
    CLUSTER = "cluster", _("Career cluster")
    PATHWAY = "pathway", _("Career pathway")
    OTHER = "other", _("Other code")
