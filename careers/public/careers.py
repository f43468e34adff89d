"""Careers by the slugs of their addresses: what comparisons and lists of chosen careers are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from careers.documents.profile import Profile
from careers.documents.sheet import Sheet
from careers.models import Address, SheetRecord, SubjectType, Version


@dataclass(frozen=True, slots=True)
class CareerAt:
    """A career at its current address, with its text where one is published."""

    slug: str
    title: str
    sheet: Sheet
    profile: Profile | None

    @property
    def summary(self) -> str:
        return self.profile.summary if self.profile else ""


def careers_at(slugs: Sequence[str]) -> dict[str, CareerAt]:
    """The career that each of ``slugs`` leads to, in their order; an old slug leads to the current address.

    What is unknown or withdrawn is left out. Three queries, one more where a slug is old.
    """
    addresses = _current(slugs)
    keys = {address.subject_key for address in addresses.values()}
    versions = Version.objects.live().filter(subject_type=SubjectType.CAREER, subject_key__in=keys)
    profiles = {
        key: Profile.model_validate(document)
        for key, document in versions.values_list("subject_key", "document")
    }
    codes = {address.occupation_id for address in addresses.values() if address.occupation_id}
    codes |= {profile.onet for profile in profiles.values()}
    sheets = {
        code: Sheet.model_validate(document)
        for code, document in SheetRecord.objects.filter(pk__in=codes).values_list("pk", "document")
    }
    found: dict[str, CareerAt] = {}
    for slug, address in ((slug, addresses[slug]) for slug in slugs if slug in addresses):
        profile = profiles.get(address.subject_key)
        sheet = sheets.get(address.occupation_id or (profile.onet if profile else ""))
        if sheet is not None:
            title = profile.title if profile else sheet.title
            found[slug] = CareerAt(address.slug, title, sheet, profile)
    return found


def each_once(careers: Iterable[CareerAt]) -> list[CareerAt]:
    """Without the careers that two slugs led to."""
    return list({career.slug: career for career in careers}.values())


def _current(slugs: Iterable[str]) -> dict[str, Address]:
    """The address that a reader of each known slug is led to."""
    known = {address.slug: address for address in Address.objects.filter(slug__in=slugs)}
    old = {slug: address for slug, address in known.items() if not address.is_current}
    if old:
        keys = {address.subject_key for address in old.values()}
        owners = Address.objects.current().filter(Q(occupation__in=keys) | Q(career_key__in=keys))
        by_key = {address.subject_key: address for address in owners}
        known |= {slug: by_key.get(address.subject_key, address) for slug, address in old.items()}
    return known
