"""What is public at the slug of a career at one moment.

This is the only answer to that question: the page, the handout, the card for other sites, comparisons, lists
of chosen careers and the API all ask here. The rules:

- An old slug leads to the current address of its owner.
- The text is that of the live version; a career may have none and show figures alone.
- The figures are those of the address's occupation. An address that is a career's alone has no occupation, so
  the text names it, and where the text is withdrawn the address is gone.
- What is neither public nor withdrawn (never existed, not published yet) is not found.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import Http404

from careers.documents.profile import Profile
from careers.documents.sheet import Sheet
from careers.documents.summary import CareerSummary, summarize_sheet
from careers.models import Address, SheetRecord, SubjectType, Version
from careers.models.version import VersionQuerySet
from careers.page import CareerPage
from careers.page.assemble import read_career
from careers.public.addresses import find_address, find_addresses
from careers.public.outcomes import Gone, Moved
from careers.web.rendering import next_midnight


@dataclass(frozen=True, slots=True)
class PublicCareer:
    """A career at its current address. ``version`` and ``profile`` are None where no text is published."""

    address: Address
    version: Version | None
    profile: Profile | None
    sheet: Sheet

    @property
    def slug(self) -> str:
        return self.address.slug

    @property
    def title(self) -> str:
        return self.profile.title if self.profile else self.sheet.title

    @property
    def summary(self) -> str:
        """The line under the title; empty where no text is published."""
        return self.profile.summary if self.profile else ""

    def as_summary(self) -> CareerSummary:
        """What lists say of it."""
        return summarize_sheet(self.sheet, slug=self.slug, title=self.title, summary=self.summary)

    def page(self, *, now: dt.datetime, area: str = "") -> CareerPage:
        """The chapters of the page at ``now``, with the pay in ``area`` where that is a known code.

        One query, three with an area.
        """
        return read_career(sheet=self.sheet, profile=self.profile, area=area[:10], now=now)

    def next_change_at(self, now: dt.datetime, *, others: VersionQuerySet | None = None) -> dt.datetime:
        """When the page says something else by itself; ``others`` are versions that it shows too."""
        versions = career_versions(self.address)
        coming = (versions if others is None else versions | others).next_change_at(now)
        midnight = next_midnight(now)
        return min(coming, midnight) if coming else midnight


def find_career(slug: str, *, now: dt.datetime) -> PublicCareer | Moved | Gone:
    """What is public at ``slug``, in two queries, three where it is gone.

    Raises Http404 where nothing was ever public. That is an exception and not a fourth outcome since every
    caller but one does the same about it, which Django already does.
    """
    address = find_address(slug)
    if isinstance(address, Moved):
        return address
    career = _read([address], now).get(address.slug)
    if career is None:
        raise Http404(f"No career has the slug {slug!r}.")
    return career


def find_careers(slugs: Iterable[str], *, now: dt.datetime) -> dict[str, PublicCareer | Gone]:
    """What is public at each of ``slugs``, in their order, by the rules of ``find_career``.

    An old slug leads to the current address; what is not found is left out. Two queries, one more where a
    slug is old, and one where something is gone.
    """
    addresses = find_addresses(slugs)
    careers = _read(list({address.slug: address for address in addresses.values()}.values()), now)
    return {slug: careers[address.slug] for slug, address in addresses.items() if address.slug in careers}


def public_once(careers: Iterable[PublicCareer | Gone]) -> list[PublicCareer]:
    """The public ones among ``careers``, without repeating a career that two slugs led to."""
    public = (career for career in careers if isinstance(career, PublicCareer))
    return list({career.slug: career for career in public}.values())


def career_versions(address: Address) -> VersionQuerySet:
    """Every version of the career at ``address``: published, scheduled and withdrawn."""
    return Version.objects.of(SubjectType.CAREER, address.subject_key)


def _read(addresses: Collection[Address], now: dt.datetime) -> dict[str, PublicCareer | Gone]:
    """What is public at each of ``addresses``, all of them current, by slug."""
    keys = [address.subject_key for address in addresses]
    versions = Version.objects.filter(subject_type=SubjectType.CAREER, subject_key__in=keys)
    live = {version.subject_key: version for version in _with_figures(versions.live(now))}
    withdrawn = _withdrawn_titles(
        versions.published(now),
        [
            address.career_key
            for address in addresses
            if address.career_key and address.career_key not in live
        ],
    )
    careers: dict[str, PublicCareer | Gone] = {}
    for address in addresses:
        version = live.get(address.subject_key)
        figures = _figures(address, version)
        if figures is not None:
            profile = Profile.model_validate(version.document) if version else None
            careers[address.slug] = PublicCareer(address, version, profile, Sheet.model_validate(figures))
        elif address.subject_key in withdrawn:
            careers[address.slug] = Gone(withdrawn[address.subject_key])
    return careers


def _with_figures(versions: VersionQuerySet) -> VersionQuerySet:
    """With today's figures of the occupation that the text names, where the address has none of its own.

    The figures of the day of publication are left in the database: only the page of a version shows them.
    """
    sheet = SheetRecord.objects.filter(pk=OuterRef("onet")).exclude(pk=OuterRef("subject_key"))
    return versions.defer("sheet").annotate(figures=Subquery(sheet.values("document")))


def _figures(address: Address, version: Version | None) -> dict[str, Any] | None:
    """Today's figures as a document; None where there are none."""
    if address.occupation is None:
        figures: dict[str, Any] | None = getattr(version, "figures", None)
        return figures
    sheet = getattr(address.occupation, "sheet", None)  # the other end of a link to one may be missing
    return sheet.document if sheet else None


def _withdrawn_titles(published: VersionQuerySet, keys: Collection[str]) -> dict[str, str]:
    """The last title of each of ``keys`` that was ever published, without a query where there are none."""
    if not keys:
        return {}
    last = published.filter(subject_key__in=keys).order_by("subject_key", "-publish_at", "-number")
    return dict(last.distinct("subject_key").values_list("subject_key", "title"))
