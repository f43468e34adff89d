"""The four domains that the agency rates, as this site names them, and from where on a rating matters."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from careers.reference import sources

#: On the agency's scale of importance: 1 not important, 3 important, 5 extremely important.
IMPORTANT = 3.0


@dataclass(frozen=True, slots=True)
class RatingDomain:
    """A kind of rated element.

    ``key`` is the value of ``careers.models.Domain`` and the chapter of a sheet; ``path`` stands in
    addresses; ``source`` names the agency's table.
    """

    key: str
    path: str
    source: str
    name: Promise
    hint: Promise


RATING_DOMAINS = (
    RatingDomain("skills", "skills", sources.ONET_SKILLS, _("Skills"), _("What you do well, from practice")),
    RatingDomain(
        "knowledge", "knowledge", sources.ONET_KNOWLEDGE, _("Knowledge"), _("Subjects you know about")
    ),
    RatingDomain(
        "abilities", "abilities", sources.ONET_ABILITIES, _("Abilities"), _("What your mind and body can do")
    ),
    RatingDomain(
        "work_styles",
        "work-styles",
        sources.ONET_WORK_STYLES,
        _("Ways of working"),
        _("How people who do well here work"),
    ),
)
BY_KEY = {domain.key: domain for domain in RATING_DOMAINS}
