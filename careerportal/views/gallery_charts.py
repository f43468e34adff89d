"""One sample of each chart for the gallery of components."""

from typing import Any

from careers import charts
from careers.documents.sheet import Figure
from careers.documents.summary import CareerSummary
from careers.listing.rows import CareerRow

FIVE = (30_000.0, 38_500.0, 50_100.0, 64_900.0, 81_200.0)
SUMMARY = CareerSummary(
    "lantern-keepers",
    "Lantern Keepers",
    "Keep the lights of the coast burning.",
    median=Figure(value=50_100),
    low=Figure(value=30_000),
    high=Figure(value=81_200),
    growth_percent=4.2,
    education_rank=2,
)
PAYS = [30_000 + 650 * number for number in range(160)]


def chart_samples() -> dict[str, Any]:
    """Geometry from ``careers.charts``, each with the words that its macro prints."""
    strip = charts.strip(FIVE, 20_000, 200_000)
    return {
        "axis": charts.axis(20_000, 200_000, (20_000, 110_000, 200_000)),
        "strip": strip,
        "stairs": charts.stairs(3),
        "dot_plot": charts.pay_dot_plot(FIVE),
        "dot_plot_labels": ["$30,000", "$38,500", "$50,100", "$64,900", "$81,200"],
        "growth_bars": charts.growth_bars((4.2, -1.5)),
        "hexagon": charts.hexagon((6, 18, 9, 12, 4, 15), 20),
        "histogram": charts.histogram(
            PAYS, {"Lantern Keepers": 50_150}, low=20_000, high=140_000, columns=40, ticks=(20_000, 140_000)
        ),
        "row": CareerRow(SUMMARY, strip, charts.stairs(2)),
        "pay_chart": _pay_chart(),
        "growth_chart": _growth_chart(),
        "jobs_chart": {
            "title": "42,300 jobs, then 44,100",
            "subtitle": "Each sign is 2,000 jobs.",
            "pictogram": charts.pictogram(42_300, 44_100),
            "before_label": "2024",
            "before": "42,300",
            "after_label": "2034",
            "after": "44,100",
        },
    }


def _pay_chart() -> dict[str, Any]:
    amounts = {"Harbors": 58_200, "Lighthouses": 50_900, "Museums": 41_000}
    drawn = charts.bars(list(amounts.values()), reference=50_100)
    return {
        "title": "Harbors pay most",
        "subtitle": "Median yearly pay by industry.",
        "reference": "All: $50,100",
        "reference_x": drawn.reference_x,
        "rows": [
            {"label": label, "note": "", "amount": f"${amount:,}", "bar": bar}
            for (label, amount), bar in zip(amounts.items(), drawn.bars, strict=True)
        ],
    }


def _growth_chart() -> dict[str, Any]:
    drawn = charts.growth_bars((4.2, 3.1))
    return {
        "title": "Grows a little faster than all jobs",
        "subtitle": "Change from 2024 to 2034.",
        "zero": drawn.zero,
        "rows": [
            {"label": "Lantern Keepers", "change": "+4.2%", "is_this": True, "bar": drawn.bars[0]},
            {"label": "All jobs", "change": "+3.1%", "is_this": False, "bar": drawn.bars[1]},
        ],
    }
