"""A career as visitors may read it at one moment: what the page, the card and the handout have in common."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404

from careers.documents.profile import Profile
from careers.documents.sheet import Sheet
from careers.models import Address, SheetRecord, Version
from careers.models.version import VersionQuerySet
from careers.page import CareerPage
from careers.page.assemble import read_career
from careers.web.rendering import next_midnight


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
    version = _with_figures(versions.live(now)).first()
    if version is None and address.occupation is None:
        last = versions.published(now).order_by("-number").first()
        raise WithdrawnError(last.title) if last else Http404
    profile = Profile.model_validate(version.document) if version else None
    sheet = Sheet.model_validate(_figures(address, version))
    page = read_career(sheet=sheet, profile=profile, area=area[:10], now=now)
    return LiveCareer(address, version, versions, page, now)


def _with_figures(versions: VersionQuerySet) -> VersionQuerySet:
    """With today's figures of the occupation that the profile names: its own address may have none."""
    sheet = SheetRecord.objects.filter(pk=OuterRef("onet")).values("document")
    return versions.annotate(figures=Subquery(sheet))


def _figures(address: Address, version: Version | None) -> dict[str, Any]:
    """Today's figures, as a document; raises Http404 where there are none."""
    if address.occupation is None:
        figures = getattr(version, "figures", None)
    else:
        sheet = getattr(address.occupation, "sheet", None)  # the other end of a link to one may be missing
        figures = sheet and sheet.document
    if figures is None:
        raise Http404
    return cast(dict[str, Any], figures)
