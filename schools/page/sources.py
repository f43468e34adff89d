"""Where the figures of a school's page come from."""

from collections.abc import Iterable, Mapping

from careers.models import Release
from careers.page.sources import Sources
from careers.sheets.releases import reference


def newest_releases(*sources: str) -> dict[str, Release]:
    """The newest release of each of ``sources`` that is loaded. One query."""
    return {release.source: release for release in Release.objects.newest(*sources)}


def sources_of(releases: Iterable[Release] | Mapping[str, Release]) -> Sources:
    """The source lines of ``releases``; several editions of one source have the year in their key."""
    editions = releases.values() if isinstance(releases, Mapping) else releases
    return Sources(
        {f"{release.source} {release.edition}": reference(release) for release in editions},
        lambda _release: "",
    )


def credit(release: Release) -> str:
    """The line under a figure: whose it is, and of when."""
    period = f" ({release.reference_period})" if release.reference_period else ""
    return f"{release.credit_line}{period}"


def year_text(release: Release) -> str:
    """The year that completions are counted in: from July to June, as in 2023–24."""
    year = int(release.edition)
    return f"{year - 1}–{year % 100:02d}"
