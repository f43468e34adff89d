"""The chapter on pay."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers.charts import Bar, Bars, DotPlot, bars, can_draw_dot_plot, pay_dot_plot
from careers.documents.cells import count_text, five_values, has_amount, pay_text
from careers.documents.sheet import AreaPay, Figure, IndustryPay, Pay, PayUnit, Sheet, TopAreas
from careers.formatting.numbers import money, percent
from careers.page.figures_of import whose_figures
from careers.page.missing_figures import MissingFigures, missing_figures
from careers.page.sources import SourceLine, Sources


@dataclass(frozen=True, slots=True)
class PercentilePoint:
    """One of the five figures under the chart. ``hourly`` is empty where none is published."""

    label: str
    amount: str
    hourly: str


@dataclass(frozen=True, slots=True)
class PayBar:
    """A row of a pay list. ``bar`` is None where the pay is not known."""

    label: str
    note: str
    amount: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class PayBars:
    """A list of bars with its finding. ``reference`` names the line through them, or is empty."""

    title: str
    subtitle: str
    rows: tuple[PayBar, ...]
    reference: str
    reference_x: float | None
    source: SourceLine


@dataclass(frozen=True, slots=True)
class LocalPay:
    """Pay in the reader's area: the median, empty where none is published, and words that go on after it."""

    area: str
    median: str
    words: str
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class PayChapter:
    """``missing_figures`` is set, and nothing else, where no pay is published."""

    missing_figures: MissingFigures | None = None
    whose: str = ""
    unit: PayUnit = "year"
    title: str = ""
    dot_plot: DotPlot | None = None
    dot_plot_labels: tuple[str, ...] = ()
    points: tuple[PercentilePoint, ...] = ()
    notes: tuple[str, ...] = ()
    moved: str = ""
    source: SourceLine | None = None
    industries: PayBars | None = None
    areas: PayBars | None = None
    areas_refused: str = ""
    local_pay: LocalPay | None = None


def pay_chapter(sheet: Sheet, sources: Sources, local_pay: LocalPay | None) -> PayChapter:
    """The chapter for ``sheet``, with the pay in the reader's area where one is chosen."""
    pay = sheet.pay
    if pay is None:
        return PayChapter(missing_figures=missing_figures(sheet, "pay"))
    unit = pay.unit
    five = five_values(pay.main)
    drawn = pay_dot_plot(five) if five and can_draw_dot_plot(five) else None
    return PayChapter(
        whose=whose_figures(pay.figures_of),
        unit=unit,
        title=_title(pay, unit),
        dot_plot=drawn,
        dot_plot_labels=tuple(pay_text(figure, unit) for figure in pay.main.five),
        points=_points(pay, unit),
        notes=_notes(pay),
        moved=_moved(pay, sources),
        source=sources.line(pay.release),
        industries=_industries(pay, sources),
        areas=_areas(pay, sources),
        areas_refused=_refusal(pay.top_areas),
        local_pay=local_pay,
    )


def _title(pay: Pay, unit: PayUnit) -> str:
    p25, median, p75 = pay.main.p25, pay.main.median, pay.main.p75
    amounts = {"low": pay_text(p25, unit), "middle": pay_text(median, unit), "high": pay_text(p75, unit)}
    by_hour = unit == "hour"
    if p25.value is not None and p75.value is not None:
        if by_hour:
            return _("Half earn between %(low)s and %(high)s an hour") % amounts
        return _("Half earn between %(low)s and %(high)s a year") % amounts
    if median.value is not None:
        return (
            _("Half earn more than %(middle)s an hour")
            if by_hour
            else _("Half earn more than %(middle)s a year")
        ) % amounts
    if has_amount(median):
        return _("At least half earn %(middle)s") % amounts
    if has_amount(pay.main.mean):
        return _("The average is %(mean)s") % {"mean": pay_text(pay.main.mean, unit)}
    return _("What is known about pay")


