"""Careers, guides and people made for tests of the desk and of publishing."""

from typing import Any

from django.contrib.auth.models import Group, User

from careers.documents.profile import Profile
from careers.editorial.models import Career
from careers.editorial.roles import ADMINISTRATOR, MODERATOR, REVIEWER, WRITER
from careers.publishing.thawing import thaw_career
from careers.publishing.working_copies import record_save
from tests.careers.making import make_sheet, save_sheet
from tests.careers.whole_profile import ONET, full_profile

__all__ = [
    "ADMINISTRATOR",
    "MODERATOR",
    "ONET",
    "REVIEWER",
    "WRITER",
    "full_profile",
    "make_career",
    "make_person",
    "short",
]


def make_person(name: str, *groups: str, **values: Any) -> User:
    """An account in the groups named, reachable by mail."""
    person = User.objects.create_user(name, f"{name}@desk.example", "secret", **values)
    person.groups.set(Group.objects.filter(name__in=groups))
    return person


def make_career(profile: Profile | None = None, *, sheet: bool = True) -> Career:
    """A career whose working copy says what ``profile`` says, with the occupation and its figures."""
    profile = profile or short()
    if sheet:
        save_sheet(make_sheet(onet=profile.onet))
    career = Career(
        occupation_id=profile.onet,
        owns_address=profile.owns_address,
        title=profile.title,
        slug=profile.slug,
    )
    career.save()
    thaw_career(career=career, profile=profile)
    record_save(copy=career, by="maker")
    career.refresh_from_db()
    return career


def short(**values: Any) -> Profile:
    """The least that may be published, at the address of the occupation that ``make_sheet`` makes."""
    return Profile(
        **{
            "title": "Lantern keeper",
            "slug": "lantern-keepers",
            "onet": ONET,
            "summary": "Keep the lanterns along the river lit, so that boats find home.",
            "duties": [{"verb": "Trim", "rest": "each wick before dusk."}],
            **values,
        }
    )
