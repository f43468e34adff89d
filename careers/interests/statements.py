"""The thirty statements: five for each of the six interests, written for this site.

Each completes “Would you like to …?”. They name one concrete thing that a student can picture, without pay,
rank or schooling in it. The order mixes the interests: every six statements hold each of them once, and no
two neighbors are of the same interest.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Statement:
    """``letter`` is the interest that it stands for."""

    letter: str
    text: Promise


#: A change of order changes what every shared result means. Add at no price; replace a text in its place.
STATEMENTS = (
    Statement("R", _("take a bike apart, clean it and put it back together")),
    Statement("S", _("explain fractions to a younger student until they click")),
    Statement("C", _("check a long list of orders for mistakes")),
    Statement("A", _("write a short story that makes people laugh")),
    Statement("I", _("look through a microscope to tell two kinds of cells apart")),
    Statement("E", _("talk a store owner into trying a new product")),
    Statement("C", _("keep a club’s money in order, down to the cent")),
    Statement("I", _("work out from layers of soil how old a place is")),
    Statement("S", _("sit with someone who has had bad news")),
    Statement("R", _("put up a shed that stands straight")),
    Statement("E", _("open a food stand and set the prices")),
    Statement("A", _("choose the colors and the furniture for a stage")),
    Statement("I", _("find out by trial why one bridge holds more than another")),
    Statement("E", _("lead a crew that has to be done by Friday")),
    Statement("A", _("make up a tune and record it")),
    Statement("C", _("plan who works which shift for a whole month")),
    Statement("R", _("steer an excavator on a building site")),
    Statement("S", _("coach a team of eight-year-olds")),
    Statement("A", _("photograph your neighborhood and pick the ten best shots")),
    Statement("R", _("plant a row of fruit trees and keep them healthy")),
    Statement("I", _("read three studies about sleep and judge which one to trust")),
    Statement("S", _("show a family that is new in town how to find a doctor")),
    Statement("C", _("sort a messy shared folder so that anyone can find any file")),
    Statement("E", _("argue a case in front of a full room")),
    Statement("S", _("help someone walk again after an operation")),
    Statement("A", _("design a poster that makes people stop on the street")),
    Statement("E", _("ask local companies for money for a class trip")),
    Statement("R", _("rewire an old lamp so that it works again")),
    Statement("C", _("go through a checklist so that no step is left out")),
    Statement("I", _("look for a pattern in ten years of weather records")),
)
