"""Which part of a profile stands in which chapter, and what each is called.

Read by diffs, checks and the desk.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Chapter by chapter in the order of the page: the Profile's fields with their names.
CHAPTERS: dict[str, dict[str, str | Promise]] = {
    "page": {
        "title": _("Title"),
        "slug": _("Address"),
        "onet": _("Occupation"),
        "owns_address": _("Has an address of its own"),
        "summary": _("Line"),
        "picture": _("Picture"),
        "editor": _("Editor"),
        "reviewed_on": _("Reviewed on"),
        "review_due_on": _("Next review"),
    },
    "work": {
        "overview": _("Overview"),
        "duties": _("What people do"),
        "kinds": _("Kinds of work"),
        "other_titles": _("Other titles"),
        "settings": _("Places"),
        "week": _("A normal week"),
        "conditions": _("Working conditions"),
        "temperament": _("You may like it if"),
        "skills": _("Skills"),
        "specialties": _("Specialties"),
        "likes": _("What people like"),
        "hard_parts": _("What people find hard"),
        "things_to_know": _("Things to know"),
        "graduates": _("Where graduates found work"),
        "video": _("Video"),
    },
    "pay": {"figures_note": _("Whose figures these are"), "pay_notes": _("What makes pay vary")},
    "outlook": {"outlook_notes": _("Why it grows or shrinks")},
    "begin": {
        "steps": _("Steps"),
        "routes": _("Ways in"),
        "education": _("Education"),
        "high_school": _("High-school courses"),
        "ways_to_try": _("Ways to try it"),
        "programs": _("Programs of study"),
        "on_the_job": _("Training on the job"),
        "licensing": _("License"),
        "certifications": _("Certifications"),
        "advancement": _("Moving up"),
    },
    "more": {
        "related": _("Careers like this"),
        "associations": _("Associations"),
        "resources": _("Other resources"),
        "sources": _("Sources"),
        "reference_codes": _("Reference codes"),
        "in_short": _("In short"),
    },
    "guide": {"body": _("Text"), "careers": _("Careers")},
}

CHAPTER_TITLES: dict[str, str | Promise] = {
    "page": _("Top of the page"),
    "work": _("The work"),
    "pay": _("Pay"),
    "outlook": _("Outlook"),
    "begin": _("How to begin"),
    "more": _("Careers like this, sources and codes"),
    "guide": _("The guide"),
}

FIELD_LABELS = {field: label for fields in CHAPTERS.values() for field, label in fields.items()}

#: What a complete profile has. Left out are parts that only some careers can have.
WANTED = (
    "summary", "overview", "duties", "other_titles", "settings", "week", "conditions", "temperament",
    "skills", "specialties", "likes", "hard_parts", "things_to_know", "graduates", "pay_notes",
    "outlook_notes", "steps", "routes", "education", "high_school", "ways_to_try", "programs",
    "on_the_job", "licensing", "certifications", "advancement", "related", "associations", "resources",
    "sources", "reference_codes", "in_short",
)  # fmt: skip
