"""The finder of schools: what an address asks for, what that means, and what is found."""

from schools.finder.place import Place, find_place
from schools.finder.query import FinderQuery, Sort
from schools.finder.search import Facet, FinderResults, FoundSchool, search
from schools.finder.subject import ProgramMatch, find_subject

__all__ = [
    "Facet",
    "FinderQuery",
    "FinderResults",
    "FoundSchool",
    "Place",
    "ProgramMatch",
    "Sort",
    "find_place",
    "find_subject",
    "search",
]
