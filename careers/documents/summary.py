"""A career in a list: its words and its main figures, with each figure as visitors read it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.documents.cells import has_amount, not_published, pay_text, pay_text_with_unit
from careers.documents.sheet import Figure, Pay, PayUnit, Sheet
from careers.formatting.numbers import change
from careers.models.figures import Status
from careers.reference.education_levels import level_name

NO_FIGURE = Figure(status=Status.NOT_PUBLISHED)


@dataclass(frozen=True, slots=True)
class CareerLine:
    """A career where no figures are at hand. ``summary`` is empty where nothing is written yet."""

    slug: str
    title: str
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerSummary(CareerLine):
    """What every list says of a career; lists add what they alone show beside it.

    ``median``, ``low`` and ``high`` are the 50th, 10th and 90th percentile of pay in US dollars by the
    ``unit``. ``education_level`` is the publisher's own name of the usual schooling, ``education_rank`` its
    place from 1 to 8. Growth is per cent in the ten years of the projections.
    """

    median: Figure = NO_FIGURE
    low: Figure = NO_FIGURE
    high: Figure = NO_FIGURE
    unit: PayUnit = "year"
    growth_percent: float | None = None
    education_rank: int | None = None
    education_level: str = ""

    @property
    def has_pay(self) -> bool:
        return has_amount(self.median)

    @property
    def has_pay_range(self) -> bool:
        return has_amount(self.low) and has_amount(self.high)

    @property
    def pay(self) -> str:
        """The median; by the hour it says so."""
        return pay_text_with_unit(self.median, self.unit) if self.has_pay else not_published()

    @property
    def pay_range(self) -> str:
        """From what the lowest-paid tenth earns at most to what the best-paid tenth earns at least."""
        if not self.has_pay_range:
            return not_published()
        ends = {"low": pay_text(self.low, self.unit), "high": pay_text_with_unit(self.high, self.unit)}
        return _("%(low)s to %(high)s") % ends

    @property
    def growth(self) -> str:
        return not_published() if self.growth_percent is None else change(self.growth_percent)

    @property
    def education(self) -> str:
        return level_name(self.education_rank, self.education_level) or not_published()


def summarize(
    slug: str,
    title: str,
    summary: str = "",
    *,
    pay: Pay | None,
    growth_percent: float | None,
    education_rank: int | None,
    education_level: str = "",
) -> CareerSummary:
    """The summary of a career whose pay is the chapter ``pay`` of its sheet."""
    return CareerSummary(
        slug=slug,
        title=title,
        summary=summary,
        median=pay.main.median if pay else NO_FIGURE,
        low=pay.main.p10 if pay else NO_FIGURE,
        high=pay.main.p90 if pay else NO_FIGURE,
        unit=pay.unit if pay else "year",
        growth_percent=growth_percent,
        education_rank=education_rank,
        education_level=education_level,
    )


def summarize_sheet(sheet: Sheet, *, slug: str, title: str, summary: str) -> CareerSummary:
    """The summary of a career with the figures of ``sheet``."""
    return summarize(
        slug,
        title,
        summary,
        pay=sheet.pay,
        growth_percent=sheet.outlook.change_percent if sheet.outlook else None,
        education_rank=sheet.entry.rank if sheet.entry else None,
        education_level=sheet.entry.education if sheet.entry else "",
    )
