"""The sheet: the national figures of an occupation's page as one typed document.

Read by pages, the API, JSON-LD and comparisons; written by ``careers.sheets.build`` when a load touches an
occupation; frozen into a Version when a profile is published. Every part names its release by the key of
``Sheet.releases``. A part that has no figures is ``None`` or empty; ``Sheet.missing`` then says why in words.
"""

from typing import Annotated, Literal

from pydantic import Field

from careers.documents.base import Part
from careers.models.figures import Status

Percent = Annotated[float, Field(description="Per cent")]
PayUnit = Literal["year", "hour"]


class ReleaseRef(Part):
    """Where figures come from, as it was when the sheet was built."""

    source: str
    family: str
    title: str
    publisher: str
    edition: str
    reference_period: str = ""
    published_on: str = ""
    next_expected_on: str = ""
    licence: str  # the spelling of the API’s first version
    credit_line: str
    address: str
    obtained_as: str = "original"


class Figure(Part):
    """One cell: its value, or why there is none. Money is US dollars."""

    value: float | None = None
    status: Status = Status.PUBLISHED
    at_least: float | None = Field(None, description="For a top-coded cell: it is this much or more.")

    @property
    def rank_value(self) -> float | None:
        """For sorting: a top-coded cell stands above every published one."""
        return float("inf") if self.status == Status.TOP_CODED else self.value


class Percentiles(Part):
    """The mean and the 10th, 25th, 50th, 75th and 90th percentile."""

    mean: Figure
    p10: Figure
    p25: Figure
    median: Figure
    p75: Figure
    p90: Figure

    @property
    def five(self) -> tuple[Figure, Figure, Figure, Figure, Figure]:
        return (self.p10, self.p25, self.median, self.p75, self.p90)

    @property
    def is_complete(self) -> bool:
        """Whether all five percentiles have a value."""
        return all(figure.value is not None for figure in self.five)


class PreviousPay(Part):
    """The same occupation's median in the release before, for "how pay moved". ``change`` is per cent."""

    release: str
    median: Figure
    basis: Literal["annual", "hourly"] = "annual"
    change: Percent | None = None


class IndustryPay(Part):
    """Jobs and pay in one industry.

    ``pay`` is the median where published, else the mean, and ``measure`` says which.
    """

    release: str
    code: str
    level: str
    title: str
    employment: Figure
    pay: Figure
    measure: Literal["A_MEDIAN", "A_MEAN"]


class AreaPay(Part):
    """Median annual pay in one area (AREA code of the publisher)."""

    area: str
    title: str
    median: Figure


class TopAreas(Part):
    """The areas with the highest median.

    Empty, with ``refused``, where over a fifth of the medians are unknown.
    """

    release: str
    areas: list[AreaPay] = []
    area_count: int = 0
    unknown_count: int = 0
    refused: bool = False


class FiguresOf(Part):
    """Whose figures a chapter shows: the occupation's own code, its six-digit parent, or a combined code."""

    code: str
    title: str
    kind: Literal["own", "parent", "combined"]
    shared_with: list[str] = Field(
        [], description="Titles of the other occupations counted together in this code."
    )


class Pay(Part):
    release: str
    figures_of: FiguresOf
    employment: Figure
    annual: Percentiles
    hourly: Percentiles
    is_annual_only: bool = False
    is_hourly_only: bool = False
    previous: PreviousPay | None = None
    industries: list[IndustryPay] = []
    top_areas: TopAreas | None = None

    @property
    def unit(self) -> PayUnit:
        """The unit of time of ``main``: the hour where no annual pay is published (actors, musicians …)."""
        return "hour" if self.is_hourly_only else "year"

    @property
    def main(self) -> Percentiles:
        """The pay to show first."""
        return self.hourly if self.is_hourly_only else self.annual


class Outlook(Part):
    """Jobs in the base year and expected in the target year, and what all occupations together do."""

    release: str
    figures_of: FiguresOf
    base_year: int
    target_year: int
    base_employment: int | None = None
    target_employment: int | None = None
    change: int | None = None
    change_percent: Percent | None = None
    annual_openings: int | None = None
    self_employed_percent: Percent | None = None
    all_change_percent: Percent | None = None
    group_title: str = Field("", description="The major group that the code belongs to.")
    group_change_percent: Percent | None = None
    handbook_address: str = ""