def _points(pay: Pay, unit: PayUnit) -> tuple[PercentilePoint, ...]:
    labels = (
        _("10% earn under"),
        _("25% earn under"),
        _("Half earn under"),
        _("75% earn under"),
        _("90% earn under"),
    )
    return tuple(
        PercentilePoint(
            label,
            pay_text(main, unit),
            _("%(amount)s an hour") % {"amount": pay_text(hourly, "hour")}
            if unit == "year" and has_amount(hourly)
            else "",
        )
        for label, main, hourly in zip(labels, pay.main.five, pay.hourly.five, strict=True)
    )


def _notes(pay: Pay) -> tuple[str, ...]:
    notes = []
    if pay.is_hourly_only:
        notes.append(
            _("Few people in this work have it all year, so the agency publishes pay by the hour only.")
        )
    if pay.is_annual_only:
        notes.append(
            _("Hours in this work differ too much for pay by the hour, so only pay by the year is published.")
        )
    if any(figure.at_least is not None and figure.value is None for figure in pay.main.five):
        notes.append(_("Above a certain height the agency only says “this much or more”."))
    return tuple(notes)


def _moved(pay: Pay, sources: Sources) -> str:
    """How the median moved since the release before; empty where either end is not known."""
    previous = pay.previous
    if previous is None or previous.change is None or previous.median.value is None:
        return ""
    unit: PayUnit = "hour" if previous.basis == "hourly" else "year"
    now = (pay.hourly if unit == "hour" else pay.annual).median
    if now.value is None:
        return ""
    words = {
        "before": money(previous.median.value, unit=unit),
        "now": money(now.value, unit=unit),
        "then": sources.edition(previous.release),
        "today": sources.edition(pay.release),
        "change": percent(abs(previous.change)),
    }
    if round(previous.change, 1) == 0:
        return _("The median hardly moved from %(then)s (%(before)s) to %(today)s (%(now)s).") % words
    if previous.change > 0:
        return (
            _(
                "The median rose %(change)s, from %(before)s in %(then)s to %(now)s in %(today)s. Prices "
                "changed in that time too; this does not take them out."
            )
            % words
        )
    return _("The median fell %(change)s, from %(before)s in %(then)s to %(now)s in %(today)s.") % words


def _industries(pay: Pay, sources: Sources) -> PayBars | None:
    if not pay.industries:
        return None
    if not any(has_amount(row.pay) for row in pay.industries):
        return _industry_jobs(pay.industries, sources)
    rows = sorted(pay.industries, key=lambda row: -(row.pay.rank_value or 0))
    is_mean = {row.measure for row in rows} == {"A_MEAN"}
    is_median = {row.measure for row in rows} == {"A_MEDIAN"}
    reference = _same_edition_median(pay, sources, rows[0].release) if is_median else None
    geometry = _geometry([row.pay for row in rows], reference)
    return PayBars(
        title=_industry_title(rows, is_comparable=is_mean or is_median),
        subtitle=_industry_subtitle(is_mean=is_mean, is_median=is_median),
        rows=tuple(
            PayBar(
                industry_name(row.title),
                _jobs_note(row, name_measure=not (is_mean or is_median)),
                pay_text(row.pay),
                bar,
            )
            for row, bar in zip(rows, geometry.bars, strict=True)
        ),
        reference=_("Median of all workers: %(amount)s") % {"amount": money(reference)} if reference else "",
        reference_x=geometry.reference_x,
        source=sources.line(rows[0].release),
    )


def _industry_jobs(industries: Sequence[IndustryPay], sources: Sources) -> PayBars:
    """The same list by its jobs, where no industry's pay is published."""
    rows = sorted(industries, key=lambda row: -(row.employment.value or 0))
    geometry = bars([row.employment.value for row in rows])
    return PayBars(
        title=_("Where these jobs are"),
        subtitle=_("Jobs in the industries with the most of them. Their pay is not published."),
        rows=tuple(
            PayBar(industry_name(row.title), "", count_text(row.employment), bar)
            for row, bar in zip(rows, geometry.bars, strict=True)
        ),
        reference="",
        reference_x=None,
        source=sources.line(rows[0].release),
    )


