"""The app's models, by subject."""

from schools.models.cip import CipChange, CipCode, CipSoc
from schools.models.figures import FieldResult, SchoolFigures
from schools.models.listing import City, Listing
from schools.models.program import Program, SchoolTotal
from schools.models.school import School

__all__ = [
    "CipChange",
    "CipCode",
    "CipSoc",
    "City",
    "FieldResult",
    "Listing",
    "Program",
    "School",
    "SchoolFigures",
    "SchoolTotal",
]
