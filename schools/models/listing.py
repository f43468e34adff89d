"""What the finder reads: one narrow row per school, and the cities that distances can start from."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Func
from django.db.models.functions import Lower, StrIndex

from careers.models import Release
from schools.models.school import School


class ListingQuerySet(models.QuerySet["Listing"]):
    def named(self, text: str) -> Self:
        """Listed schools with ``text`` in their name, whatever its case and accents."""
        part = Func(Lower(models.Value(text)), function="unaccent", output_field=models.TextField())
        return self.filter(is_listed=True).annotate(place=StrIndex("name_key", part)).filter(place__gt=0)


class Listing(models.Model):
    """A school as the finder sees it.

    Written by ``schools.listings`` after each load, from figures; never by hand.
    """

    school = models.OneToOneField(School, on_delete=models.CASCADE, primary_key=True, related_name="listing")
    is_listed = models.BooleanField(help_text="Open, in the newest directory, and not a mere office.")
    name_key = models.CharField(
        max_length=150, help_text="For sorting and finding by name: lower case, no accents."
    )
    state = models.CharField(max_length=2)
    control = models.CharField(max_length=1, blank=True)
    length = models.CharField(max_length=1, blank=True)
    size = models.CharField(max_length=1, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    completions = models.IntegerField(null=True, help_text="All who finished anything in the newest year.")
    award_levels = ArrayField(models.SmallIntegerField(), default=list)
    tuition = models.IntegerField(
        null=True, help_text="A year's tuition and fees for people of the state, US dollars."
    )
    tuition_release = models.ForeignKey(Release, on_delete=models.SET_NULL, null=True, related_name="+")
    is_online_only = models.BooleanField(null=True)

    objects = ListingQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["is_listed", "state"], name="listing_by_state")]

    def __str__(self) -> str:
        return self.name_key


class City(models.Model):
    """A city with schools.

    Its place is the median of theirs: near enough for a distance in miles, and it says so.
    """

    slug = models.SlugField(max_length=80, primary_key=True, help_text="columbus-oh")
    name = models.CharField(max_length=60)
    state = models.CharField(max_length=2)
    latitude = models.FloatField()
    longitude = models.FloatField()
    school_count = models.IntegerField()

    class Meta:
        ordering: ClassVar = ["name", "state"]
        verbose_name_plural = "cities"

    def __str__(self) -> str:
        return f"{self.name}, {self.state}"
