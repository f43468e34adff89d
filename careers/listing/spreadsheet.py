"""The list as a spreadsheet: every figure beside the release that it is from."""

from collections.abc import Iterable, Iterator, Sequence

from careers.listing.entries import Entry
from careers.models import Cluster, Framework, Release
from careers.reference import sources
from careers.reference.education_levels import level_name

HEADINGS = (
    *("title", "address", "onet_code", "soc_code", "summary"),
    *("annual_median_pay_usd", "jobs", "pay_source", "growth_percent", "openings_a_year", "outlook_source"),
    *("usual_schooling", "job_zone", "interest_code", "bright_outlook", "fields_of_work"),
)


def cells(entries: Iterable[Entry], list_address: str) -> Iterator[Sequence[object]]:
    """A row for each entry, in the order of ``HEADINGS``. Pay: US dollars a year; blank: not published."""
    pay_source, outlook_source = _credit_line(sources.OEWS_NATIONAL), _credit_line(sources.EP_OCCUPATIONS)
    titles = dict(Cluster.objects.filter(framework=Framework.SIXTEEN).values_list("slug", "title"))
    for entry in entries:
        has_pay = entry.pay is not None or entry.jobs is not None
        has_outlook = entry.growth is not None or entry.openings is not None
        yield (
            entry.title,
            f"{list_address}{entry.slug}/",
            entry.onet,
            entry.onet[:7],
            entry.summary,
            entry.pay,
            entry.jobs,
            pay_source if has_pay else "",
            entry.growth,
            entry.openings,
            outlook_source if has_outlook else "",
            level_name(entry.education),
            entry.zone,
            entry.interest,
            "yes" if entry.is_bright else "",
            "; ".join(sorted(titles.get(slug, slug) for slug in entry.clusters)),
        )


def _credit_line(source: str) -> str:
    newest = Release.objects.newest(source).first()
    return newest.credit_line if newest else ""
