"""Careers, guides and people made for tests of the desk and of publishing."""

import datetime as dt
from typing import Any

from django.contrib.auth.models import Group, User

from careers.documents.profile import Profile
from careers.editorial.models import Career
from careers.editorial.roles import ADMINISTRATOR, MODERATOR, REVIEWER, WRITER
from careers.publishing.thawing import thaw_career
from careers.publishing.working_copies import record_save
from tests.careers.making import make_sheet, save_sheet

__all__ = [
    "ADMINISTRATOR",
    "MODERATOR",
    "REVIEWER",
    "WRITER",
    "full_profile",
    "make_career",
    "make_person",
    "short",
]

ONET = "99-1234.00"


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


def full_profile(mark: str = "", **values: Any) -> Profile:
    """Every part there is. Each text holds ``mark`` and a number of its own."""
    count = iter(range(10_000))

    def say(text: str) -> str:
        return f"{text} {mark}{next(count)}x" if mark else text

    ahima = {
        "id": "guild",
        "name": say("Guild of Keepers"),
        "abbreviation": say("GK"),
        "postal_address": say("1 Quay Street\nHarbor, ME 04101"),
        "phone": "207-555-0100",
        "web": "https://guild.example/",
    }
    sourced = {"sources": ["guild-survey"]}
    document: dict[str, Any] = {
        "title": say("Lantern keeper"),
        "slug": "lantern-keepers",
        "onet": ONET,
        "summary": say("Keep the lanterns along the river lit."),
        "editor": say("Ada Quill"),
        "reviewed_on": dt.date(2026, 3, 1),
        "review_due_on": dt.date(2027, 3, 1),
        "picture": {
            "file": "pictures/quay.png",
            "alt": say("A lamp over black water."),
            "credit": say("By Ada Quill"),
            "width": 1200,
            "height": 640,
        },
        "overview": say("Boats come home by your light."),
        "duties": [
            {"verb": say("Trim"), "rest": say("each wick."), "employer": say("In a small port")},
            {"verb": say("Fill"), "rest": say("the lamps.")},
        ],
        "kinds": [say("River keeper")],
        "other_titles": [say("Lamplighter"), say("Light warden")],
        "settings": [say("Harbors")],
        "week": {name: say(name) for name in ("where", "hours", "shifts", "pace", "people")},
        "conditions": [say("Cold hands")],
        "temperament": [say("like quiet nights")],
        "skills": [say("Knots")],
        "specialties": [
            {"name": say("Fog"), "text": say("Bells too."), "requirement": say("An exam."), **sourced}
        ],
        "likes": [say("The dawn")],
        "hard_parts": [say("The wind")],
        "things_to_know": [{"text": say("You climb a lot."), **sourced}],
        "graduates": [{"name": say("Port of Harbor"), **sourced}],
        "video": {
            "title": say("A night on the quay"),
            "address": "https://films.example/night",
            "captions": say("English"),
            "transcript": say("0:01 The wind."),
            "seconds": 90,
        },
        "figures_note": say("The Bureau counts keepers and ringers together."),
        "pay_notes": [{"text": say("Big ports pay more."), **sourced}],
        "outlook_notes": [{"text": say("More boats."), **sourced}],
        "steps": [{"title": say("Learn knots"), "when": say("In high school"), "text": say("Ask a sailor.")}],
        "routes": [
            {
                "kind": "college",
                "title": say("Certificate"),
                "text": say("By the sea."),
                "months_min": 6,
                "months_max": 12,
                "cost_min": 1_000,
                "cost_max": 3_000,
                "cost_year": 2026,
                "credentials": ["clk"],
                **sourced,
            }
        ],
        "education": {
            "needs": say("A diploma."),
            "text": say("Short programs."),
            "months_min": 6,
            "months_max": 12,
            "schools": [say("Harbor colleges")],
            "awards": [say("Certificate")],
            "caution": say("Ask how many finish."),
            "coursework": [say("Optics"), say("Tides")],
            **sourced,
        },
        "high_school": {
            "text": say("Talk to a counselor."),
            "required": [say("Math")],
            "electives": [say("Art")],
        },
        "ways_to_try": [{"kind": "clubs", "text": say("Join the rowers.")}],
        "programs": [{"cip": "49.0309", "title": say("Marine science"), "kind": "direct"}],
        "on_the_job": {
            "where": say("Large ports"),
            "text": say("With a keeper."),
            "months_min": 1,
            "months_max": 3,
            **sourced,
        },
        "licensing": {
            "is_required": "varies",
            "by_whom": say("State boards"),
            "text": say("Ask."),
            **sourced,
        },
        "certifications": [
            {
                "id": "clk",
                "abbreviation": say("CLK"),
                "name": say("Certified Lantern Keeper"),
                "issuer": ahima,
                "shows": say("Steady hands."),
                "asks_exam": say("Two hours."),
                "asks_program": say("A certificate."),
                "asks_experience": say("One winter."),
                "exam_fee": 200,
                "exam_fee_member": 150,
                "fee_on": dt.date(2026, 2, 1),
                "renewal_months": 24,
                "renewal_fee": 50,
                "renewal_asks": say("Ten hours."),
                "web": "https://guild.example/clk",
                "need": "expected",
                "stage": "next",
                "note": say("Ports ask for it."),
            }
        ],
        "advancement": [{"title": say("Harbor master"), "text": say("After years."), "slug": "bell-ringers"}],
        "related": [{"slug": "bell-ringers", "title": say("Bell ringer"), "reason": say("By ear.")}],
        "associations": [{**ahima, "why": say("Sets the exam.")}],
        "resources": [
            {"title": say("Tide tables"), "address": "https://tides.example/", "text": say("Free.")}
        ],
        "sources": [
            {
                "key": "guild-survey",
                "title": say("Keepers' survey"),
                "publisher": say("Guild press"),
                "address": "https://guild.example/survey",
                "published_on": "2025-04",
                "accessed_on": dt.date(2026, 2, 1),
                "supports": say("Pay and places."),
            }
        ],
        "reference_codes": [{"scheme": "dot", "code": say("999.123-014"), "meaning": say("Keeper")}],
        "in_short": say("Light, water, night."),
    }
    return Profile(**{**document, **values})
