"""A profile in which every part is written, chapter by chapter."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from careers.documents.profile import Profile

Say = Callable[[str], str]

ONET = "99-1234.00"
SOURCED = {"sources": ["guild-survey"]}


def full_profile(mark: str = "", **values: Any) -> Profile:
    """Every part there is. Each text holds ``mark`` and a number of its own."""
    numbers = iter(range(10_000))

    def say(text: str) -> str:
        return f"{text} {mark}{next(numbers)}x" if mark else text

    document: dict[str, Any] = {}
    for chapter in CHAPTERS:
        document.update(chapter(say))
    return Profile(**{**document, **values})


def guild(say: Say) -> dict[str, Any]:
    """The organization that gives the certification."""
    return {
        "id": "guild",
        "name": say("Guild of Keepers"),
        "abbreviation": say("GK"),
        "postal_address": say("1 Quay Street\nHarbor, ME 04101"),
        "phone": "207-555-0100",
        "web": "https://guild.example/",
    }


def head(say: Say) -> dict[str, Any]:
    """Title, address, editor, picture."""
    return {
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
        "in_short": say("Light, water, night."),
    }


def work(say: Say) -> dict[str, Any]:
    """What the work is."""
    return {
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
    }


def life(say: Say) -> dict[str, Any]:
    """What people say of it, and notes to the figures."""
    return {
        "specialties": [
            {"name": say("Fog"), "text": say("Bells too."), "requirement": say("An exam."), **SOURCED}
        ],
        "likes": [say("The dawn")],
        "hard_parts": [say("The wind")],
        "things_to_know": [{"text": say("You climb a lot."), **SOURCED}],
        "graduates": [{"name": say("Port of Harbor"), **SOURCED}],
        "video": {
            "title": say("A night on the quay"),
            "address": "https://films.example/night",
            "captions": say("English"),
            "transcript": say("0:01 The wind."),
            "seconds": 90,
        },
        "figures_note": say("The Bureau counts keepers and ringers together."),
        "pay_notes": [{"text": say("Big ports pay more."), **SOURCED}],
        "outlook_notes": [{"text": say("More boats."), **SOURCED}],
    }


def beginning(say: Say) -> dict[str, Any]:
    """How to begin."""
    return {
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
                **SOURCED,
            }
        ],
        "high_school": {
            "text": say("Talk to a counselor."),
            "required": [say("Math")],
            "electives": [say("Art")],
        },
        "ways_to_try": [{"kind": "clubs", "text": say("Join the rowers.")}],
        "programs": [{"cip": "49.0309", "title": say("Marine science"), "kind": "direct"}],
    }


def schooling(say: Say) -> dict[str, Any]:
    """Education, training on the job and licenses."""
    return {
        "education": {
            "needs": say("A diploma."),
            "text": say("Short programs."),
            "months_min": 6,
            "months_max": 12,
            "schools": [say("Harbor colleges")],
            "awards": [say("Certificate")],
            "caution": say("Ask how many finish."),
            "coursework": [say("Optics"), say("Tides")],
            **SOURCED,
        },
        "on_the_job": {
            "where": say("Large ports"),
            "text": say("With a keeper."),
            "months_min": 1,
            "months_max": 3,
            **SOURCED,
        },
        "licensing": {
            "is_required": "varies",
            "by_whom": say("State boards"),
            "text": say("Ask."),
            **SOURCED,
        },
    }


def credentials(say: Say) -> dict[str, Any]:
    """One certification."""
    return {
        "certifications": [
            {
                "id": "clk",
                "abbreviation": say("CLK"),
                "name": say("Certified Lantern Keeper"),
                "issuer": guild(say),
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
    }


def leads(say: Say) -> dict[str, Any]:
    """Where it leads, whom to ask, and where the facts come from."""
    return {
        "advancement": [{"title": say("Harbor master"), "text": say("After years."), "slug": "bell-ringers"}],
        "related": [{"slug": "bell-ringers", "title": say("Bell ringer"), "reason": say("By ear.")}],
        "associations": [{**guild(say), "why": say("Sets the exam.")}],
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
    }


CHAPTERS = (head, work, life, beginning, schooling, credentials, leads)
