"""Schools in words: what kind of school it is, where it stands, what is odd about it."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from schools.models import School
from schools.states import state_name

#: LOCALE's first digit.
SURROUNDINGS = {"1": "city", "2": "suburb", "3": "town", "4": "country"}


def kind(school: School) -> str:
    """As in “Public, 2-year”; empty where the directory says neither."""
    return kind_of(school.control, school.length)


def kind_of(control: str, length: str) -> str:
    """The same from the directory's codes."""
    parts = [
        School.Control(control).label if control else "",
        School.Length(length).label if length else "",
    ]
    return ", ".join(str(part) for part in parts if part)


def place(school: School) -> str:
    return f"{school.city}, {state_name(school.state)}"


def lede(school: School) -> str:
    """One sentence that says what the school is."""
    words = {"place": place(school)}
    if school.is_office:
        return _("The office of a group of schools in %(place)s. It has no classes of its own.") % words
    sentences = {
        ("1", "1"): _("A public school in %(place)s with programs of four years and more."),
        ("1", "2"): _("A public two-year school in %(place)s."),
        ("1", "3"): _("A public school in %(place)s with programs of less than two years."),
        ("2", "1"): _("A private nonprofit school in %(place)s with programs of four years and more."),
        ("2", "2"): _("A private nonprofit two-year school in %(place)s."),
        ("2", "3"): _("A private nonprofit school in %(place)s with programs of less than two years."),
        ("3", "1"): _("A private for-profit school in %(place)s with programs of four years and more."),
        ("3", "2"): _("A private for-profit two-year school in %(place)s."),
        ("3", "3"): _("A private for-profit school in %(place)s with programs of less than two years."),
    }
    return sentences.get((school.control, school.length), _("A school in %(place)s.")) % words


def surroundings(school: School) -> str:
    """City, suburb, town or country, as the directory sorts the place."""
    return {
        "city": _("In a city"),
        "suburb": _("In a suburb"),
        "town": _("In a town"),
        "country": _("In the country"),
    }.get(SURROUNDINGS.get(school.locale[:1], ""), "")


def closed_text(school: School) -> str:
    """When a school closed, no more exact than the directory knows it."""
    if not school.closed_on:
        return _("This school is closed. The directory does not say since when.")
    if len(school.closed_on) == 4:
        return _("This school closed in %(year)s.") % {"year": school.closed_on}
    day = dt.date.fromisoformat(school.closed_on)
    return _("This school closed on %(day)s.") % {"day": date_format(day, "F j, Y")}
