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
class Subject:
    """``knowledge`` are slugs of the agency's elements; ``words`` are found in names of courses."""

    slug: str
    name: Promise
    knowledge: tuple[str, ...]
    words: tuple[str, ...]

    def names(self, course: str) -> bool:
        """Whether a course's name speaks of the subject."""
        return re.search(rf"\b({'|'.join(self.words)})", course, re.IGNORECASE) is not None


SUBJECTS = (
    Subject("art", _("Art and design"), ("fine-arts", "design"), ("art", "drawing", "design")),
    Subject("biology", _("Biology"), ("biology",), ("biolog", "anatomy", "physiology", "life science")),
    Subject(
        "business",
        _("Business and economics"),
        ("administration-and-management", "economics-and-accounting", "sales-and-marketing"),
        ("business", "economics", "accounting", "marketing", "bookkeeping", "personal finance"),
    ),
    Subject("chemistry", _("Chemistry"), ("chemistry",), ("chemistry",)),
    Subject(
        "computers",
        _("Computer science"),
        ("computers-and-electronics",),
        ("computer", "programming", "coding class", "keyboard", "spreadsheet", "information technology"),
    ),
    Subject("english", _("English"), ("english-language",), ("english", "writing", "composition")),
    Subject("geography", _("Geography"), ("geography",), ("geography", "mapping")),
    Subject(
        "health",
        _("Health science"),
        ("medicine-and-dentistry", "therapy-and-counseling"),
        ("health", "medical", "first aid"),
    ),
    Subject(
        "history",
        _("History and civics"),
        ("history-and-archeology", "law-and-government"),
        ("history", "civics", "government"),
    ),
    Subject("languages", _("Languages"), ("foreign-language",), ("spanish", "french", "language other")),
    Subject(
        "mathematics",
        _("Mathematics"),
        ("mathematics",),
        ("math", "algebra", "geometry", "statistics", "calculus"),
    ),
    Subject("physics", _("Physics"), ("physics",), ("physics",)),
    Subject(
        "psychology",
        _("Psychology and sociology"),
        ("psychology", "sociology-and-anthropology"),
        ("psychology", "sociology"),
    ),
    Subject(
        "shop",
        _("Shop, engineering and building"),
        ("mechanical", "building-and-construction", "engineering-and-technology"),
        ("shop", "engineering", "construction", "welding", "drafting", "electronics"),
    ),
    Subject(
        "speech", _("Speech and media"), ("communications-and-media",), ("speech", "media", "journalism")
    ),
)
BY_SLUG = {subject.slug: subject for subject in SUBJECTS}


def subjects_of(courses: list[str]) -> list[Subject]:
    """The subjects that some of ``courses`` belong to."""
    return [subject for subject in SUBJECTS if any(subject.names(course) for course in courses)]
