"""A small world of careers to search. Titles are real occupations', everything else is made up."""

import pytest

from careers.models import SearchTitle
from careers.search.index import rebuild_index
from careers.search.subjects import Name, SearchDocument

KIND = SearchTitle.Kind


def subject(
    code: str, title: str, *names: str, jobs: int = 1000, text: str = "", tools: str = ""
) -> SearchDocument:
    """``names``, sentences of ``text`` and ``tools`` as the gathering of subjects would give them."""
    return SearchDocument(
        key=code,
        onet=code,
        slug=title.lower().replace(" ", "-"),
        title=title,
        jobs=jobs,
        names=[Name(name, KIND.OTHER) for name in names],
        sentences=[sentence for sentence in text.split("|") if sentence],
        tools=[tool for tool in tools.split("|") if tool],
    )


WORLD = [
    subject(
        "29-2072.00",
        "Medical Records Specialists",
        "Coding Specialist",
        "Medical Coder",
        "RHIT",
        tools="CodeFinder",
    ),
    subject(
        "29-1141.00", "Registered Nurses", "RN", "Staff Nurse", jobs=3_000_000, text="Care for sick people."
    ),
    subject("31-1131.00", "Nursing Assistants", "CNA", "Nurse Aide", jobs=1_400_000),
    subject("29-1171.00", "Nurse Practitioners", "Family Nurse", jobs=280_000),
    subject("49-3023.00", "Automotive Service Technicians", "Auto Mechanic", text="Repair cars.|Change oil."),
    subject("53-3032.00", "Heavy Truck Drivers", "Truck Driver", "Long Haul Driver", jobs=2_000_000),
    subject("53-3033.00", "Light Truck Drivers", "Delivery Truck Driver", jobs=900_000),
    subject("19-2011.00", "Astronomers", text="Look at the night sky through a telescope."),
    subject("35-2014.00", "Cooks", "Crêpe Maker"),
    subject("15-1232.00", "Computer User Support Specialists", "IT Support Technician"),
    subject("29-2034.00", "Radiologic Technologists", "X-Ray Technician"),
    subject("39-9011.00", "Childcare Workers", "Nanny"),
]


@pytest.fixture
def world(db: None) -> None:
    rebuild_index(WORLD)
