"""The table of a comparison: rows of cells, and the pay of all careers on one axis."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from django.utils.translation import gettext as _

from careers.charts import Axis, Bar, Stair, Strip, axis, growth_bars, stairs, strip
from careers.documents.cells import count_text, not_published, yearly_values
from careers.documents.sheet import Outlook
from careers.formatting.numbers import change, number, years
from careers.page.profile_text import first_pay_rows, week_rows
from careers.public.careers import PublicCareer
from careers.reference.education_levels import experience_words, level_name, training_words

STEP = 20_000.0  # dollars between the marks of the axis, or a multiple
MAX_MARKS = 6
MAX_LINES = 6  # of a list in a cell; the rest is on the career's own page


@dataclass(frozen=True, slots=True)
class ComparisonCell:
    """Words of one career in one row: a number, a sentence, or ``lines``.

    ``bar`` and ``stairs`` stand beside them.
    """

    text: str = ""
    lines: tuple[str, ...] = ()
    bar: Bar | None = None
    stairs: tuple[Stair, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.text and not self.lines


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """``is_text`` for words, which stand one below the other on phones; ``is_big`` for main figures."""

    label: str
    cells: tuple[ComparisonCell, ...]
    is_text: bool = False
    is_big: bool = False


@dataclass(frozen=True, slots=True)
class PayLine:
    """One career's pay on the shared axis. ``strip`` is missing where not all percentiles are known."""

    title: str
    words: str
    strip: Strip | None


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """``zero`` and ``all_jobs`` are places in the bars of growth, in per cent of their width."""

    figures: tuple[ComparisonRow, ...]
    axis: Axis | None
    pay: tuple[PayLine, ...]
    growth: ComparisonRow | None
    zero: float
    all_jobs_x: float | None
    all_jobs: str
    words: tuple[ComparisonRow, ...]
    credits: tuple[str, ...]


def compare_table(careers: Sequence[PublicCareer]) -> ComparisonTable:
    """The table of ``careers``, in their order; rows that no career has anything for are left out."""
    growth, zero, all_x, everyone = _growth(careers)
    line, strips = _pay_lines(careers)
    return ComparisonTable(
        figures=_kept([ComparisonRow(_("Typical pay"), _cells(careers, _median), is_big=True)]),
        axis=line,
        pay=strips,
        growth=growth,
        zero=zero,
        all_jobs_x=all_x,
        all_jobs="" if everyone is None else change(everyone),
        words=_kept(_rows(careers)),
        credits=_credits(careers),
    )


def _rows(careers: Sequence[PublicCareer]) -> list[ComparisonRow]:
    return [
        ComparisonRow(_("People doing it"), _cells(careers, _employment)),
        ComparisonRow(_("Openings a year"), _cells(careers, _openings)),
        ComparisonRow(_("To get in"), _cells(careers, _schooling)),
        ComparisonRow(_("Time and cost to the first pay"), _cells(careers, _first_pay), is_text=True),
        ComparisonRow(
            _("What you do"), _cells(careers, lambda career: ComparisonCell(career.summary)), is_text=True
        ),
        ComparisonRow(_("A normal week"), _cells(careers, _week), is_text=True),
        ComparisonRow(_("You may like it if you"), _cells(careers, _temperament), is_text=True),
        ComparisonRow(_("Watch out for"), _cells(careers, _hard_parts), is_text=True),
    ]


def _cells(
    careers: Sequence[PublicCareer], make: Callable[[PublicCareer], ComparisonCell]
) -> tuple[ComparisonCell, ...]:
    return tuple(make(career) for career in careers)


def _kept(rows: Sequence[ComparisonRow]) -> tuple[ComparisonRow, ...]:
    return tuple(row for row in rows if not all(cell.is_empty for cell in row.cells))


def _median(career: PublicCareer) -> ComparisonCell:
    return ComparisonCell(career.as_summary().pay)


def _employment(career: PublicCareer) -> ComparisonCell:
    pay, outlook = career.sheet.pay, career.sheet.outlook
    if pay is not None and pay.employment.value is not None:
        return ComparisonCell(count_text(pay.employment))
    jobs = outlook.base_employment if outlook else None
    return ComparisonCell(not_published() if jobs is None else number(jobs))