def _industry_title(rows: Sequence[IndustryPay], *, is_comparable: bool) -> str:
    paid_rows = [row for row in rows if has_amount(row.pay)]
    if len(paid_rows) < len(rows) or not is_comparable or len(rows) < 3:
        return _("Where these jobs are")
    first, second, *_others = paid_rows
    if second.pay.rank_value == first.pay.rank_value:
        return _("Pay in the industries with the most of these jobs")
    return _("Among the biggest employers, %(industry)s pays most") % {"industry": industry_name(first.title)}


def _industry_subtitle(*, is_mean: bool, is_median: bool) -> str:
    if is_median:
        return _("Median yearly pay in the industries with the most of these jobs.")
    if is_mean:
        return _("Mean yearly pay (the average) in the industries with the most of these jobs.")
    return _("Yearly pay in the industries with the most of these jobs.")


def industry_name(title: str) -> str:
    """The publisher's title without what it leaves out: "Federal, State, and Local Government"."""
    return re.split(r", excluding | \(", title, maxsplit=1)[0]


def _jobs_note(row: IndustryPay, *, name_measure: bool) -> str:
    jobs = row.employment.value
    words = (
        [ngettext("%(count)s job", "%(count)s jobs", int(jobs)) % {"count": f"{jobs:,.0f}"}] if jobs else []
    )
    if ", excluding State and Local Government Schools" in row.title:
        words.append(_("without public schools, public hospitals and the mail"))
    if name_measure and has_amount(row.pay):
        words.append(_("median") if row.measure == "A_MEDIAN" else _("mean"))
    return ", ".join(words)


def _areas(pay: Pay, sources: Sources) -> PayBars | None:
    top = pay.top_areas
    if top is None or not top.areas:
        return None
    reference = _same_edition_median(pay, sources, top.release)
    geometry = _geometry([area.median for area in top.areas], reference)
    return PayBars(
        title=_areas_title(top.areas),
        subtitle=_("Areas with the highest median yearly pay, of %(count)s with a figure.")
        % {"count": top.area_count - top.unknown_count},
        rows=tuple(
            PayBar(area.title, "", pay_text(area.median), bar)
            for area, bar in zip(top.areas, geometry.bars, strict=True)
        ),
        reference=_("The whole country: %(amount)s") % {"amount": money(reference)} if reference else "",
        reference_x=geometry.reference_x,
        source=sources.line(top.release),
    )


def _areas_title(areas: Sequence[AreaPay]) -> str:
    first = areas[0].median
    if len(areas) > 1 and areas[1].median.rank_value == first.rank_value:
        return _("Where it pays most")
    return _("It pays most in %(area)s") % {"area": areas[0].title}


def _refusal(top: TopAreas | None) -> str:
    if top is None or not top.refused:
        return ""
    return _(
        "There is no list of the best-paying areas here: for %(unknown)s of %(count)s areas with these jobs "
        "no median is published, so a list could name the wrong ones."
    ) % {"unknown": top.unknown_count, "count": top.area_count}


def _geometry(figures: Sequence[Figure], reference: float | None) -> Bars:
    values = [figure.value if figure.value is not None else figure.at_least for figure in figures]
    return bars(values, reference=reference)


def _same_edition_median(pay: Pay, sources: Sources, release: str) -> float | None:
    """The country's median of the same edition as ``release``: years are not mixed in one chart."""
    edition = sources.edition(release)
    if sources.edition(pay.release) == edition:
        return pay.annual.median.value
    previous = pay.previous
    if previous and previous.basis == "annual" and sources.edition(previous.release) == edition:
        return previous.median.value
    return None
