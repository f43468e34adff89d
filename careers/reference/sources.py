"""The publishers' tables that this site can load: what each is called, who owes it, what it feeds.

An edition belongs to a table, not to a folder: the ratings of O*NET 30.0 stand beside the titles of 30.1. So
a ``Release`` is one edition of one ``Source``, and editions that exist are known by the source's ``family``.
"""

import re
from dataclasses import dataclass

ONET_CREDIT = (
    "O*NET {edition} Database by the U.S. Department of Labor, Employment and Training Administration, used "
    "under the CC BY 4.0 license. This site selects, counts and rearranges what it holds."
)
BLS = "U.S. Bureau of Labor Statistics"
ONET = "U.S. Department of Labor, Employment and Training Administration (O*NET)"
NCES = "U.S. Department of Education, National Center for Education Statistics"
SCORECARD = "U.S. Department of Education (College Scorecard)"
PUBLIC_DOMAIN = "Public domain"
CC_BY = "CC BY 4.0"

# The keys of the sources: what releases are asked for by.
SOC_STRUCTURE = "soc-structure"
ONET_OCCUPATIONS = "onet-occupations"
ONET_ALTERNATE_TITLES = "onet-alternate-titles"
ONET_REPORTED_TITLES = "onet-reported-titles"
ONET_TASKS = "onet-tasks"
ONET_TASK_RATINGS = "onet-task-ratings"
ONET_SKILLS = "onet-skills"
ONET_KNOWLEDGE = "onet-knowledge"
ONET_ABILITIES = "onet-abilities"
ONET_WORK_STYLES = "onet-work-styles"
ONET_INTERESTS = "onet-interests"
ONET_JOB_ZONES = "onet-job-zones"
ONET_EDUCATION = "onet-education"
ONET_TECHNOLOGY = "onet-technology"
ONET_RELATED = "onet-related"
OEWS_NATIONAL = "oews-national"
OEWS_SECTOR = "oews-sector"
OEWS_INDUSTRY = "oews-industry"
OEWS_INDUSTRY_4 = "oews-industry-4"
OEWS_INDUSTRY_5 = "oews-industry-5"
OEWS_INDUSTRY_6 = "oews-industry-6"
OEWS_STATE = "oews-state"
OEWS_METRO = "oews-metro"
OEWS_NONMETRO = "oews-nonmetro"
EP_OCCUPATIONS = "ep-occupations"
EP_ATTAINMENT = "ep-attainment"
CIP_CODES = "cip-codes"
CIP_CHANGES = "cip-changes"
CIP_SOC = "cip-soc"
IPEDS_INSTITUTIONS = "ipeds-institutions"
IPEDS_COMPLETIONS = "ipeds-completions"
IPEDS_CHARACTERISTICS = "ipeds-characteristics"
IPEDS_COST = "ipeds-cost"
IPEDS_PROGRAM_COST = "ipeds-program-cost"
SCORECARD_INSTITUTIONS = "scorecard-institutions"
SCORECARD_FIELDS = "scorecard-fields"
CLUSTERS, CLUSTERS_14, BRIGHT_OUTLOOK = "clusters", "clusters-14", "bright-outlook"


@dataclass(frozen=True, slots=True)
class Source:
    """One table of one publisher. ``credit`` may hold ``{edition}``."""

    key: str
    family: str
    title: str
    publisher: str
    license: str
    credit: str
    address: str
    feeds: str

    def credit_for(self, edition: str) -> str:
        return self.credit.format(edition=edition)


def _onet(key: str, title: str, feeds: str) -> Source:
    return Source(
        f"onet-{key}",
        "onet",
        title,
        ONET,
        CC_BY,
        ONET_CREDIT,
        "https://www.onetcenter.org/database.html",
        feeds,
    )


def _onet_list(key: str, title: str, page: str, feeds: str) -> Source:
    """A list that is downloaded by itself; it does not say of which database release it is."""
    credit = (
        f"{title} (O*NET OnLine) by the U.S. Department of Labor, Employment and Training Administration, "
        "used under the CC BY 4.0 license."
    )
    return Source(key, key, title, ONET, CC_BY, credit, f"https://www.onetonline.org/{page}", feeds)


def _oews(key: str, title: str, feeds: str) -> Source:
    credit = "Occupational Employment and Wage Statistics, {edition}, " + BLS
    return Source(f"oews-{key}", "oews", title, BLS, PUBLIC_DOMAIN, credit, "https://www.bls.gov/oes/", feeds)


def _projections(key: str, title: str, feeds: str) -> Source:
    credit = "Employment Projections, {edition}, " + BLS
    return Source(f"ep-{key}", "ep", title, BLS, PUBLIC_DOMAIN, credit, "https://www.bls.gov/emp/", feeds)


def _cip(key: str, title: str, feeds: str) -> Source:
    credit = title + ", {edition}, " + NCES
    return Source(
        f"cip-{key}", "cip", title, NCES, PUBLIC_DOMAIN, credit, "https://nces.ed.gov/ipeds/cipcode/", feeds
    )


