"""The finder of schools: what an address asks for, which programs and places that means, and what is
found.
"""

from schools.finder.place import Place, find_place
from schools.finder.query import FinderQuery, Sort
from schools.finder.search import Facet, Found, FoundSchool, search
from schools.finder.subject import Subject, find_subject

__all__ = [
    "Facet",
    "FinderQuery",
    "Found",
    "FoundSchool",
    "Place",
    "Sort",
    "Subject",
    "find_place",
    "find_subject",
    "search",
]
