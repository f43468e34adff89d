"""From a slug to what is public there at one moment: an address, the live version, the figures."""

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from careers.documents.profile import Profile
from careers.documents.sheet import Sheet
from careers.models import Address, SheetRecord, SubjectType, Version
from careers.models.version import VersionQuerySet


class MovedError(Exception):
    """The career has a newer slug."""

    def __init__(self, slug: str) -> None:
        super().__init__(slug)
        self.slug = slug


class GoneError(Exception):
    """The address was a career's alone, and its profile is withdrawn."""


@dataclass(frozen=True, slots=True)
class PublicCareer:
    """``version`` and ``profile`` are None where no profile is published."""

    slug: str
    version: Version | None
    profile: Profile | None
    sheet: Sheet

    @property
    def title(self) -> str:
        return self.profile.title if self.profile else self.sheet.title


def find_address(slug: str) -> Address:
    """The current address ``slug``. Raises Http404, or MovedError for an old slug."""
    address = Address.objects.filter(slug=slug).select_related("occupation__sheet").first()
    if address is None:
        raise Http404(f"No career has the slug {slug!r}.")
    if not address.is_current:
        newer = (
            Address.objects.of_subject(address.subject_key).current().values_list("slug", flat=True).first()
        )
        if newer is None:
            raise Http404(f"No career has the slug {slug!r} any more.")
        raise MovedError(newer)
    return address


def versions_at(address: Address) -> VersionQuerySet:
    return Version.objects.of(SubjectType.CAREER, address.subject_key)


def find_career(slug: str, now: dt.datetime) -> PublicCareer:
    """What is public at ``slug``, in two or three queries. Raises Http404, MovedError or GoneError."""
    address = find_address(slug)
    version = versions_at(address).live(now).first()
    if version is None and address.occupation is None:
        if versions_at(address).published(now).exists():
            raise GoneError(slug)
        raise Http404(f"No career has the slug {slug!r}.")
    profile = Profile.model_validate(version.document) if version else None
    row = _sheet(address, profile)
    return PublicCareer(slug, version, profile, Sheet.model_validate(row.document))


def _sheet(address: Address, profile: Profile | None) -> SheetRecord:
    onet = address.occupation_id or (profile.onet if profile else "")
    if address.occupation is not None and hasattr(address.occupation, "sheet"):
        return address.occupation.sheet
    row = SheetRecord.objects.filter(pk=onet).first()
    if row is None:
        raise Http404("The career has no figures.")
    return row