def _ipeds(key: str, title: str, feeds: str) -> Source:
    credit = "Integrated Postsecondary Education Data System, " + title.lower() + ", {edition}, " + NCES
    address = "https://nces.ed.gov/ipeds/use-the-data"
    return Source(
        f"ipeds-{key}", "ipeds", "IPEDS " + title.lower(), NCES, PUBLIC_DOMAIN, credit, address, feeds
    )


def _scorecard(key: str, title: str, feeds: str) -> Source:
    credit = title + ", {edition}, U.S. Department of Education"
    address = "https://collegescorecard.ed.gov/data/"
    return Source(f"scorecard-{key}", "scorecard", title, SCORECARD, PUBLIC_DOMAIN, credit, address, feeds)


SOURCES: dict[str, Source] = {
    source.key: source
    for source in (
        Source(
            "soc-structure", "soc", "Standard Occupational Classification", BLS, PUBLIC_DOMAIN,
            "Standard Occupational Classification {edition}, " + BLS, "https://www.bls.gov/soc/",
            "Codes and names of groups of occupations",
        ),
        _onet("occupations", "O*NET occupations", "Names and codes of careers"),
        _onet("alternate-titles", "O*NET alternate titles", "Other titles, search"),
        _onet("reported-titles", "O*NET sample of reported titles", "Other titles, search"),
        _onet("tasks", "O*NET task statements", "What people do, as the agency lists it"),
        _onet("task-ratings", "O*NET task ratings", "Order of the agency's tasks"),
        _onet("skills", "O*NET skills", "Skills the work asks for"),
        _onet("knowledge", "O*NET knowledge", "Knowledge the work asks for"),
        _onet("abilities", "O*NET abilities", "Abilities the work asks for"),
        _onet("work-styles", "O*NET work styles", "Ways of working that fit"),
        _onet("interests", "O*NET interests", "Interests, Holland code"),
        _onet("job-zones", "O*NET job zones", "How much preparation"),
        _onet("education", "O*NET education, training and experience", "Education that workers report"),
        _onet("technology", "O*NET technology skills", "Software and tools"),
        _onet("related", "O*NET related occupations", "Careers like this"),
        _onet_list("clusters", "O*NET career clusters", "find/career", "Fields of work"),
        _onet_list("clusters-14", "O*NET career clusters of 2024", "find/career", "Fields of work"),
        _onet_list("bright-outlook", "O*NET Bright Outlook occupations", "find/bright", "Marks of outlook"),
        _oews("national", "National wages by occupation", "Pay and number of jobs"),
        _oews("sector", "National wages by sector", "Pay by kind of employer"),
        _oews("industry", "National wages by industry", "Pay by kind of employer"),
        _oews("industry-4", "National wages by 4-digit industry", "Pay by kind of employer, in the API"),
        _oews("industry-5", "National wages by 5-digit industry", "Pay by kind of employer, in the API"),
        _oews("industry-6", "National wages by 6-digit industry", "Pay by kind of employer, in the API"),
        _oews("state", "Wages by state", "Pay where you live"),
        _oews("metro", "Wages by metropolitan area", "Pay where you live, places that pay most"),
        _oews("nonmetro", "Wages by nonmetropolitan area", "Pay where you live"),
        _projections("occupations", "Occupational projections (table 1.2)", "Outlook, openings, education"),
        _projections("attainment", "Educational attainment (table 5.3)", "Education that workers have"),
        _cip("codes", "Classification of Instructional Programs", "Names and codes of programs"),
        _cip("changes", "Changes of program codes", "Older program codes"),
        _cip("soc", "Program to occupation crosswalk", "Which programs lead to which careers"),
        _ipeds("institutions", "Institutional directory", "Names, places and kinds of schools"),
        _ipeds("completions", "Completions", "Programs that schools teach, how many finish"),
        _ipeds("characteristics", "Institutional characteristics", "Online schools, how students get in"),
        _ipeds("cost", "Student charges by academic year", "Tuition and fees"),
        _ipeds("program-cost", "Student charges by program", "Price of career schools' largest program"),
        _scorecard("institutions", "College Scorecard, institutions", "Cost and results of schools"),
        _scorecard("fields", "College Scorecard, fields of study", "Results of programs"),
    )
}  # fmt: skip


def source_choices() -> list[tuple[str, str]]:
    """For the model: a function, so that a new source needs no migration."""
    return [(key, source.title) for key, source in SOURCES.items()]


def family_choices() -> list[tuple[str, str]]:
    return sorted({(source.family, source.family) for source in SOURCES.values()})


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def edition_order(edition: str) -> str:
    """A text that sorts editions of one family in time: "May 2025", "30.1", "2024–34", "2018".

    Raises ValueError for a text without a number.
    """
    month_and_year = re.fullmatch(r"([A-Za-z]{3})[a-z]*\.? (\d{4})", edition)
    if month_and_year and month_and_year[1].lower() in _MONTHS:
        return f"{month_and_year[2]}.{_MONTHS.index(month_and_year[1].lower()) + 1:03d}"
    numbers = re.findall(r"\d+", edition)
    if not numbers:
        raise ValueError(f"The edition {edition!r} has no number in it, so it cannot be put in order.")
    return ".".join(
        f"{int(number):04d}" if place == 0 else f"{int(number):03d}" for place, number in enumerate(numbers)
    )
