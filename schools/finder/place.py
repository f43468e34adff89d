"""Where a distance is measured from: a city, a school, or the schools of a ZIP code."""

import re
from dataclasses import dataclass, field

from django.db.models import Avg, Count
from django.utils.text import slugify
from django.utils.translation import gettext as _

from schools.models import City, School
from schools.states import STATES

ZIP = re.compile(r"(\d{5})(-\d{4})?")
ZIP_AREA = 3  # digits that name the area a mail center serves
MAX_CHOICES = 12


@dataclass(frozen=True, slots=True)
class Place:
    """A place to measure from.

    ``key`` stands in addresses; ``from_text`` says what is measured from. ``choices`` are cities of
    that name.
    """

    key: str
    name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    from_text: str = ""
    choices: list[City] = field(default_factory=list)

    @property
    def is_known(self) -> bool:
        return self.latitude is not None


def find_place(text: str, *, state: str = "") -> Place | None:
    """The place that ``text`` names; None where it is empty. One that isn't known has no coordinates.

    A city of a name that several states have is taken in ``state``, if one of them is there.
    """
    if not text:
        return None
    if zip_code := ZIP.fullmatch(text):
        return _zip_place(zip_code[1])
    return _city(text, state) or _school(text) or _near_choices(text)


def _city(text: str, state: str) -> Place | None:
    city = City.objects.filter(pk__in=[slugify(text), _with_short_state(text)]).first()
    if city is None:
        named = City.objects.filter(name__iexact=text)
        city = named.filter(state=state).first() or (named.first() if named.count() == 1 else None)
    if city is None:
        return None
    words = _("Miles are in a straight line from the middle of the schools in %(city)s.") % {"city": city}
    return Place(city.slug, str(city), city.latitude, city.longitude, words)


def _with_short_state(text: str) -> str:
    """The slug for "Columbus, Ohio"."""
    city, _comma, state = text.partition(",")
    codes = {name.lower(): code for code, name in STATES.items()}
    return slugify(f"{city.replace(chr(39), '')} {codes.get(state.strip().lower(), state)}")


def _school(text: str) -> Place | None:
    school = School.objects.filter(slug=text, latitude__isnull=False).first()
    if school is None:
        return None
    words = _("Miles are in a straight line from %(school)s.") % {"school": school.name}
    return Place(school.slug, school.name, school.latitude, school.longitude, words)


def _near_choices(text: str) -> Place:
    choices = City.objects.filter(name__istartswith=text.partition(",")[0].strip()).order_by("-school_count")
    return Place(text, choices=list(choices[:MAX_CHOICES]))


def _zip_place(code: str) -> Place:
    """The schools of a ZIP code, or of all those that begin with the same three digits.

    The directory knows where schools are, not where ZIP codes are: that is as near as it gets.
    """
    for start in (code, code[:ZIP_AREA]):
        middle = School.objects.filter(zip_code__startswith=start).aggregate(
            latitude=Avg("latitude"), longitude=Avg("longitude"), count=Count("pk")
        )
        if middle["count"] and middle["latitude"] is not None:
            words = _(
                "Miles are in a straight line from the middle of the schools with ZIP codes %(start)s."
            ) % {"start": start if len(start) > ZIP_AREA else start + "…"}
            return Place(code, code, middle["latitude"], middle["longitude"], words)
    return Place(code)
