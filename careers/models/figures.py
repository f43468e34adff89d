"""Wages, employment and projections."""

from typing import ClassVar

from django.db import models

from careers.models.occupation import SocCode
from careers.models.release import Loaded, Release

#: The publisher's columns of money and counts, in the file's order. The model's fields are the same in lower
#: case.
EMPLOYMENT_MEASURES = ("TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL")
HOURLY_MEASURES = ("H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90")
ANNUAL_MEASURES = ("A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90")
MEASURES = (*EMPLOYMENT_MEASURES, "MEAN_PRSE", *HOURLY_MEASURES, *ANNUAL_MEASURES)


class Status(models.TextChoices):
    """Why a cell has a value or has none."""

    PUBLISHED = "published", "Published"
    TOP_CODED = "top-coded", "This much or more"
    NOT_PUBLISHED = "not-published", "Not published"
    HOURLY_ONLY = "hourly-only", "Published by the hour only"
    ANNUAL_ONLY = "annual-only", "Published by the year only"


class Area(models.Model):
    """A place that wages are published for, under the publisher's AREA code. The nation is 99."""

    class Kind(models.TextChoices):
        NATION = "1", "Nation"
        STATE = "2", "State"
        TERRITORY = "3", "Territory"
        METRO = "4", "Metropolitan area"
        NONMETRO = "6", "Nonmetropolitan area"

    code = models.CharField(max_length=10, primary_key=True)
    title = models.CharField(max_length=150)
    kind = models.CharField(max_length=1, choices=Kind)
    state = models.CharField(max_length=2, blank=True, help_text="Postal code of the main state.")

    class Meta:
        ordering: ClassVar = ["title"]

    def __str__(self) -> str:
        return self.title


class Industry(models.Model):
    """An industry under the publisher's NAICS code, maybe a range (“31-33”). All together are 000000."""

    code = models.CharField(max_length=10)
    level = models.CharField(
        max_length=20, help_text="cross-industry, sector, 3-digit, 4-digit, 5-digit, 6-digit."
    )
    title = models.CharField(max_length=200)

    class Meta:
        ordering: ClassVar = ["code"]
        verbose_name_plural = "industries"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "level"], name="one_industry_per_code_and_level")
        ]

    def __str__(self) -> str:
        return self.title


class Wage(Loaded):
    """Employment and pay of one code in one area and industry. Pay is in US dollars, annual or by the hour.

    Few indexes, because a release has up to 400,000 rows: they are read by code and area, or by release.

    ``marks`` tells of cells without a value: the publisher's sign by measure (``{"A_PCT90": "#"}``), where
    “?” is a blank in an extract whose reason is lost.
    """

    release = models.ForeignKey(
        Release, on_delete=models.CASCADE, db_index=False
    )  # the constraint's index serves
    soc = models.ForeignKey(
        SocCode, on_delete=models.PROTECT, related_name="wages", db_index=False
    )  # see Meta
    group = models.CharField(max_length=8, help_text="O_GROUP: a code may be both broad and detailed.")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="wages", db_index=False)
    industry = models.ForeignKey(Industry, on_delete=models.PROTECT, related_name="wages", db_index=False)
    ownership = models.CharField(
        max_length=5, help_text="OWN_CODE, the publisher's code of who owns the employers."
    )
    tot_emp = models.IntegerField(null=True, help_text="Jobs, the self-employed not counted.")
    emp_prse = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    jobs_1000 = models.DecimalField(max_digits=8, decimal_places=3, null=True)
    loc_quotient = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    pct_total = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    mean_prse = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    h_mean = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    h_pct10 = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    h_pct25 = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    h_median = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    h_pct75 = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    h_pct90 = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    a_mean = models.IntegerField(null=True)
    a_pct10 = models.IntegerField(null=True)
    a_pct25 = models.IntegerField(null=True)
    a_median = models.IntegerField(null=True)
    a_pct75 = models.IntegerField(null=True)
    a_pct90 = models.IntegerField(null=True)
    is_annual_only = models.BooleanField(default=False)
    is_hourly_only = models.BooleanField(default=False)
    marks = models.JSONField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["release", "soc", "group", "area", "industry", "ownership"],
                name="one_wage_row_per_cell",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["soc", "area"], name="wage_by_code_and_area")]

    def __str__(self) -> str:
        return f"{self.soc_id} in {self.area_id}"

    def status(self, measure: str) -> Status:
        """Why ``measure`` (the publisher's column, such as A_MEDIAN) has a value or none."""
        if getattr(self, measure.lower()) is not None:
            return Status.PUBLISHED
        if (self.marks or {}).get(measure) == "#":
            return Status.TOP_CODED
        if measure in ANNUAL_MEASURES and self.is_hourly_only:
            return Status.HOURLY_ONLY
        if measure in HOURLY_MEASURES and self.is_annual_only:
            return Status.ANNUAL_ONLY
        return Status.NOT_PUBLISHED


class Projection(Loaded):
    """What the Bureau expects of an occupation over ten years. Counts are jobs, shares are per cent."""

    soc = models.ForeignKey(SocCode, on_delete=models.PROTECT, related_name="projections")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, help_text="Summary or Line item.")
    base_year = models.SmallIntegerField()
    target_year = models.SmallIntegerField()
    base_employment = models.IntegerField(null=True)
    target_employment = models.IntegerField(null=True)
    change = models.IntegerField(null=True)
    change_percent = models.DecimalField(max_digits=6, decimal_places=1, null=True)
    self_employed_percent = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    annual_openings = models.IntegerField(null=True)
    median_wage = models.IntegerField(null=True)
    is_median_top_coded = models.BooleanField(default=False)
    entry_education = models.CharField(max_length=60, blank=True)
    work_experience = models.CharField(max_length=60, blank=True)
    training = models.CharField(max_length=60, blank=True)
    handbook_address = models.URLField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "soc"], name="one_projection_per_code"),
        ]

    def __str__(self) -> str:
        return self.title


class Attainment(Loaded):
    """Per cent of an occupation's workers aged 25 and over whose highest education is at a level."""

    soc = models.ForeignKey(SocCode, on_delete=models.PROTECT, related_name="attainments")
    level = models.CharField(max_length=60, help_text="The publisher's column, such as Bachelor's degree.")
    rank = models.SmallIntegerField(help_text="Order of the levels, 1 the lowest.")
    percent = models.DecimalField(max_digits=5, decimal_places=1, null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "soc", "level"], name="one_row_per_attainment")
        ]

    def __str__(self) -> str:
        return f"{self.soc_id} {self.level}: {self.percent}"
