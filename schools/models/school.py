"""Schools: the institutions of the directory, their kind, place and address."""

from typing import ClassVar, Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careers.models.release import Release


class SchoolQuerySet(models.QuerySet["School"]):
    def listed(self) -> Self:
        """Schools that teach today: those that lists show and counts count."""
        return self.filter(listing__is_listed=True)


class School(models.Model):
    """An institution of the IPEDS directory.

    It is never deleted: a closed school keeps its page, which says so.
    """

    class Control(models.TextChoices):
        PUBLIC = "1", _("Public")
        NONPROFIT = "2", _("Private, nonprofit")
        FOR_PROFIT = "3", _("Private, for profit")
        UNKNOWN = "", _("Not said")

    class Length(models.TextChoices):
        FOUR_YEARS = "1", _("4-year")
        TWO_YEARS = "2", _("2-year")
        UNDER_TWO_YEARS = "3", _("Less than 2 years")
        UNKNOWN = "", _("Not said")

    class Size(models.TextChoices):
        """INSTSIZE: students in a fall."""

        UNDER_1000 = "1", _("Under 1,000 students")
        FROM_1000 = "2", _("1,000 to 4,999 students")
        FROM_5000 = "3", _("5,000 to 9,999 students")
        FROM_10000 = "4", _("10,000 to 19,999 students")
        FROM_20000 = "5", _("20,000 students and more")
        UNKNOWN = "", _("Size not said")

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")
        MERGED = "merged", _("Merged with another school")
        PART = "part", _("Counted with another school")

    unitid = models.IntegerField(
        "UNITID", primary_key=True, help_text="The agency's own number of the school."
    )
    name = models.CharField(max_length=150)
    slug = models.SlugField(
        max_length=180, unique=True, help_text="Never changes, even where a namesake arrives."
    )
    aliases = models.JSONField(default=list, help_text="Other names, as the school reports them.")
    street = models.CharField(max_length=150, blank=True)
    city = models.CharField(max_length=60)
    state = models.CharField(max_length=2, help_text="Postal code of the state or territory.")
    zip_code = models.CharField("ZIP code", max_length=10, blank=True)
    county = models.CharField(max_length=60, blank=True)
    metro_code = models.CharField(
        max_length=5, blank=True, help_text="CBSA code of its metropolitan or micro area."
    )
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    phone = models.CharField(max_length=20, blank=True)
    website = models.URLField(max_length=300, blank=True)
    admissions_page = models.URLField(max_length=300, blank=True)
    aid_page = models.URLField(max_length=300, blank=True)
    price_page = models.URLField(max_length=300, blank=True, help_text="The school's net price calculator.")
    control = models.CharField(max_length=1, choices=Control, blank=True)
    length = models.CharField(
        max_length=1, choices=Length, blank=True, help_text="ICLEVEL: its longest programs."
    )
    size = models.CharField(max_length=1, choices=Size, blank=True)
    locale = models.CharField(max_length=2, blank=True, help_text="LOCALE: 11 large city … 43 remote rural.")
    is_office = models.BooleanField(help_text="A system's office, which teaches nobody.")
    takes_federal_aid = models.BooleanField(
        null=True,
        help_text="Whether students can get federal aid here; only accredited schools may offer it.",
    )
    is_hbcu = models.BooleanField("is a historically Black college or university")
    is_tribal = models.BooleanField("is a tribal college or university")
    status = models.CharField(max_length=6, choices=Status)
    closed_on = models.CharField(max_length=10, blank=True, help_text="A full date, or the year alone.")
    merged_into = models.IntegerField(
        null=True, help_text="UNITID of the school that took it in or counts it now."
    )
    release = models.ForeignKey(Release, on_delete=models.PROTECT)
    is_vanished = models.BooleanField(
        default=False, help_text="The newest directory no longer has this school."
    )

    objects = SchoolQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="school_is_somewhere_on_earth",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["merged", "part"]) | models.Q(merged_into__isnull=False),
                name="merged_school_says_into_which",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("schools:school-detail", args=[self.slug])

    @property
    def phone_text(self) -> str:
        """The number as people write it; digits after the tenth are an extension."""
        digits = self.phone
        if len(digits) < 10:
            return digits
        number = f"{digits[:3]}-{digits[3:6]}-{digits[6:10]}"
        return f"{number}, ext. {digits[10:]}" if len(digits) > 10 else number
