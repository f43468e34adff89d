"""The app's models, by subject."""

from careers.models.address import Address
from careers.models.audit import AuditEntry
from careers.models.content import LoadedManifest, Sheet
from careers.models.content_version import ContentVersion
from careers.models.figures import Area, Attainment, Industry, Projection, Status, Wage
from careers.models.notice import Notice
from careers.models.occupation import (
    BrightOutlook,
    Cluster,
    ClusterMember,
    Framework,
    Occupation,
    OtherTitle,
    RelatedOccupation,
    SocCode,
    Task,
    TaskRating,
    TechnologyUse,
)
from careers.models.ratings import Domain, EducationShare, Element, InterestProfile, JobZone, Rating
from careers.models.reading import DailyReading
from careers.models.release import KnownEdition, Loaded, Release
from careers.models.search import (
    SearchedNotFound,
    SearchSubject,
    SearchTerm,
    SearchTitle,
    SearchWord,
    Synonym,
)
from careers.models.version import SubjectType, Version

__all__ = [
    "Address",
    "Area",
    "Attainment",
    "AuditEntry",
    "BrightOutlook",
    "Cluster",
    "ClusterMember",
    "ContentVersion",
    "DailyReading",
    "Domain",
    "EducationShare",
    "Element",
    "Framework",
    "Industry",
    "InterestProfile",
    "JobZone",
    "KnownEdition",
    "Loaded",
    "LoadedManifest",
    "Notice",
    "Occupation",
    "OtherTitle",
    "Projection",
    "Rating",
    "RelatedOccupation",
    "Release",
    "SearchSubject",
    "SearchTerm",
    "SearchTitle",
    "SearchWord",
    "SearchedNotFound",
    "Sheet",
    "SocCode",
    "Status",
    "SubjectType",
    "Synonym",
    "Task",
    "TaskRating",
    "TechnologyUse",
    "Version",
    "Wage",
]
