"""The app's models, by subject."""

from careers.models.address import Address
from careers.models.audit import AuditEntry
from careers.models.content import LoadedManifest, SheetRecord
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
from careers.models.reading import PageViewCount
from careers.models.release import KnownEdition, Loaded, Release
from careers.models.search import (
    SearchSubject,
    SearchTerm,
    SearchTitle,
    SearchWord,
    Synonym,
    ZeroResultSearch,
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
    "PageViewCount",
    "Projection",
    "Rating",
    "RelatedOccupation",
    "Release",
    "SearchSubject",
    "SearchTerm",
    "SearchTitle",
    "SearchWord",
    "SheetRecord",
    "SocCode",
    "Status",
    "SubjectType",
    "Synonym",
    "Task",
    "TaskRating",
    "TechnologyUse",
    "Version",
    "Wage",
    "ZeroResultSearch",
]
