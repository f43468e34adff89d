"""What of a career's page goes on paper, as plain values for the template."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.handout.drawing import dot_plot_svg
from careers.page import CareerPage

#: How much fits on two sheets. What is left out can be read at the address on the sheet.
MAX_ENTRIES = {
    "duties": 7,
    "steps": 7,
    "courses": 8,
    "programs": 5,
    "temperament": 6,
    "credentials": 5,
    "sources": 6,
}


@dataclass(frozen=True, slots=True)
class PayPicture:
    """``svg`` is empty where too little is published to draw. Places are in per cent of the width."""

    title: str
    svg: str
    median_x: float
    median: str
    points: list[tuple[str, str]]
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Handout:
    """Lists are empty and texts are ``""`` where nothing is known; the template leaves them out."""

    title: str
    summary: str
    field: str
    facts: list[tuple[str, str, str]]
    duties: list[tuple[str, str]]
    other_words: str
    pay: PayPicture | None
    no_pay: str
    outlook: list[str]
    outlook_source: str
    steps: list[tuple[str, str]]
    entry_source: str
    courses: list[str]
    programs: list[str]
    credentials: list[tuple[str, str]]
    temperament: list[str]
    sources: list[str]
    prompts: list[str]


def handout(page: CareerPage) -> Handout:
    """The handout of ``page``."""
    profile, entry = page.profile, page.getting_in.entry
    return Handout(
        title=page.title,
        summary=profile.summary if profile else "",
        field=page.field.title if page.field else "",
        facts=[(cell.label, cell.value, cell.below) for cell in page.key_facts],
        duties=[(duty.verb, duty.rest) for duty in profile.duties[: MAX_ENTRIES["duties"]]]
        if profile
        else [],
        other_words="" if profile and profile.duties else page.sheet.description,
        pay=_pay(page),
        no_pay=page.pay.missing_figures.reason if page.pay.missing_figures else "",
        outlook=_outlook(page),
        outlook_source=_source(page.outlook.source.text if page.outlook.source else ""),
        steps=_steps(page),
        entry_source=_source(entry.source.text if entry else ""),
        courses=_courses(page),
        programs=[row.title for row in profile.programs[: MAX_ENTRIES["programs"]]] if profile else [],
        credentials=[
            (row.abbreviation or row.name, row.name if row.abbreviation else row.need)
            for row in page.certifications[: MAX_ENTRIES["credentials"]]
        ],
        temperament=profile.temperament[: MAX_ENTRIES["temperament"]] if profile else [],
        sources=_sources(page),
        prompts=[
            _("Which part of this work would you like best? Which part least? Why?"),
            _("What would you ask someone who does this work?"),
        ],
    )


def _pay(page: CareerPage) -> PayPicture | None:
    pay, profile = page.pay, page.profile
    if pay.missing_figures or pay.source is None:
        return None
    whose = profile.figures_note if profile and profile.figures_note else pay.whose
    return PayPicture(
        title=pay.title,
        svg=dot_plot_svg(pay.dot_plot) if pay.dot_plot else "",
        median_x=pay.dot_plot.x_median if pay.dot_plot else 0,
        median=_("Median %(amount)s") % {"amount": pay.dot_plot_labels[2]},
        points=[(point.label, point.amount) for point in pay.points],
        note=" ".join(text for text in (whose, *pay.notes) if text),
        source=_source(pay.source.text),
    )


def _outlook(page: CareerPage) -> list[str]:
    """The findings of the charts, as sentences; or why there are none."""
    outlook = page.outlook
    if outlook.missing_figures:
        return [outlook.missing_figures.reason]
    charts = (outlook.growth, outlook.jobs, outlook.openings)
    return [text for text in (outlook.whose, *(chart.title for chart in charts if chart)) if text]


def _steps(page: CareerPage) -> list[tuple[str, str]]:
    """The profile's steps; without them, what the agency says it takes."""
    if page.profile and page.profile.steps:
        return [(step.title, step.when) for step in page.profile.steps[: MAX_ENTRIES["steps"]]]
    entry = page.getting_in.entry
    return [(entry.level, ""), *((words, "") for words in entry.extras)] if entry else []


def _courses(page: CareerPage) -> list[str]:
    school = page.profile.high_school if page.profile else None
    return [*school.required, *school.electives][: MAX_ENTRIES["courses"]] if school else []


def _sources(page: CareerPage) -> list[str]:
    """The publications of the figures, then those of the text, each with its date as far as it is known."""
    texts = [
        ", ".join(part for part in (entry.title, entry.publisher, entry.published_on) if part)
        for entry in (page.profile.sources if page.profile else [])
    ]
    more = len(texts) - MAX_ENTRIES["sources"]
    shown = [*(entry.credit.rstrip(".") for entry in page.sources), *texts[: MAX_ENTRIES["sources"]]]
    return [*shown, _("and %(count)s more on the page") % {"count": more}] if more > 0 else shown


def _source(credit: str) -> str:
    return _("Source: %(credit)s.") % {"credit": credit.rstrip(".")} if credit else ""
