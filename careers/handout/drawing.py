"""Charts for paper as SVG, from the geometry of the page."""

import re

from careers.charts import DotPlot

PILE = re.compile(r"M([\d.]+) ([\d.]+)v-([\d.]+)")
COLORS = (("#6d9588", "tail"), ("#3c8874", "mid"), ("#12614f", "core"))


def dot_plot_svg(people: DotPlot) -> str:
    """One hundred workers, one dot each.

    The page draws a pile of dots as one dashed stroke. Not every program that shows or prints PDF gives a
    dash without length its round ends, so here every dot is a circle.
    """
    circles = "".join(
        f'<circle cx="{x}" cy="{y:g}" r="{people.dot / 2:g}" fill="{color}"/>'
        for color, group in COLORS
        for x, y in _dots(getattr(people, group), people.pitch)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 {people.height:g}">{circles}</svg>'


def _dots(path: str, pitch: float) -> list[tuple[str, float]]:
    return [
        (x, round(float(bottom) - place * pitch, 2))
        for x, bottom, height in PILE.findall(path)
        for place in range(round(float(height) / pitch) + 1)
    ]
