"""Dates of which only the year, or the year and the month, may be known."""

import calendar
import datetime as dt

from django.core.validators import RegexValidator
from django.utils.formats import date_format

from careers.reference import patterns

PARTIAL_DATE = RegexValidator(
    f"^{patterns.PARTIAL_DATE}$",
    "Write a year, a year and month, or a full date: 2026, 2026-05 or 2026-05-15.",
)


def end_of_partial_date(text: str) -> dt.date:
    """The last day that ``text`` ("2027", "2027-05" or "2027-05-15") may mean."""
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return dt.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def show_partial_date(text: str) -> str:
    """``text`` as a reader would write it, no more exact than it is known: "May 2027"."""
    parts = text.split("-")
    if len(parts) == 1:
        return text
    date = dt.date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) > 2 else 1)
    return date_format(date, "F j, Y" if len(parts) > 2 else "F Y")
