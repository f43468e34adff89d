"""Everything that was ever published about a career: the list, and one version as it was on its day.

These addresses work for ever, also after the text was withdrawn, since they are what people cite.
"""

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from careers.documents.profile import Profile
from careers.documents.sheet import Sheet
from careers.models import Address, Version
from careers.models.version import VersionQuerySet
from careers.public.addresses import find_address
from careers.public.careers import career_versions
from careers.public.outcomes import Moved


@dataclass(frozen=True, slots=True)
class CareerHistory:
    """``published`` are versions without their documents, the newest first; empty for figures alone."""

    address: Address
    published: list[Version]
    live_number: int | None

    @property
    def versions(self) -> VersionQuerySet:
        """All there are, those that are not public yet among them."""
        return career_versions(self.address)


@dataclass(frozen=True, slots=True)
class DatedCareer:
    """A career as ``version`` published it, with the figures of that day."""

    address: Address
    version: Version
    profile: Profile
    sheet: Sheet

    @property
    def versions(self) -> VersionQuerySet:
        """All there are, those that are not public yet among them."""
        return career_versions(self.address)


def find_history(slug: str, *, now: dt.datetime) -> CareerHistory | Moved:
    """What was published at ``slug`` until ``now``, in three queries.

    Raises Http404 where the address is a career's alone and nothing was ever published there.
    """
    address = find_address(slug)
    if isinstance(address, Moved):
        return address
    versions = career_versions(address)
    published = list(versions.published(now).without_documents().order_by("-number"))
    if not published and address.occupation is None:
        raise Http404(f"No career has the slug {slug!r}.")
    live_number = versions.live(now).values_list("number", flat=True).first()
    return CareerHistory(address, published, live_number)


def find_version(slug: str, number: int, *, now: dt.datetime) -> DatedCareer | Moved:
    """Version ``number`` of the career at ``slug``, in two queries.

    Raises Http404 where that version was never public.
    """
    address = find_address(slug)
    if isinstance(address, Moved):
        return address
    version = career_versions(address).published(now).filter(number=number).first()
    if version is None or version.sheet is None:
        raise Http404(f"{slug} has no version {number}.")
    profile = Profile.model_validate(version.document)
    return DatedCareer(address, version, profile, Sheet.model_validate(version.sheet))
