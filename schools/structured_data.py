"""Schools and programs for machines: schema.org, with what is published and nothing else."""

from typing import Any

from schools.models import School
from schools.page.program import ProgramPage
from schools.page.school import SchoolPage

CIP_ADDRESS = "https://nces.ed.gov/ipeds/cipcode/"


def college(page: SchoolPage, *, address: str) -> dict[str, Any]:
    """The schema.org CollegeOrUniversity of a school at ``address``."""
    school = page.school
    document: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CollegeOrUniversity",
        "name": school.name,
        "description": page.lede,
        "url": school.website or address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "identifier": {"@type": "PropertyValue", "propertyID": "IPEDS UNITID", "value": str(school.unitid)},
        "address": _postal_address(school),
    }
    if school.aliases:
        document["alternateName"] = school.aliases
    if school.phone:
        document["telephone"] = f"+1-{school.phone_text}" if len(school.phone) == 10 else school.phone_text
    if school.latitude is not None:
        document["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": school.latitude,
            "longitude": school.longitude,
        }
    if school.status == School.Status.CLOSED and school.closed_on:
        document["dissolutionDate"] = school.closed_on
    return document


def _postal_address(school: School) -> dict[str, str]:
    document = {
        "@type": "PostalAddress",
        "streetAddress": school.street,
        "addressLocality": school.city,
        "addressRegion": school.state,
        "postalCode": school.zip_code,
        "addressCountry": "US",
    }
    return {key: value for key, value in document.items() if value}


def educational_program(page: ProgramPage, *, address: str) -> dict[str, Any]:
    """The schema.org EducationalOccupationalProgram of a program at ``address``."""
    return {
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalProgram",
        "name": page.program.title,
        "url": address,
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "CIP 2020",
            "value": page.program.code,
            "url": CIP_ADDRESS,
        },
        "educationalCredentialAwarded": [row.label for row in page.levels],
        "occupationalCategory": [career.title for career in page.careers],
        "provider": [
            {"@type": "CollegeOrUniversity", "name": school.name, "address": school.place}
            for school in page.schools
        ],
    }
