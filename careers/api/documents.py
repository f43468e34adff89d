"""The types of what the API answers about careers, beside the profile and the sheet themselves."""

import datetime as dt
from typing import Literal

from pydantic import Field

from careers.api.paging import Listed
from careers.documents.base import Part
from careers.documents.parts import Week
from careers.documents.profile import Profile
from careers.documents.sheet import (
    EntryEducation,
    Figure,
    Interests,
    Outlook,
    Pay,
    Percent,
    ReleaseRef,
    Sheet,
    Zone,
)


class MainPay(Part):
    """The median of a list's item: by the year, or by the hour where only that is published."""

    unit: Literal["year", "hour"]
    median: Figure
    employment: Figure = Field(description="Jobs; the self-employed are not counted.")
    code: str = Field(description="The code that the figures are published for.")
    source: str
    edition: str


class MainOutlook(Part):
    growth_percent: Percent | None
    annual_openings: int | None
    base_year: int
    target_year: int
    code: str
    source: str
    edition: str


class Matched(Part):
    """What answered the search better than the title does."""

    kind: Literal["name", "specialty", "credential", "text", "tool", "code"]
    text: str


class CareerItem(Part):
    """A career in a list, with the main figures of its page."""

    slug: str = Field(description="The career's key in this API, and its address below /careers/.")
    title: str
    soc: str
    onet: str
    address: str
    summary: str = Field(description="What one does, in a line; empty where nothing is written yet.")
    why: str = Field("", description="Why the search found it; empty where the title says so.")
    matched: Matched | None = None
    pay: MainPay | None = None
    outlook: MainOutlook | None = None
    education: str = Field("", description="The schooling that is usual to get in, in plain words.")
    education_rank: int | None = Field(
        None, description="1 no credential … 8 doctoral or professional degree"
    )
    job_zone: str = ""
    interest_code: str = Field("", description="Holland code, strongest first")
    is_bright: bool = Field(description="The agency expects it to grow fast or to have many openings.")
    clusters: list[str] = Field(description="Slugs of fields of work")


class CareerList(Listed):
    """Careers, best match first. ``searched_for`` is what was searched for instead of a misspelt word."""

    q: str
    searched_for: str = ""
    items: list[CareerItem]
    releases: list[ReleaseRef] = Field(description="Where the items' figures come from.")


class CareerDocument(Part):
    """A career as its page shows it: what editors wrote (null where nothing is published) and its figures."""

    slug: str
    title: str
    soc: str
    onet: str
    address: str
    version: int | None = Field(description="The number of the published profile; null where there is none.")
    published_at: dt.datetime | None
    profile: Profile | None
    sheet: Sheet


class VersionItem(Part):
    """A published version, which never changes."""

    number: int
    title: str
    note: str = Field(description="What changed, in the publisher's words.")
    published_at: dt.datetime
    withdrawn_at: dt.datetime | None
    is_live: bool
    address: str


class VersionList(Listed):
    slug: str
    items: list[VersionItem]


class VersionDocument(CareerDocument):
    """The text and the figures as they were on the day."""

    note: str
    withdrawn_at: dt.datetime | None
    is_live: bool


class ComparedCareer(Part):
    """The parts of a career that a comparison is about."""

    slug: str
    title: str
    soc: str
    onet: str
    summary: str
    pay: Pay | None
    outlook: Outlook | None
    entry: EntryEducation | None
    interests: Interests | None
    job_zone: Zone | None
    week: Week | None
    likes: list[str]
    hard_parts: list[str]
    skills: list[str] = Field(description="The skills that matter most, the most important first.")
    own_skills: list[str] = Field(
        description="Skills and kinds of knowledge that are important here and in none of the others."
    )
    releases: dict[str, ReleaseRef]


class Comparison(Part):
    items: list[ComparedCareer] = Field(description="In the order asked.")
    shared_skills: list[str] = Field(
        description="Skills and kinds of knowledge that are important in all that are rated."
    )


class Choice(Part):
    key: str
    label: str
    count: int = Field(description="How many careers have it.")


class Filter(Part):
    """A way to narrow the list of careers: a parameter, and the values that it takes."""

    parameter: str
    label: str
    choices: list[Choice]


class FilterList(Listed):
    items: list[Filter]
