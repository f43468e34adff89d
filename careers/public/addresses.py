"""From the slug of a career to the address that its owner has now."""

from collections.abc import Iterable

from django.db.models import Q
from django.http import Http404

from careers.models import Address
from careers.models.address import AddressQuerySet
from careers.public.outcomes import Moved


def find_address(slug: str) -> Address | Moved:
    """The current address ``slug`` with the figures of its occupation, or where its owner has moved to.

    One query, one more for an old slug. Raises Http404 for a slug that no career ever had.
    """
    address = _with_figures().filter(slug=slug).first()
    if address is None:
        raise _unknown(slug)
    return address if address.is_current else Moved(current_address(address).slug)


def find_addresses(slugs: Iterable[str]) -> dict[str, Address]:
    """The current address that each of ``slugs`` leads to, in their order; unknown slugs are left out.

    One query, one more where a slug is old.
    """
    slugs = list(dict.fromkeys(slugs))
    addresses = {address.slug: address for address in _with_figures().filter(slug__in=slugs)}
    old_keys = {address.subject_key for address in addresses.values() if not address.is_current}
    owners = {address.subject_key: address for address in addresses.values() if address.is_current}
    if missing := old_keys - owners.keys():
        current = _with_figures().current().filter(Q(occupation__in=missing) | Q(career_key__in=missing))
        owners |= {address.subject_key: address for address in current}
    keys = {slug: addresses[slug].subject_key for slug in slugs if slug in addresses}
    return {slug: owners[key] for slug, key in keys.items() if key in owners}


def current_address(address: Address) -> Address:
    """Where the owner of ``address`` lives now. Raises Http404 where it has no page any more."""
    if address.is_current:
        return address
    current = Address.objects.of_subject(address.subject_key).current().first()
    if current is None:
        raise _unknown(address.slug)
    return current


def _with_figures() -> AddressQuerySet:
    return Address.objects.select_related("occupation__sheet")


def _unknown(slug: str) -> Http404:
    return Http404(f"No career has the slug {slug!r}.")
