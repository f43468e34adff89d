"""Whether figures are overtaken: a newer edition is out, or was due by now. Decided when a page is read.

Dates may be known to the month or the year only. Such a date counts as past once it is past for certain:
nothing here says that an edition is out, or late, a day too early.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from django.utils.translation import gettext as _

from careers.documents.sheet import ReleaseRef
from careers.models.partial_dates import end_of_partial_date, show_partial_date
from careers.reference.sources import edition_order


class Edition(Protocol):
    """What is asked of a row of ``KnownEdition``."""

    family: str
    edition: str
    published_on: str
    next_expected_on: str


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Why figures may be old. ``on``: when the newer edition came out or was due, as exact as is known."""

    kind: Literal["out", "due"]
    edition: str
    on: str

    @property
    def clause(self) -> str:
        """A sentence for the source line."""
        names = {"edition": self.edition, "date": show_partial_date(self.on) if self.on else ""}
        if self.kind == "due":
            return _("Newer figures were due in %(date)s.") % names
        if self.on:
            return _("A newer edition is out: %(edition)s (%(date)s).") % names
        return _("A newer edition is out: %(edition)s.") % names


def overtaken(release: ReleaseRef, editions: Iterable[Edition], today: dt.date) -> Overtaken | None:
    """What is known to have overtaken ``release`` by ``today``; None while it is the newest."""
    own_order = edition_order(release.edition)
    expected = {release.next_expected_on} - {""}
    newer: list[tuple[str, Edition]] = []
    for edition in editions:
        if edition.family != release.family:
            continue
        order = edition_order(edition.edition)
        if order == own_order and edition.next_expected_on:
            expected = {edition.next_expected_on}  # the operator's word is newer than the release's
        elif order > own_order and is_past(edition.published_on, today):
            newer.append((order, edition))
    if newer:
        newest = max(newer, key=lambda pair: pair[0])[1]
        return Overtaken("out", newest.edition, newest.published_on)
    if due := next((date for date in expected if end_of_partial_date(date) < today), ""):
        return Overtaken("due", "", due)
    return None


def is_past(date: str, today: dt.date) -> bool:
    """Whether an edition of this partial date is out for certain. One without a date is known to be out."""
    return not date or end_of_partial_date(date) <= today
