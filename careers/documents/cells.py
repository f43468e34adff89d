"""How one cell of a sheet is written."""

from django.utils.translation import gettext as _

from careers.documents.sheet import Figure, Pay, PayUnit, Percentiles
from careers.formatting.numbers import money, number
from careers.models.figures import Status

#: Of full-time work, as the Bureau counts: 40 hours in each of 52 weeks.
HOURS_A_YEAR = 2_080


def not_published() -> str:
    """What stands in place of every figure that its publisher does not give."""
    return _("Not published")


def pay_text(figure: Figure, unit: PayUnit = "year") -> str:
    """The pay in a cell, or in words why there is none."""
    if figure.value is not None:
        return money(figure.value, unit=unit)
    if figure.status == Status.TOP_CODED and figure.at_least is not None:
        return _("%(amount)s or more") % {"amount": money(figure.at_least, unit=unit)}
    return not_published()


def pay_text_with_unit(figure: Figure, unit: PayUnit) -> str:
    """As ``pay_text``, and by the hour it says so."""
    text = pay_text(figure, unit)
    return _("%(amount)s an hour") % {"amount": text} if unit == "hour" and has_amount(figure) else text


def has_amount(figure: Figure) -> bool:
    """Whether the cell tells any amount, be it only "this or more"."""
    return figure.value is not None or (figure.status == Status.TOP_CODED and figure.at_least is not None)


def count_text(figure: Figure) -> str:
    return not_published() if figure.value is None else number(figure.value)


def yearly_values(pay: Pay) -> tuple[float, float, float, float, float] | None:
    """The five percentiles in dollars a year; those by the hour as full-time work all year."""
    five = five_values(pay.main)
    if five is None or pay.unit == "year":
        return five
    p10, p25, median, p75, p90 = (value * HOURS_A_YEAR for value in five)
    return (p10, p25, median, p75, p90)


def five_values(percentiles: Percentiles) -> tuple[float, float, float, float, float] | None:
    """The five percentiles as numbers, or None where one of them is not known exactly."""
    p10, p25, median, p75, p90 = (figure.value for figure in percentiles.five)
    if p10 is None or p25 is None or median is None or p75 is None or p90 is None:
        return None
    return (p10, p25, median, p75, p90)
