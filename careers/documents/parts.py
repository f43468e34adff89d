"""The parts a profile is made of.

Each list in ``careers.documents.profile.Profile`` holds one of these, in the editor's order.

Texts are plain: no markup, and a blank line between paragraphs (``paragraphs`` splits them). ``sources``
names entries of ``Profile.sources`` by their key. Money is US dollars, lengths are months. An empty text or
``None`` is "not said".
"""

import datetime as dt
from typing import Annotated

from pydantic import Field

from careers.documents.base import Key, Part, PartialDate
from careers.documents.choices import CodeScheme, Need, ProgramKind, RequiredByLaw, RouteKind, Stage, TryKind
from careers.reference.patterns import CIP

Months = Annotated[int, Field(ge=0, le=240, description="Months")]
Dollars = Annotated[int, Field(ge=0, le=1_000_000, description="US dollars")]


def paragraphs(text: str) -> list[str]:
    """A text cut at its blank lines."""
    return [" ".join(part.split()) for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


class Sourced(Part):
    """Something that says where it comes from."""

    sources: list[Key] = Field([], description="Keys of entries in the profile's sources")


class Fact(Sourced):
    """One sentence or two that stand by themselves."""

    text: str


class DutyPart(Part):
    """One thing that people do all day: "Choose" + "the code that matches each illness.\""""

    verb: str
    rest: str
    employer: str = Field(
        "", description="Only at such employers, such as “In a small office”; empty for everywhere"
    )

    @property
    def sentence(self) -> str:
        return f"{self.verb} {self.rest}"


class Week(Part):
    """A normal week, one or two sentences each."""

    where: str = ""
    hours: str = ""
    shifts: str = ""
    pace: str = ""
    people: str = ""


class SpecialtyPart(Sourced):
    """A direction that people take inside the career; ``requirement`` is what it asks for beyond the rest."""

    name: str
    text: str = ""
    requirement: str = ""


class StepPart(Part):
    """One numbered step on the way in; ``when`` such as "In high school" or "6 months to 2 years"."""

    title: str
    when: str = ""
    text: str = ""


class RoutePart(Sourced):
    """One way in, with its length and what it costs the learner.

    ``credentials`` are ids of certifications it leads to.
    """

    kind: RouteKind
    title: str
    text: str = ""
    months_min: Months | None = None
    months_max: Months | None = None
    cost_min: Dollars | None = None
    cost_max: Dollars | None = None
    cost_year: int | None = Field(None, ge=1990, le=2100, description="The year that the cost is of")
    credentials: list[Key] = []


class Education(Sourced):
    """What one learns before the first job, and how to choose a school."""

    needs: str = Field("", description="What you typically need, in one line")
    text: str = ""
    months_min: Months | None = None
    months_max: Months | None = None
    schools: list[str] = Field([], description="Kinds of school that teach it")
    awards: list[str] = Field([], description="What one receives at the end")
    caution: str = Field("", description="What to ask before paying a school")
    coursework: list[str] = []


class HighSchool(Part):
    """Courses that help; ``required`` are what programs ask for, ``electives`` what helps beyond."""

    text: str = ""
    required: list[str] = []
    electives: list[str] = []


class WayToTryPart(Part):
    kind: TryKind
    text: str


class StudyProgramPart(Part):
    """A program of study by its CIP code, such as 51.0713."""

    cip: str = Field(pattern=f"^{CIP}$")
    title: str
    kind: ProgramKind = ProgramKind.DIRECT


class OnTheJob(Sourced):
    """Training by the employer: where it is offered, and how long it takes."""

    where: str = ""
    text: str = ""
    months_min: Months | None = None
    months_max: Months | None = None


class Licensing(Sourced):
    """Whether the law asks for a license, and who gives it."""

    is_required: RequiredByLaw
    by_whom: str = ""
    text: str = ""


class OrganizationPart(Part):
    """An association or agency, as its record was when the profile was frozen."""

    id: Key
    name: str
    abbreviation: str = ""
    postal_address: str = Field("", description="Lines of the address, one below the other")
    phone: str = ""
    web: str = ""


class Association(OrganizationPart):
    """An organization that this career's readers turn to, and for what."""

    why: str = ""


class CertificationPart(Part):
    """A certification, as its record was when the profile was frozen, and what it is to this career."""

    id: Key
    abbreviation: str = ""
    name: str
    issuer: OrganizationPart
    shows: str = Field("", description="What it shows an employer")
    asks_exam: str = ""
    asks_program: str = ""
    asks_experience: str = ""
    exam_fee: Dollars | None = Field(None, description="For someone who is not a member")
    exam_fee_member: Dollars | None = None
    fee_on: dt.date | None = Field(None, description="The day on which the fees were looked up")
    renewal_months: Months | None = None
    renewal_fee: Dollars | None = None
    renewal_asks: str = Field("", description="What renewal asks, such as hours of continuing education")
    web: str = ""
    need: Need = Need.OPTIONAL
    stage: Stage = Stage.ENTRY
    note: str = Field("", description="Only about this career")


class AdvancementPart(Part):
    """A next job; ``slug`` is its page where this site has one."""

    title: str
    text: str = ""
    slug: str = ""


class GraduatesPart(Sourced):
    """An employer, or a kind of employer, where graduates found work."""

    name: str


class ResourcePart(Part):
    title: str
    address: str
    text: str = ""


class SourceEntry(Part):
    """Where facts of the text come from. ``supports`` says which; dates may be a year, a month or a day."""

    key: Key
    title: str
    publisher: str
    address: str = ""
    published_on: PartialDate = ""
    accessed_on: dt.date | None = None
    supports: str = ""


class Video(Part):
    """A film of the work: an address elsewhere, or a file here. Nothing of it loads before a click."""

    title: str
    address: str = ""
    file: str = ""
    captions: str = Field("", description="Languages of the captions, or the file that holds them")
    transcript: str
    seconds: int | None = Field(None, ge=1)


class Picture(Part):
    file: str
    alt: str
    credit: str = ""
    width: int | None = None
    height: int | None = None


class RelatedCareerPart(Part):
    """Another page of this site, and why someone who reads this one should look at it."""

    slug: str
    title: str
    reason: str = ""


class ReferenceCodePart(Part):
    scheme: CodeScheme
    code: str
    meaning: str = ""
