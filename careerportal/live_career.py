"""A career as visitors may read it at one moment: what the page, the card and the handout have in common."""

import datetime as dt
from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404

from careers.models import Address, Sheet, Version
from careers.models.version import VersionQuerySet
from careers.page import CareerPage
from careers.profile import Profile
from careers.reading import read_career
from careers.rendering import next_midnight
from careers.sheet import Sheet as SheetDocument


@dataclass(frozen=True, slots=True)
class LiveCareer:
    """``version`` is None where no profile is published; ``versions`` are all there are of this career."""

    address: Address
    version: Version | None
    versions: VersionQuerySet
    page: CareerPage
    now: dt.datetime

    def next_change_at(self, *, others: VersionQuerySet | None = None) -> dt.datetime:
        """When the page says something else by itself; ``others`` are versions that it shows beside its
        own."""
        versions = self.versions if others is None else self.versions | others
        coming = versions.next_change_at(self.now)
        midnight = next_midnight(self.now)
        return min(coming, midnight) if coming else midnight


class WithdrawnError(Exception):
    """The address was a career's alone, and its profile is withdrawn: gone rather than not found."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


def find_address(slug: str) -> Address:
    """The address with the figures of its occupation; raises Http404."""
    return get_object_or_404(Address.objects.select_related("occupation__sheet"), slug=slug)


def current_address(address: Address) -> Address:
    """Where the owner of an old slug lives now."""
    if address.is_current:
        return address
    return get_object_or_404(Address.objects.of_subject(address.subject_key).current())


def live_career(address: Address, *, now: dt.datetime, area: str = "") -> LiveCareer:
    """What is public at ``address``, a current one, with the pay in ``area`` where that is a known code.

    Raises WithdrawnError, or Http404 where nothing was ever public.
    """
    versions = Version.objects.of("career", address.subject_key)
    version = versions.live(now).first()
    if version is None and address.occupation is None:
        last = versions.published(now).order_by("-number").first()
        raise WithdrawnError(last.title) if last else Http404
    profile = Profile.model_validate(version.document) if version else None
    sheet = SheetDocument.model_validate(_sheet(address, profile).document)
    page = read_career(sheet=sheet, profile=profile, area=area[:10], now=now)
    return LiveCareer(address, version, versions, page, now)


def _sheet(address: Address, profile: Profile | None) -> Sheet:
    if address.occupation is not None:
        try:
            return address.occupation.sheet
        except Sheet.DoesNotExist:
            raise Http404 from None
    if profile is None:
        raise Http404
    return get_object_or_404(Sheet, pk=profile.onet)
