"""School subjects and the careers that use them, both ways.

A subject stands for kinds of knowledge that the agency rates; a career uses it where one of them counts
(importance 3 of 5 or more). Which knowledge belongs to which subject is this site's own judgement. Careers
whose profile names a course of the subject for high school come first.
"""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class BrowseSubject:
    """``knowledge`` are slugs of the agency's elements; ``words`` are found in names of courses."""

    slug: str
    name: Promise
    knowledge: tuple[str, ...]
    words: tuple[str, ...]

    def names(self, course: str) -> bool:
        """Whether a course's name speaks of the subject."""
        return re.search(rf"\b({'|'.join(self.words)})", course, re.IGNORECASE) is not None


SUBJECTS = (
    BrowseSubject("art", _("Art and design"), ("fine-arts", "design"), ("art", "drawing", "design")),
    BrowseSubject("biology", _("Biology"), ("biology",), ("biolog", "anatomy", "physiology", "life science")),
    BrowseSubject(
        "business",
        _("Business and economics"),
        ("administration-and-management", "economics-and-accounting", "sales-and-marketing"),
        ("business", "economics", "accounting", "marketing", "bookkeeping", "personal finance"),
    ),
    BrowseSubject("chemistry", _("Chemistry"), ("chemistry",), ("chemistry",)),
    BrowseSubject(
        "computers",
        _("Computer science"),
        ("computers-and-electronics",),
        ("computer", "programming", "coding class", "keyboard", "spreadsheet", "information technology"),
    ),
    BrowseSubject("english", _("English"), ("english-language",), ("english", "writing", "composition")),
    BrowseSubject("geography", _("Geography"), ("geography",), ("geography", "mapping")),
    BrowseSubject(
        "health",
        _("Health science"),
        ("medicine-and-dentistry", "therapy-and-counseling"),
        ("health", "medical", "first aid"),
    ),
    BrowseSubject(
        "history",
        _("History and civics"),
        ("history-and-archeology", "law-and-government"),
        ("history", "civics", "government"),
    ),
    BrowseSubject(
        "languages", _("Languages"), ("foreign-language",), ("spanish", "french", "language other")
    ),
    BrowseSubject(
        "mathematics",
        _("Mathematics"),
        ("mathematics",),
        ("math", "algebra", "geometry", "statistics", "calculus"),
    ),
    BrowseSubject("physics", _("Physics"), ("physics",), ("physics",)),
    BrowseSubject(
        "psychology",
        _("Psychology and sociology"),
        ("psychology", "sociology-and-anthropology"),
        ("psychology", "sociology"),
    ),
    BrowseSubject(
        "shop",
        _("Shop, engineering and building"),
        ("mechanical", "building-and-construction", "engineering-and-technology"),
        ("shop", "engineering", "construction", "welding", "drafting", "electronics"),
    ),
    BrowseSubject(
        "speech", _("Speech and media"), ("communications-and-media",), ("speech", "media", "journalism")
    ),
)
BY_SLUG = {subject.slug: subject for subject in SUBJECTS}


def subjects_of(courses: list[str]) -> list[BrowseSubject]:
    """The subjects that some of ``courses`` belong to."""
    return [subject for subject in SUBJECTS if any(subject.names(course) for course in courses)]
