"""Records that careers share.

``careers.publishing.republish`` brings a changed one to all careers that use it.
"""

from typing import ClassVar

from django.db import models

from careers.editorial.models.working_copy import LOWER_SLUG

PHONE_HELP = "As people dial it, such as 312-233-1100."


class Organization(models.Model):
    """An association or agency that readers can write to, call or visit."""

    key = models.SlugField(
        max_length=60,
        unique=True,
        validators=[LOWER_SLUG],
        help_text="A short lasting name, such as ahima. Don't change it.",
    )
    name = models.CharField(max_length=200, help_text="In full, as it writes itself.")
    abbreviation = models.CharField(
        max_length=20, blank=True, help_text="Such as AHIMA; empty where it has none."
    )
    postal_address = models.TextField(
        blank=True, help_text="As on an envelope, without the name: street, then city, state and ZIP code."
    )
    phone = models.CharField(max_length=40, blank=True, help_text=PHONE_HELP)
    web = models.URLField(max_length=300, blank=True, help_text="Its home page, starting with https://.")

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return f"{self.abbreviation}: {self.name}" if self.abbreviation else self.name


class Certification(models.Model):
    """A credential that an organization gives after an exam, a program or experience."""

    key = models.SlugField(
        max_length=60,
        unique=True,
        validators=[LOWER_SLUG],
        help_text="A short lasting name, such as rhit. Don't change it.",
    )
    abbreviation = models.CharField(max_length=20, blank=True, help_text="Such as RHIT.")
    name = models.CharField(max_length=200, help_text="In full: Registered Health Information Technician.")
    issuer = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="certifications")
    shows = models.TextField(
        blank=True, help_text="What it shows an employer, in one or two plain sentences."
    )
    asks_exam = models.CharField(
        max_length=300, blank=True, help_text="The exam: its length, form and place."
    )
    asks_program = models.CharField(
        max_length=300,
        blank=True,
        help_text="The schooling it asks for, such as an accredited associate degree.",
    )
    asks_experience = models.CharField(
        max_length=300, blank=True, help_text="The experience it asks for or advises."
    )
    exam_fee = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="US dollars, for someone who is not a member. Say below when you looked it up.",
    )
    exam_fee_member = models.PositiveIntegerField(null=True, blank=True, help_text="US dollars, for members.")
    fee_on = models.DateField(
        null=True, blank=True, help_text="The day you looked up the fees. Readers see it."
    )
    renewal_months = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="24 for every two years."
    )
    renewal_fee = models.PositiveIntegerField(null=True, blank=True, help_text="US dollars each time.")
    renewal_asks = models.CharField(
        max_length=300, blank=True, help_text="What renewal asks, such as 20 hours of continuing education."
    )
    web = models.URLField(max_length=300, blank=True, help_text="The issuer's own page about it.")

    class Meta:
        ordering: ClassVar = ["abbreviation", "name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(exam_fee=None, exam_fee_member=None) | ~models.Q(fee_on=None),
                name="exam_fee_has_its_date",
                violation_error_message="Say on which day you looked up the fee.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.abbreviation}: {self.name}" if self.abbreviation else self.name


class Course(models.Model):
    """A class in a program after high school, such as Medical terminology."""

    name = models.CharField(max_length=120, unique=True, help_text="As college catalogs usually call it.")

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class SchoolSubject(models.Model):
    """A high-school course, such as Biology."""

    name = models.CharField(max_length=120, unique=True, help_text="As high schools usually call it.")

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name