def _openings(career: PublicCareer) -> ComparisonCell:
    openings = career.sheet.outlook.annual_openings if career.sheet.outlook else None
    return ComparisonCell(not_published() if openings is None else number(openings))


def _schooling(career: PublicCareer) -> ComparisonCell:
    entry = career.sheet.entry
    if entry is None or not (entry.rank or entry.education):
        return ComparisonCell(not_published())
    more = (experience_words(entry.work_experience), training_words(entry.training))
    return ComparisonCell(
        level_name(entry.rank, entry.education),
        lines=tuple(words for words in more if words),
        stairs=stairs(entry.rank) if entry.rank else (),
    )


def _first_pay(career: PublicCareer) -> ComparisonCell:
    if career.profile is None:
        return ComparisonCell()
    return ComparisonCell(
        lines=tuple(
            _("%(route)s: %(time)s, %(cost)s")
            % {
                "route": route.title,
                "time": route.time or _("time not known"),
                "cost": route.cost or _("cost not known"),
            }
            for route in first_pay_rows(career.profile)
        )
    )


def _week(career: PublicCareer) -> ComparisonCell:
    if career.profile is None:
        return ComparisonCell()
    rows = week_rows(career.profile)
    return ComparisonCell(
        lines=tuple(_("%(what)s: %(text)s") % {"what": what, "text": text} for what, text in rows)
    )


def _temperament(career: PublicCareer) -> ComparisonCell:
    return ComparisonCell(lines=tuple(career.profile.temperament[:MAX_LINES]) if career.profile else ())


def _hard_parts(career: PublicCareer) -> ComparisonCell:
    return ComparisonCell(lines=tuple(career.profile.hard_parts[:MAX_LINES]) if career.profile else ())


def _pay_lines(careers: Sequence[PublicCareer]) -> tuple[Axis | None, tuple[PayLine, ...]]:
    """All strips on one axis from a round amount below the lowest to one above the highest."""
    fives = [yearly_values(career.sheet.pay) if career.sheet.pay else None for career in careers]
    complete = [five for five in fives if five]
    if not complete:
        return None, ()
    low = floor(min(five[0] for five in complete) / STEP) * STEP
    high = ceil(max(five[-1] for five in complete) / STEP) * STEP
    step = STEP * ceil((high - low) / STEP / MAX_MARKS)
    marks = [low + step * place for place in range(int((high - low) // step) + 1)]
    lines = tuple(
        PayLine(career.title, career.as_summary().pay_range, strip(five, low, high) if five else None)
        for career, five in zip(careers, fives, strict=True)
    )
    return axis(low, high, marks), lines


def _growth(
    careers: Sequence[PublicCareer],
) -> tuple[ComparisonRow | None, float, float | None, float | None]:
    """The row of growth, where zero and all jobs stand in its bars, and the growth of all jobs."""
    outlooks = [career.sheet.outlook for career in careers]
    changes = [outlook.change_percent if outlook else None for outlook in outlooks]
    published = [value for value in changes if value is not None]
    if not published:
        return None, 0, None, None
    everyone = next((o.all_change_percent for o in outlooks if o and o.all_change_percent is not None), None)
    geometry = growth_bars([*published, *([] if everyone is None else [everyone])])
    drawn = iter(geometry.bars)
    cells = tuple(
        ComparisonCell(not_published()) if value is None else ComparisonCell(change(value), bar=next(drawn))
        for value in changes
    )
    last = geometry.bars[-1]
    all_x = None if everyone is None else (last.x if everyone < 0 else last.x + last.width)
    return ComparisonRow(_growth_label(outlooks), cells, is_big=True), geometry.zero, all_x, everyone


def _growth_label(outlooks: Sequence[Outlook | None]) -> str:
    spans = {(outlook.base_year, outlook.target_year) for outlook in outlooks if outlook}
    if len(spans) == 1:
        return _("Growth, %(years)s") % {"years": years(*spans.pop())}
    return _("Growth in ten years")


def _credits(careers: Sequence[PublicCareer]) -> tuple[str, ...]:
    """The credit lines of what the table shows of the sheets, each once."""
    keys = [
        (career.sheet, part.release)
        for career in careers
        for part in (career.sheet.pay, career.sheet.outlook, career.sheet.entry)
        if part
    ]
    lines = (sheet.releases[key].credit_line for sheet, key in keys if key in sheet.releases)
    return tuple(dict.fromkeys(lines))
