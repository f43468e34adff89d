"""Addresses of careers: the slug of the live version, and redirects from all earlier ones."""

import datetime as dt
import logging

from django.db import transaction

from careers.models import Address, ContentVersion, SheetRecord, SubjectType, Version

log = logging.getLogger(__name__)


class AddressTakenError(Exception):
    """Another career has or had this slug; addresses work for ever."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"/careers/{slug}/ belongs to another career. Choose another address.")


@transaction.atomic
def assign_address(*, key: str, owns_address: bool, slug: str) -> bool:
    """Make ``slug`` the current address of a career, and its older ones redirects.

    Returns whether something changed. Raises AddressTakenError where another career has or had the slug.
    """
    owner = {"career_key": key} if owns_address else {"occupation_id": key}
    taken = Address.objects.filter(slug=slug).first()
    if taken is not None and taken.subject_key != key:
        raise AddressTakenError(slug)
    if taken is not None and taken.is_current:
        return False
    Address.objects.of_subject(key).update(is_current=False)
    Address.objects.update_or_create(slug=slug, defaults={**owner, "is_current": True})
    if not owns_address:
        _rename_sheet(key, slug)
    ContentVersion.bump()
    return True


def assign_due(*, now: dt.datetime | None = None) -> str | None:
    """Assign the addresses of versions that went live by schedule.

    Run every minute. Returns how many moved, in words; ``None`` where nothing was due.
    A career whose slug was taken in the meantime keeps its address, and the log says so.
    """
    current = {address.subject_key: address.slug for address in Address.objects.current()}
    live = Version.objects.live(now).filter(subject_type=SubjectType.CAREER)
    moved = 0
    for key, slug, owns_address in live.values_list("subject_key", "slug", "document__owns_address"):
        if current.get(key) == slug:
            continue
        try:
            moved += assign_address(key=key, owns_address=owns_address, slug=slug)
        except AddressTakenError as error:
            log.warning("%s stays at its address: %s", key, error)
    return f"Moved {moved} careers to their new addresses." if moved else None


def _rename_sheet(onet: str, slug: str) -> None:
    """Write the new address into the sheet, as the next load would."""
    for sheet in SheetRecord.objects.select_for_update().filter(occupation_id=onet):
        sheet.slug = slug
        sheet.document = {**sheet.document, "slug": slug}
        sheet.save(update_fields=["slug", "document"])
