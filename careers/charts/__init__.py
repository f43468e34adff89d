"""Chart geometry: numbers in, frozen geometry out. ``templates/components/charts.html`` draws it.

Two kinds of SVG are drawn:

* *per cent* SVG, without a viewBox: x and lengths in per cent, so that text keeps its size at any width;
* *dot* SVG, with a viewBox: marks only, never text, so that scaling does no harm.

No value ever goes into a ``style`` attribute, so the strict content-security policy holds.
"""

from careers.charts.bars import Bar, Bars, GrowthBars, bars, growth_bars
from careers.charts.dot_plot import People, can_draw_people, pay_people
from careers.charts.hexagon import Hexagon, hexagon
from careers.charts.histogram import Hill, HillMark, hill
from careers.charts.pictogram import SignRows, Stair, doors, sign_rows, sign_unit, stairs
from careers.charts.scale import Axis, Strip, Tick, axis, per_cent, strip

__all__ = [
    "Axis",
    "Bar",
    "Bars",
    "GrowthBars",
    "Hexagon",
    "Hill",
    "HillMark",
    "People",
    "SignRows",
    "Stair",
    "Strip",
    "Tick",
    "axis",
    "bars",
    "can_draw_people",
    "doors",
    "growth_bars",
    "hexagon",
    "hill",
    "pay_people",
    "per_cent",
    "sign_rows",
    "sign_unit",
    "stairs",
    "strip",
]
