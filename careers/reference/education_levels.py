"""The Bureau's eight levels of entry education, and its terms for training and experience, in plain words."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

#: Entry education as the Bureau orders it, the least first.
EDUCATION = (
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
)
EXPERIENCE = ("None", "Less than 5 years", "5 years or more")
TRAINING = (
    "None",
    "Short-term on-the-job training",
    "Moderate-term on-the-job training",
    "Long-term on-the-job training",
    "Apprenticeship",
    "Internship/residency",
)
#: What the publisher calls the lowest of the levels that workers have.
LOWEST_ATTAINMENT = "Less than high school diploma"
#: The levels that workers have (table 5.3), the lowest first.
ATTAINMENT_LEVELS = (
    LOWEST_ATTAINMENT,
    "High school diploma or equivalent",
    "Some college, no degree",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
)

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


def education_rank(term: str) -> int | None:
    """1 for no credential … 8 for a doctoral or professional degree; None for any other term."""
    return EDUCATION.index(term) + 1 if term in EDUCATION else None
