"""Where a page's figures come from: the line under a chart, and the list at the end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.documents.sheet import ReleaseRef


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The line that closes a chapter. ``clause`` says that newer figures are out or due; often empty."""

    text: str
    clause: str = ""


@dataclass(frozen=True, slots=True)
class SourceListing:
    """One publication in the list of sources, with the tables taken from it.

    ``notes`` say whose extract stands in for a publisher's own file.
    """

    credit: str
    address: str
    license: str
    tables: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Every release that a page names, by its key in the sheet.

    ``clause_of`` says in words that newer figures of a release are out or due, or nothing.
    """

    releases: Mapping[str, ReleaseRef]
    clause_of: Callable[[ReleaseRef], str]

    def line(self, key: str) -> SourceLine:
        """The source line of the release ``key``."""
        release = self.releases[key]
        return SourceLine(_short_credit(release), self.clause_of(release))

    def edition(self, key: str) -> str:
        return self.releases[key].edition

    def entries(self) -> tuple[SourceListing, ...]:
        """The publications, each once, in the order of their tables' names."""
        by_credit: dict[str, list[ReleaseRef]] = {}
        for release in sorted(self.releases.values(), key=lambda release: (release.family, release.title)):
            by_credit.setdefault(release.credit_line, []).append(release)
        return tuple(_entry(credit, group) for credit, group in by_credit.items())


def _entry(credit: str, releases: Sequence[ReleaseRef]) -> SourceListing:
    notes = {release.obtained_as for release in releases if release.obtained_as != "original"}
    return SourceListing(
        credit=credit,
        address=releases[0].address,
        license=releases[0].licence,
        tables=tuple(dict.fromkeys(release.title for release in releases)),
        notes=tuple(sorted(notes)),
    )


def _short_credit(release: ReleaseRef) -> str:
    if release.family == "onet":
        return _("O*NET %(edition)s, U.S. Department of Labor") % {"edition": release.edition}
    return release.credit_line
