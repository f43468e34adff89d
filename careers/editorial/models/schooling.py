"""What people study for a career: high-school courses, programs of study and their classes."""

from django.core.validators import RegexValidator
from django.db import models

from careers.documents.choices import ProgramKind
from careers.editorial.models.career import Career
from careers.editorial.models.records import Course, SchoolSubject
from careers.editorial.models.working_copy import ChildRow


class CareerCourse(ChildRow):
    """A class that programs have."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="courses")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+")

    class Meta(ChildRow.Meta):
        verbose_name = "class in the program"
        verbose_name_plural = "classes in the program"

    def __str__(self) -> str:
        return self.course.name


class CareerSubject(ChildRow):
    """A high-school course that helps."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="subjects")
    subject = models.ForeignKey(SchoolSubject, on_delete=models.PROTECT, related_name="+")
    is_required = models.BooleanField(default=False, help_text="Programs ask for it; unticked, it helps.")

    class Meta(ChildRow.Meta):
        verbose_name = "high-school course"

    def __str__(self) -> str:
        return self.subject.name


class StudyProgram(ChildRow):
    """A program of study by its CIP code. The page finds the schools that teach it."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="programs")
    cip = models.CharField(
        "CIP code",
        max_length=7,
        validators=[RegexValidator(r"^\d\d(\.\d\d(\d\d)?)?$", "A CIP code looks like 51.0713.")],
        help_text="Such as 51.0713.",
    )
    title = models.CharField(max_length=200, help_text="As schools call it, in plain words.")
    kind = models.CharField(
        max_length=6, choices=ProgramKind, default=ProgramKind.DIRECT, help_text="How closely it leads here."
    )

    class Meta(ChildRow.Meta):
        verbose_name = "program of study"
        verbose_name_plural = "programs of study"

    def __str__(self) -> str:
        return f"{self.cip} {self.title}"
