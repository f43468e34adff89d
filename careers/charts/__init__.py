"""Chart geometry: numbers in, frozen geometry out. ``templates/components/charts.html`` draws it.

Two kinds of SVG are drawn:

* *per cent* SVG, without a viewBox: x and lengths in per cent, so that text keeps its size at any width;
* *dot* SVG, with a viewBox: marks only, never text, so that scaling does no harm.

No value ever goes into a ``style`` attribute, so the strict content-security policy holds.
"""

from careers.charts.bars import Bar, Bars, GrowthBars, bars, growth_bars
from careers.charts.dot_plot import DotPlot, can_draw_dot_plot, pay_dot_plot
from careers.charts.hexagon import Hexagon, hexagon
from careers.charts.histogram import Histogram, HistogramMark, histogram
from careers.charts.pictogram import Pictogram, Stair, doors, pictogram, pictogram_unit, stairs
from careers.charts.scale import Axis, Strip, Tick, axis, per_cent, strip

__all__ = [
    "Axis",
    "Bar",
    "Bars",
    "DotPlot",
    "GrowthBars",
    "Hexagon",
    "Histogram",
    "HistogramMark",
    "Pictogram",
    "Stair",
    "Strip",
    "Tick",
    "axis",
    "bars",
    "can_draw_dot_plot",
    "doors",
    "growth_bars",
    "hexagon",
    "histogram",
    "pay_dot_plot",
    "per_cent",
    "pictogram",
    "pictogram_unit",
    "stairs",
    "strip",
]
