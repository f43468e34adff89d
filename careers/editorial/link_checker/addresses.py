"""Every link in the texts of this site, and the stored results of checking them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from careers.editorial.link_checker.checker import LinkChecker
from careers.editorial.models import Certification, LinkCheck, Organization
from careers.models import Notice, Version

WEB = re.compile(r"https?://", re.IGNORECASE)
LINK = re.compile(r'href="(https?://[^"]+)"')

Place = dict[str, Any]


def addresses() -> dict[str, list[Place]]:
    """The addresses in live texts, shared records and notices, each with the places that name it."""
    places_by_address: dict[str, list[Place]] = {}
    for address, place in _places():
        places = places_by_address.setdefault(address[:400], [])
        if place not in places:
            places.append(place)
    return places_by_address


def check_all(*, checker: LinkChecker, only: Iterable[str] | None = None) -> Iterator[LinkCheck]:
    """Check each address, or those of ``only``, and store the results.

    Deletes the results of addresses that no text names any more.
    """
    places_by_address = addresses()
    LinkCheck.objects.exclude(address__in=places_by_address).delete()
    wanted = places_by_address.keys() if only is None else places_by_address.keys() & set(only)
    for address in sorted(wanted):
        yield _store_check(address, places_by_address[address], checker)


@transaction.atomic
def _store_check(address: str, places: list[Place], checker: LinkChecker) -> LinkCheck:
    result = checker.check(address)
    previous = LinkCheck.objects.filter(address=address).first()
    is_fine = result.state in {LinkCheck.State.FINE, LinkCheck.State.MOVED, LinkCheck.State.GUARDED}
    link, _is_new = LinkCheck.objects.update_or_create(
        address=address,
        defaults={
            "state": result.state,
            "status_code": result.status,
            "words": result.words,
            "leads_to": result.leads_to,
            "failures": 0 if is_fine else (previous.failures if previous else 0) + 1,
            "checked_at": timezone.now(),
            "used_in": places,
        },
    )
    return link


def _places() -> Iterator[tuple[str, Place]]:
    live = Version.objects.live().values_list("subject_type", "subject_key", "title", "document")
    for kind, key, title, document in live.iterator():
        place = {"kind": kind, "key": key, "title": title}
        yield from ((address, place) for address in _in_document(document))
    for name, records in (
        ("organization", Organization.objects.all()),
        ("certification", Certification.objects.all()),
    ):
        for record in records:
            if record.web:
                yield record.web, {"kind": name, "key": record.key, "title": str(record)}
    for notice in Notice.objects.live():
        if WEB.match(notice.link_address):
            yield notice.link_address, {"kind": "notice", "key": str(notice.pk), "title": notice.text}


def _in_document(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _in_document(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_document(inner)
    elif isinstance(value, str):
        if WEB.match(value) and " " not in value:
            yield value
        yield from LINK.findall(value)
