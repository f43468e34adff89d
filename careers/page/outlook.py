"""The chapter on the outlook."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.charts import Bar, Pictogram, doors, growth_bars, pictogram
from careers.documents.sheet import Outlook, Sheet
from careers.formatting.numbers import about, change, number, percent, years
from careers.page.figures_of import whose_figures
from careers.page.missing_figures import MissingFigures, missing_figures
from careers.page.sources import SourceLine, Sources
from careers.reference.growth import growth_against_all

_STANDING_STILL = 0.05


@dataclass(frozen=True, slots=True)
class JobsChart:
    """Jobs then and later, in signs. ``subtitle`` says what one sign stands for."""

    title: str
    subtitle: str
    pictogram: Pictogram
    before_label: str
    before: str
    after_label: str
    after: str


@dataclass(frozen=True, slots=True)
class GrowthRow:
    label: str
    change: str
    is_this: bool
    bar: Bar


@dataclass(frozen=True, slots=True)
class GrowthChart:
    title: str
    subtitle: str
    zero: float
    rows: tuple[GrowthRow, ...]


@dataclass(frozen=True, slots=True)
class OpeningsChart:
    title: str
    subtitle: str
    doors: int


@dataclass(frozen=True, slots=True)
class OutlookChapter:
    """``missing_figures`` is set where the agency projects nothing for this career."""

    missing_figures: MissingFigures | None = None
    whose: str = ""
    jobs: JobsChart | None = None
    growth: GrowthChart | None = None
    openings: OpeningsChart | None = None
    notes: tuple[str, ...] = ()
    bright: tuple[str, ...] = ()
    source: SourceLine | None = None
    bright_source: SourceLine | None = None
    handbook_address: str = ""


def outlook_chapter(sheet: Sheet, sources: Sources) -> OutlookChapter:
    """The chapter for ``sheet``."""
    bright = tuple(_bright_words(reason) for reason in sheet.bright.reasons) if sheet.bright else ()
    bright_source = sources.line(sheet.bright.release) if sheet.bright else None
    outlook = sheet.outlook
    if outlook is None:
        return OutlookChapter(
            missing_figures=missing_figures(sheet, "outlook"), bright=bright, bright_source=bright_source
        )
    return OutlookChapter(
        whose=whose_figures(outlook.figures_of),
        jobs=_jobs(outlook),
        growth=_growth(outlook, sheet.title),
        openings=_openings(outlook),
        notes=_notes(outlook),
        bright=bright,
        source=sources.line(outlook.release),
        bright_source=bright_source,
        handbook_address=outlook.handbook_address,
    )


def growth_words(outlook: Outlook) -> str:
    """How the growth compares with that of all jobs, in words that are true for these figures."""
    mine, everyone = outlook.change_percent, outlook.all_change_percent
    if mine is None:
        return ""
    if abs(mine) < _STANDING_STILL:
        return _("About as many jobs as now")
    if mine < 0:
        return (
            _("Shrinking")
            if everyone is None or everyone <= 0
            else _("Shrinking, while all jobs together grow")
        )
    if not everyone or everyone <= 0:
        return _("Growing")
    return growth_against_all(mine, everyone)


def _jobs(outlook: Outlook) -> JobsChart | None:
    before, after = outlook.base_employment, outlook.target_employment
    if before is None or after is None or max(before, after) <= 0:
        return None
    signs = pictogram(before, after)
    words = {"unit": number(signs.unit), "year": outlook.target_year, "count": number(abs(after - before))}
    if after > before:
        title = _("%(count)s more jobs by %(year)s") % words
        marks = _("Yellow figures are new jobs.")
    elif after < before:
        title = _("%(count)s fewer jobs by %(year)s") % words
        marks = _("Hollow figures are jobs that go away.")
    else:
        title = _("As many jobs in %(year)s as now") % words
        marks = ""
    is_marked = any(sign.kind for sign in (*signs.before, *signs.after))
    unit = _("One figure stands for %(unit)s jobs.") % words
    return JobsChart(
        title=title,
        subtitle=f"{unit} {marks}" if is_marked else unit,
        pictogram=signs,
        before_label=_("Jobs in %(year)s") % {"year": outlook.base_year},
        before=number(before),
        after_label=_("Jobs expected in %(year)s") % words,
        after=number(after),
    )


def _growth(outlook: Outlook, title: str) -> GrowthChart | None:
    if outlook.change_percent is None or outlook.all_change_percent is None:
        return None
    rows = [(title, outlook.change_percent, True)]
    if outlook.group_change_percent is not None and outlook.group_title:
        rows.append((outlook.group_title, outlook.group_change_percent, False))
    rows.append((_("All jobs"), outlook.all_change_percent, False))
    geometry = growth_bars([row[1] for row in rows])
    return GrowthChart(
        title=growth_words(outlook),
        subtitle=_("Change in the number of jobs, %(first)s to %(last)s.")
        % {"first": outlook.base_year, "last": outlook.target_year},
        zero=geometry.zero,
        rows=tuple(
            GrowthRow(label, change(value), is_this, bar)
            for (label, value, is_this), bar in zip(rows, geometry.bars, strict=True)
        ),
    )


def _openings(outlook: Outlook) -> OpeningsChart | None:
    openings = outlook.annual_openings
    if not openings:
        return None
    count, unit = doors(openings)
    return OpeningsChart(
        title=_("About %(count)s openings a year") % {"count": number(about(openings))},
        subtitle=_("One door stands for %(unit)s openings. %(reason)s")
        % {"unit": number(unit), "reason": _openings_reason(outlook, openings)},
        doors=count,
    )


def _openings_reason(outlook: Outlook, openings: int) -> str:
    per_year = (outlook.change or 0) / (outlook.target_year - outlook.base_year)
    if per_year <= 0:
        return _("They all open because people retire or change to other work.")
    if per_year < openings / 2:
        return _("Most open because people retire or change to other work, not because the field grows.")
    return _("Many open because the field grows.")


def _notes(outlook: Outlook) -> tuple[str, ...]:
    notes = []
    if outlook.self_employed_percent:
        notes.append(
            _("%(share)s of the people who did this work in %(year)s worked for themselves.")
            % {"share": percent(outlook.self_employed_percent), "year": outlook.base_year}
        )
    return tuple(notes)


def _bright_words(reason: str) -> str:
    words = {
        "Rapid Growth": _("the number of jobs is expected to grow fast"),
        "Numerous Job Openings": _("many jobs are expected to open"),
        "New & Emerging": _("the work is new or changing fast"),
        "New and Emerging": _("the work is new or changing fast"),
    }
    return words.get(reason, reason)


def span(outlook: Outlook) -> str:
    """The years that the outlook covers: "2024–34"."""
    return years(outlook.base_year, outlook.target_year)
