"""The types of what the API answers about single figures, codes, places, releases, guides and downloads."""

import datetime as dt
from typing import Literal

from pydantic import Field

from careers.api.paging import Listed
from careers.documents.base import Part
from careers.documents.profile import GuideDocument
from careers.documents.sheet import ReleaseRef
from careers.reference import sources


class FigureItem(Part):
    """One cell of a publisher's table. ``releases`` has its release, by source and edition."""

    source: str = Field(examples=[sources.OEWS_NATIONAL])
    edition: str = Field(examples=["May 2025"])
    period: str = Field(description="The time that the figure describes.")
    code: str = Field(description="The code it is published for, which may be broader than the career's.")
    code_title: str
    group: str = Field(description="O_GROUP of the publisher; empty outside the wages.")
    area: str = Field(description="AREA code of the publisher; 99 is the nation.")
    area_title: str
    industry: str = Field(description="NAICS code of the publisher; 000000 is all industries.")
    industry_title: str
    industry_level: str
    measure: str = Field(description="The publisher's column.", examples=["A_MEDIAN"])
    value: int | float | None = Field(description="Null where the publisher gives no number.")
    unit: str = Field(description="US dollars a year, US dollars an hour, jobs, per cent …")
    status: Literal["published", "top-coded", "not-published", "hourly-only", "annual-only"]
    at_least: int | float | None = Field(None, description="For a top-coded cell: it is this much or more.")


class FigureList(Listed):
    slug: str
    soc: str
    onet: str
    items: list[FigureItem]
    releases: list[ReleaseRef]


class OccupationItem(Part):
    onet: str
    soc: str
    soc_title: str
    title: str
    slug: str = Field(description="The key of its career; empty where it has no page.")
    is_vanished: bool = Field(description="The agency's newest release no longer has it.")


class OccupationList(Listed):
    items: list[OccupationItem]


class AreaItem(Part):
    code: str
    title: str
    kind: Literal["nation", "state", "territory", "metro", "nonmetro"]
    state: str = Field(description="Postal code of its main state; empty for the nation.")


class AreaList(Listed):
    items: list[AreaItem]


class ClusterItem(Part):
    framework: str
    slug: str
    title: str
    careers: int = Field(description="How many occupations belong to it.")


class ClusterList(Listed):
    items: list[ClusterItem]


class ReleaseItem(ReleaseRef):
    """One edition of one table, as it was loaded."""

    loaded_at: dt.datetime
    row_count: int
    file_name: str
    checksum: str = Field(description="SHA-256 of the file that was read.")


class ReleaseList(Listed):
    items: list[ReleaseItem]


class GuideItem(Part):
    slug: str
    title: str
    summary: str
    updated_at: dt.datetime
    careers: list[str] = Field(description="Slugs of the careers that it belongs to.")
    address: str


class GuideList(Listed):
    items: list[GuideItem]


class GuideAnswer(Part):
    slug: str
    version: int
    published_at: dt.datetime
    address: str
    guide: GuideDocument


class Download(Part):
    name: str
    about: str
    csv_address: str
    json_address: str
    licence: str
    credit_lines: list[str]


class DownloadList(Listed):
    items: list[Download]
