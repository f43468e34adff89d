"""The editors' tables, by subject."""

from careers.editorial.models.career import Career
from careers.editorial.models.duties import Duty, Specialty
from careers.editorial.models.guide import Guide, GuideSource
from careers.editorial.models.link_check import LinkCheck
from careers.editorial.models.notes import Graduates, OutlookNote, PayNote, ThingToKnow
from careers.editorial.models.records import Certification, Course, Organization, SchoolSubject
from careers.editorial.models.related import Advancement, CareerAssociation, RelatedCareer, Resource
from careers.editorial.models.routes import CareerCertification, Route, Step, WayToTry
from careers.editorial.models.saved import SavedCopy, ShippedText
from careers.editorial.models.schooling import CareerCourse, CareerSubject, StudyProgram
from careers.editorial.models.sources import CareerSource, ReferenceCode
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
