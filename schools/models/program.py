"""What schools teach, and how many finish it each year."""

from typing import ClassVar, Self

from django.db import models

from careers.models import Occupation
from careers.models.release import Loaded, LoadedQuerySet, Release
from careers.reference import sources
from schools.levels import AwardLevel
from schools.models.cip import CipCode
from schools.models.school import School


def newest_completions() -> models.QuerySet[Release]:
    """The newest release of completions: none or one row, to be used inside a query."""
    return Release.objects.newest(sources.IPEDS_COMPLETIONS)


class ProgramQuerySet(LoadedQuerySet["Program"]):
    def newest(self) -> Self:
        """Programs of the newest year loaded."""
        return self.current().filter(release__in=newest_completions().values("pk"))

    def taught_today(self) -> Self:
        """The newest year's, at schools that are open."""
        return self.newest().filter(school__listing__is_listed=True)

    def for_occupation(self, occupation: Occupation) -> Self:
        """The newest year's programs that the crosswalk leads to ``occupation``, at open schools."""
        return self.taught_today().filter(cip__in=CipCode.objects.for_occupation(occupation).values("pk"))


ProgramManager = models.Manager.from_queryset(ProgramQuerySet)


class Program(Loaded):
    """A program of study at a school, at one award level, in one year's collection.

    With how many completed it.

    Completions count awards as first majors in the twelve months to 30 June of the release's year. 0 means
    that the school offers the program and nobody finished it that year.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="programs", db_index=False)
    cip = models.ForeignKey(
        CipCode, on_delete=models.PROTECT, related_name="programs", db_index=False, verbose_name="CIP code"
    )
    award_level = models.SmallIntegerField(choices=AwardLevel)
    completions = models.IntegerField()

    objects: ClassVar[ProgramManager["Program"]] = ProgramManager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "school", "cip", "award_level"],
                name="one_program_per_school_cip_and_level",
            ),
        ]
        indexes: ClassVar = [
            # Answers "who teaches this, and how many finish" from the index alone.
            models.Index(
                fields=["cip", "release"],
                include=["school", "award_level", "completions", "is_vanished"],
                name="program_by_cip",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cip_id} at {self.school_id}"


class SchoolTotal(Loaded):
    """All who completed anything at a school at one award level in one year.

    This is the agency's own grand total (CIP 99).
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="totals")
    award_level = models.SmallIntegerField(choices=AwardLevel)
    completions = models.IntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "school", "award_level"], name="one_total_per_school_and_level"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school_id}: {self.completions}"
