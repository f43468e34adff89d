"""The Bureau's eight levels of entry education, and its terms for training and experience, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LEVELS = 8

#: By rank; the same ranks as ``Sheet.education_rank``.
SHORT_NAMES: Mapping[int, object] = {
    1: gettext_lazy("No diploma needed"),
    2: gettext_lazy("High school diploma"),
    3: gettext_lazy("Some college, no degree"),
    4: gettext_lazy("Certificate after high school"),
    5: gettext_lazy("Associate degree"),
    6: gettext_lazy("Bachelor’s degree"),
    7: gettext_lazy("Master’s degree"),
    8: gettext_lazy("Doctoral or professional degree"),
}


def level_name(rank: int | None, publisher_term: str = "") -> str:
    """The level in plain words; a term that is not among the eight stays as the publisher wrote it."""
    return str(SHORT_NAMES[rank]) if rank is not None and rank in SHORT_NAMES else publisher_term


def training_words(term: str) -> str:
    """What the Bureau's term for training on the job means; empty where there is none."""
    words = {
        "Short-term on-the-job training": _("Up to one month of training on the job"),
        "Moderate-term on-the-job training": _("One month to a year of training on the job"),
        "Long-term on-the-job training": _("More than a year of training on the job"),
        "Apprenticeship": _("An apprenticeship: paid work and classes together"),
        "Internship/residency": _("An internship or residency after school"),
    }
    return "" if term in ("", "None") else words.get(term, term)


def experience_words(term: str) -> str:
    """What the Bureau's term for earlier work means; empty where none is needed."""
    words = {
        "Less than 5 years": _("Some work in a related job first, less than 5 years"),
        "5 years or more": _("Work in a related job first, 5 years or more"),
    }
    return "" if term in ("", "None") else words.get(term, term)
