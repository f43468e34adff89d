"""Ranges of pay, growth and openings that the list is narrowed by."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from careers.formatting.numbers import money
from careers.models import SheetRecord
from careers.reference.growth import GROWTH_BANDS


@dataclass(frozen=True, slots=True)
class Band:
    """A range of one figure, ``low`` counted in and ``high`` not. ``key`` stands in addresses."""

    key: str
    label: str
    low: float | None
    high: float | None

    def holds(self, value: float) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value < self.high)


PAY_EDGES = (35_000, 50_000, 70_000, 100_000)


def pay_bands() -> list[Band]:
    """Ranges of median yearly pay, US dollars; the keys are such as "35000-50000"."""
    first, last = PAY_EDGES[0], PAY_EDGES[-1]
    middle = [
        Band(f"{low}-{high}", _("%(low)s to %(high)s") % {"low": money(low), "high": money(high)}, low, high)
        for low, high in pairwise(PAY_EDGES)
    ]
    under = Band(f"-{first}", _("Under %(amount)s") % {"amount": money(first)}, None, first)
    above = Band(f"{last}-", _("%(amount)s and up") % {"amount": money(last)}, last, None)
    return [under, *middle, above]


def growth_bands(everyone: float | None) -> list[Band]:
    """How fast careers grow against all jobs together, whose growth is ``everyone`` per cent.

    Without a growing total there is nothing to compare with.
    """
    if not everyone or everyone <= 0:
        return [Band("growing", _("Growing"), 0, None), Band("shrinking", _("Shrinking"), None, 0)]
    highs = [None, *(band.limit(everyone) for band in GROWTH_BANDS)]
    return [
        *(
            Band(band.key, str(band.label), band.limit(everyone), high)
            for band, high in zip(GROWTH_BANDS, highs, strict=False)
        ),
        Band("shrinking", _("Shrinking"), None, 0),
    ]


def all_jobs_growth() -> float | None:
    """The growth of all jobs together, in per cent, as the projections on the pages have it."""
    growth = (
        SheetRecord.objects.exclude(growth_percent=None)
        .values_list("document__outlook__all_change_percent", flat=True)
        .first()
    )
    return None if growth is None else float(growth)


def opening_bands() -> list[Band]:
    """Ranges of job openings a year."""
    return [
        Band("100000-", _("100,000 or more"), 100_000, None),
        Band("10000-100000", _("10,000 to 100,000"), 10_000, 100_000),
        Band("1000-10000", _("1,000 to 10,000"), 1_000, 10_000),
        Band("-1000", _("Under 1,000"), None, 1_000),
    ]
