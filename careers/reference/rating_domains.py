"""The four domains that the agency rates, as this site names them, and from where on a rating matters."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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
    RatingDomain("skills", "skills", "onet-skills", _("Skills"), _("What you do well, from practice")),
    RatingDomain("knowledge", "knowledge", "onet-knowledge", _("Knowledge"), _("Subjects you know about")),
    RatingDomain(
        "abilities", "abilities", "onet-abilities", _("Abilities"), _("What your mind and body can do")
    ),
    RatingDomain(
        "work_styles",
        "work-styles",
        "onet-work-styles",
        _("Ways of working"),
        _("How people who do well here work"),
    ),
)
BY_KEY = {domain.key: domain for domain in RATING_DOMAINS}