class EntryEducation(Part):
    """The Bureau's judgement of what it usually takes to get in."""

    release: str
    figures_of: FiguresOf
    education: str = ""
    rank: int | None = Field(None, description="1 no credential … 8 doctoral or professional degree")
    work_experience: str = ""
    training: str = ""


class Share(Part):
    label: str
    percent: Percent | None


class AttainmentShares(Part):
    """What workers aged 25 and over have, lowest level first."""

    release: str
    figures_of: FiguresOf
    levels: list[Share]


class Requirements(Part):
    """What workers say is required, by the agency's scale.

    RL or RQ is education, RW experience, PT and OJ training.
    """

    release: str
    scale: str
    shares: list[Share]


class Rated(Part):
    """An element that matters, with its meaning in this site's words.

    See ``careers.models.Rating`` for the scales.
    """

    name: str
    slug: str
    meaning: str = ""
    importance: float | None = None
    level: float | None = None


class RatedGroup(Part):
    release: str
    items: list[Rated]
    rated_on: str = Field("", description="Latest month in which these were rated, as 2023-08.")


class Interests(Part):
    release: str
    code: str = Field(description="Holland code, strongest first")
    realistic: float
    investigative: float
    artistic: float
    social: float
    enterprising: float
    conventional: float


class Zone(Part):
    release: str
    zone: str


class Technology(Part):
    """A category of software with the products named most; ``count`` is how many are listed in all."""

    category: str
    category_code: str
    examples: list[str]
    count: int
    is_hot: bool = False
    is_in_demand: bool = False


class TechnologyGroup(Part):
    release: str
    categories: list[Technology]


class Related(Part):
    onet: str
    slug: str
    title: str
    tier: str
    annual_median: float | None = None
    growth_percent: Percent | None = None


class RelatedGroup(Part):
    release: str
    items: list[Related]


class ClusterRef(Part):
    release: str = Field("", description="Each framework is a release of its own.")
    framework: str
    title: str
    slug: str
    pathway: str


class ClusterGroup(Part):
    release: str
    items: list[ClusterRef]


class Bright(Part):
    release: str
    reasons: list[str]


class TaskLine(Part):
    text: str
    kind: str = ""
    importance: float | None = None


class TaskGroup(Part):
    """The agency's own sentences: only where an operator has loaded them."""

    release: str
    tasks: list[TaskLine]


class OtherTitles(Part):
    """Names workers and employers use. ``titles`` are the ones to show; the agency lists ``count`` in all."""

    releases: list[str]
    titles: list[str]
    count: int


class Missing(Part):
    """Why a chapter has no figures, and the nearest page that has them."""

    reason: str = Field(description="One of the reasons in careers.sheets.REASONS")
    nearest_slug: str = ""
    nearest_title: str = ""


class Sheet(Part):
    """The whole document. ``releases`` maps the keys used by the parts to where they come from."""

    onet: str
    soc: str
    soc_title: str
    title: str
    slug: str
    is_vanished: bool = False
    description: str = Field("", description="The agency's definition; empty until its file is loaded.")
    description_release: str = ""
    releases: dict[str, ReleaseRef]
    other_titles: OtherTitles | None = None
    pay: Pay | None = None
    outlook: Outlook | None = None
    entry: EntryEducation | None = None
    attainment: AttainmentShares | None = None
    requirements: list[Requirements] = []
    skills: RatedGroup | None = None
    knowledge: RatedGroup | None = None
    abilities: RatedGroup | None = None
    work_styles: RatedGroup | None = None
    interests: Interests | None = None
    job_zone: Zone | None = None
    technology: TechnologyGroup | None = None
    related: RelatedGroup | None = None
    clusters: ClusterGroup | None = None
    bright: Bright | None = None
    tasks: TaskGroup | None = None
    missing: dict[str, Missing] = Field({}, description="By chapter: pay, outlook, ratings.")
