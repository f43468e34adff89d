"""Every address that readers can click in texts of this site, and what is kept of looking at it."""

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
    """Addresses of live texts, shared records and notices, with where each stands."""
    found: dict[str, list[Place]] = {}
    for address, place in _places():
        places = found.setdefault(address[:400], [])
        if place not in places:
            places.append(place)
    return found


def check_all(*, checker: LinkChecker, only: Iterable[str] | None = None) -> Iterator[LinkCheck]:
    """Look at each address (or ``only`` some) and keep what came of it.

    Forgets those that no text names now.
    """
    there = addresses()
    LinkCheck.objects.exclude(address__in=there).delete()
    wanted = there.keys() if only is None else there.keys() & set(only)
    for address in sorted(wanted):
        yield _keep(address, there[address], checker)


@transaction.atomic
def _keep(address: str, places: list[Place], checker: LinkChecker) -> LinkCheck:
    finding = checker.look(address)
    before = LinkCheck.objects.filter(address=address).first()
    is_fine = finding.state in {LinkCheck.State.FINE, LinkCheck.State.MOVED, LinkCheck.State.GUARDED}
    link, _is_new = LinkCheck.objects.update_or_create(
        address=address,
        defaults={
            "state": finding.state,
            "status_code": finding.status,
            "words": finding.words,
            "leads_to": finding.leads_to,
            "failures": 0 if is_fine else (before.failures if before else 0) + 1,
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
