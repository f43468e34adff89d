"""The editors' tables, by subject."""

from careers.editorial.models.begin_rows import (
    Advancement,
    CareerCertification,
    CareerCourse,
    CareerSubject,
    Route,
    Step,
    StudyProgram,
    WayToTry,
)
from careers.editorial.models.career import Career
from careers.editorial.models.guide import Guide, GuideSource
from careers.editorial.models.link_check import LinkCheck
from careers.editorial.models.more_rows import (
    CareerAssociation,
    CareerSource,
    ReferenceCode,
    RelatedCareer,
    Resource,
)
from careers.editorial.models.records import Certification, Course, Organization, SchoolSubject
from careers.editorial.models.saved import SavedCopy, ShippedText
from careers.editorial.models.work_rows import Duty, Graduates, OutlookNote, PayNote, Specialty, ThingToKnow
from careers.editorial.models.working_copy import State, WorkingCopy

__all__ = [
    "Advancement",
    "Career",
    "CareerAssociation",
    "CareerCertification",
    "CareerCourse",
    "CareerSource",
    "CareerSubject",
    "Certification",
    "Course",
    "Duty",
    "Graduates",
    "Guide",
    "GuideSource",
    "LinkCheck",
    "Organization",
    "OutlookNote",
    "PayNote",
    "ReferenceCode",
    "RelatedCareer",
    "Resource",
    "Route",
    "SavedCopy",
    "SchoolSubject",
    "ShippedText",
    "Specialty",
    "State",
    "Step",
    "StudyProgram",
    "ThingToKnow",
    "WayToTry",
    "WorkingCopy",
]
