"""What a school costs and what becomes of its students, as the agencies publish it."""

from typing import ClassVar

from django.db import models

from careers.models.release import Loaded
from schools.models.cip import CipCode
from schools.models.school import School


class SchoolFigures(Loaded):
    """One release's figures of a school.

    Money is US dollars, of a year unless said otherwise; rates are 0 to 1.

    ``marks`` tells of cells that the publisher withholds: its word by column (``{"MD_EARN_WNE_P10":
    "PrivacySuppressed"}``).
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="figures")
    tuition_in_district = models.IntegerField(
        null=True, help_text="Tuition and fees of a year, living in the district."
    )
    tuition_in_state = models.IntegerField(
        null=True, help_text="Tuition and fees of a year, living in the state."
    )
    tuition_out_of_state = models.IntegerField(
        null=True, help_text="Tuition and fees of a year, from elsewhere."
    )
    program_price = models.IntegerField(null=True, help_text="Tuition and fees of the whole largest program.")
    cost_of_attendance = models.IntegerField(null=True, help_text="Tuition, books, room and board of a year.")
    net_price = models.IntegerField(null=True, help_text="Average of a year after grants.")
    admission_rate = models.FloatField(null=True, help_text="Share of those who apply that is let in.")
    completion_rate = models.FloatField(
        null=True, help_text="Share that finishes within one and a half times the time."
    )
    students = models.IntegerField(null=True, help_text="Students who seek a degree or certificate.")
    median_earnings = models.IntegerField(null=True, help_text="Ten years after entering, of those who work.")
    median_debt = models.IntegerField(null=True, help_text="Of those who finished.")
    is_online_only = models.BooleanField(null=True, help_text="Every program can be done online.")
    has_open_admission = models.BooleanField(null=True, help_text="Takes everyone who applies.")
    accreditor = models.CharField(max_length=150, blank=True)
    marks = models.JSONField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "school figures"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "school"], name="one_row_of_figures_per_school"),
            models.CheckConstraint(
                condition=(models.Q(admission_rate__isnull=True) | models.Q(admission_rate__range=(0, 1)))
                & (models.Q(completion_rate__isnull=True) | models.Q(completion_rate__range=(0, 1))),
                name="school_rates_are_shares",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school_id}, {self.release_id}"


class FieldResult(Loaded):
    """Earnings and debt of those who finished a field of study (four-digit CIP) at a school."""

    class Credential(models.IntegerChoices):
        CERTIFICATE = 1, "Undergraduate certificate or diploma"
        ASSOCIATE = 2, "Associate degree"
        BACHELOR = 3, "Bachelor’s degree"
        POST_BACHELOR = 4, "Certificate after a bachelor’s degree"
        MASTER = 5, "Master’s degree"
        DOCTOR = 6, "Doctor’s degree"
        FIRST_PROFESSIONAL = 7, "First professional degree"
        GRADUATE_CERTIFICATE = 8, "Graduate or professional certificate"

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="field_results")
    cip = models.ForeignKey(CipCode, on_delete=models.PROTECT, related_name="field_results")
    credential = models.SmallIntegerField(choices=Credential)
    earnings_after_1_year = models.IntegerField(null=True, help_text="Median, US dollars a year.")
    earnings_after_4_years = models.IntegerField(null=True, help_text="Median, US dollars a year.")
    median_debt = models.IntegerField(null=True, help_text="US dollars, of those who finished.")
    marks = models.JSONField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "school", "cip", "credential"], name="one_result_per_field_and_credential"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cip_id} at {self.school_id}"
