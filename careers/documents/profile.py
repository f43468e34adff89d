"""The profile: what editors write about a career, frozen as one typed document.

Pages, the API, JSON-LD, search and comparisons read it, always together with the sheet of figures
(``careers.documents.sheet``). It is made from the editors' working copy by ``careers.publishing`` and kept
in a ``Version``. Everything but the title and the slug may be empty: a short profile is a line and its
duties. What a page needs before it may be published is decided by ``careers.publishing.checks``, not here.
"""

import datetime as dt

from pydantic import Field, field_validator, model_validator

from careers.documents.base import Part, Slug
from careers.documents.markup import clean_markup
from careers.documents.parts import (
    AdvancementPart,
    Association,
    CertificationPart,
    DutyPart,
    Education,
    Fact,
    GraduatesPart,
    HighSchool,
    Licensing,
    OnTheJob,
    Picture,
    ReferenceCodePart,
    RelatedCareerPart,
    ResourcePart,
    RoutePart,
    Sourced,
    SourceEntry,
    SpecialtyPart,
    StepPart,
    StudyProgramPart,
    Video,
    WayToTryPart,
    Week,
)
from careers.reference.patterns import ONET_SOC


class Document(Part):
    """What careers' profiles and guides have in common."""

    title: str
    slug: Slug
    sources: list[SourceEntry] = []
    editor: str = Field("", description="Who answers for the text")
    reviewed_on: dt.date | None = None
    review_due_on: dt.date | None = None

    def source(self, key: str) -> SourceEntry | None:
        return next((entry for entry in self.sources if entry.key == key), None)

    @field_validator("sources")
    @classmethod
    def _keys_differ(cls, entries: list[SourceEntry]) -> list[SourceEntry]:
        repeated = sorted({e.key for e in entries if [o.key for o in entries].count(e.key) > 1})
        if repeated:
            raise ValueError(f"Two sources have the same key: {', '.join(repeated)}. Give each its own.")
        return entries


class Profile(Document):
    """A career's profile, chapter by chapter in the order of its page.

    ``onet`` is the O*NET-SOC code whose figures stand on the page. ``owns_address`` tells a career that
    shares that occupation with others and has an address of its own from the one profile that stands at the
    occupation's address.
    """

    onet: str = Field(pattern=f"^{ONET_SOC}$")
    owns_address: bool = False
    summary: str = Field("", description="One line: what one does, and for whom or why")
    picture: Picture | None = None

    # The work
    overview: str = ""
    duties: list[DutyPart] = []
    kinds: list[str] = Field([], description="Kinds of work that hide in a code called “All Other”")
    other_titles: list[str] = Field([], description="Beside those that the agencies list")
    settings: list[str] = Field([], description="Kinds of place")
    week: Week | None = None
    conditions: list[str] = []
    temperament: list[str] = Field([], description="Each completes “You may like it if you …”")
    skills: list[str] = []
    specialties: list[SpecialtyPart] = []
    likes: list[str] = Field([], description="What people like about it")
    hard_parts: list[str] = Field([], description="What people find hard")
    things_to_know: list[Fact] = []
    graduates: list[GraduatesPart] = []
    video: Video | None = None

    # Pay and outlook: words beside the sheet's figures
    figures_note: str = Field("", description="Whose figures these are, where the code counts others too")
    pay_notes: list[Fact] = Field([], description="What makes pay vary")
    outlook_notes: list[Fact] = Field([], description="Why it grows or shrinks")

    # How to begin
    steps: list[StepPart] = []
    routes: list[RoutePart] = []
    education: Education | None = None
    high_school: HighSchool | None = None
    ways_to_try: list[WayToTryPart] = []
    programs: list[StudyProgramPart] = []
    on_the_job: OnTheJob | None = None
    licensing: Licensing | None = None
    certifications: list[CertificationPart] = []
    advancement: list[AdvancementPart] = []

    # Careers like this, sources and codes
    related: list[RelatedCareerPart] = []
    associations: list[Association] = []
    resources: list[ResourcePart] = []
    reference_codes: list[ReferenceCodePart] = []
    in_short: str = Field("", description="Three or four sentences at the end")

    @property
    def sourced(self) -> dict[str, list[Sourced]]:
        """Everything that may name sources, by the field it stands in."""
        single = {
            name: [getattr(self, name)]
            for name in ("education", "on_the_job", "licensing")
            if getattr(self, name)
        }
        lists = ("specialties", "things_to_know", "graduates", "pay_notes", "outlook_notes", "routes")
        return {name: list(getattr(self, name)) for name in lists} | single

    @model_validator(mode="after")
    def _references_exist(self) -> "Profile":
        keys = {entry.key for entry in self.sources}
        for field, parts in self.sourced.items():
            for key in (key for part in parts for key in part.sources if key not in keys):
                raise ValueError(f"{field}: there is no source called {key!r} among the sources.")
        certifications = {certification.id for certification in self.certifications}
        for route in self.routes:
            for key in (key for key in route.credentials if key not in certifications):
                raise ValueError(
                    f"routes: “{route.title}” names {key!r}, which is not among the certifications."
                )
        return self


class GuideCareer(Part):
    """A career that a guide belongs to."""

    slug: str
    title: str


class GuideDocument(Document):
    """A short article that belongs to careers.

    ``body`` is HTML as ``careers.documents.markup`` leaves it.
    """

    summary: str = ""
    body: str = ""
    careers: list[GuideCareer] = []

    @field_validator("body")
    @classmethod
    def _clean(cls, body: str) -> str:
        return clean_markup(body, link_rel="noopener")
