"""The six interest types of John Holland, as the O*NET interests use them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class InterestType:
    """``letter`` stands in Holland codes; ``field`` is the name in ``careers.documents.sheet.Interests``."""

    letter: str
    field: str
    name: object
    likes: object


#: In the order R, I, A, S, E, C: neighbors are alike, opposites are not.
INTEREST_TYPES = (
    InterestType("R", "realistic", _("Realistic"), _("Working with tools, machines, plants or animals")),
    InterestType("I", "investigative", _("Investigative"), _("Finding out how and why things happen")),
    InterestType("A", "artistic", _("Artistic"), _("Making things that did not exist before")),
    InterestType("S", "social", _("Social"), _("Helping, teaching and caring for people")),
    InterestType("E", "enterprising", _("Enterprising"), _("Starting things, leading and selling")),
    InterestType("C", "conventional", _("Conventional"), _("Keeping facts, money and schedules in order")),
)
BY_LETTER = {kind.letter: kind for kind in INTEREST_TYPES}
