"""The first page."""

from django.http import HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.charts import Histogram, histogram
from careers.listing.clusters import browse_links, fields_of_work, shown_sheets
from careers.listing.entries import entries
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, render_public
from schools.placements import placements_of

HISTOGRAM_LOW, HISTOGRAM_HIGH, HISTOGRAM_COLUMNS = 25_000, 203_000, 89
HISTOGRAM_TICKS = (50_000, 100_000, 150_000, 200_000)

#: Well-known careers that give the histogram its bearings, by the code of their figures.
LANDMARKS = ("41-2011", "47-2111", "29-1141", "23-1011")


@require_safe
@public_page()
def home(request: HttpRequest) -> PublicPage:
    """Search, fields of work, what matters, and every career by what it pays."""
    placements = placements_of(["home"], now=timezone.now())
    everything = entries()
    context = {
        "placements": placements,
        "career_count": len(everything),
        "histogram": _histogram(),
        "fields": fields_of_work(everything),
        "browse_links": browse_links(everything),
    }
    return render_public(request, "site/home.html", context, until=placements.next_change_at)


def _histogram() -> Histogram:
    """One dot for each set of published figures, so that careers that share them count once."""
    rows = (
        shown_sheets()
        .exclude(annual_median=None)
        .order_by("figures_code", "occupation_id")
        .distinct("figures_code")
        .values_list("figures_code", "title", "annual_median")
    )
    pays = {code: (title, float(median)) for code, title, median in rows if median is not None}
    named = dict(pays[code] for code in LANDMARKS if code in pays)
    values = [median for _title, median in pays.values()]
    return histogram(
        values,
        named,
        low=HISTOGRAM_LOW,
        high=HISTOGRAM_HIGH,
        columns=HISTOGRAM_COLUMNS,
        ticks=HISTOGRAM_TICKS,
    )
