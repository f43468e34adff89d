"""How figures are written for readers. Geometry never passes through here.

American readers of every language write 34,160 and $34,160, so the marks are the same in each.
"""

from decimal import Decimal

from django.utils.translation import gettext as _

MINUS = "\N{MINUS SIGN}"

Number = float | Decimal


def number(value: Number) -> str:
    """A count or a code-free number: "1,204", "12.5", "−300"."""
    sign, size = _parts(value)
    return f"{sign}{size:,.0f}" if size.is_integer() else f"{sign}{size:,.1f}"


def money(value: Number, *, unit: str = "year") -> str:
    """US dollars: whole for a year ("$34,160"), with cents for an hour ("$16.42")."""
    sign, size = _parts(value)
    return f"{sign}${size:,.2f}" if unit == "hour" else f"{sign}${size:,.0f}"


def thousands(value: Number) -> str:
    """Dollars on an axis: "$50k"."""
    return f"${float(value) / 1000:,.0f}k"


def percent(value: Number) -> str:
    """A share: "12%", "3.1%"; never "0%" for what is only small."""
    if 0 < abs(float(value)) < 0.05:  # half of the last digit shown
        return _("under 0.1%")
    return f"{number(round(float(value), 1))}%"


def change(value: Number) -> str:
    """A change in per cent, with its sign: "+3.1%", "−0.4%", "0%"."""
    shown = round(float(value), 1)
    return f"+{number(shown)}%" if shown > 0 else f"{number(shown or 0)}%"


def years(first: int, last: int) -> str:
    """A span of years: "2024–34", "1998–2008"."""
    short = f"{last % 100:02d}" if first // 100 == last // 100 else str(last)
    return f"{first}\N{EN DASH}{short}"


def about(value: int) -> int:
    """``value`` to two figures, for words that say "about": 7,034 becomes 7,000."""
    digits = len(str(abs(value)))
    return round(value, -(digits - 2)) if digits > 2 else value


def _parts(value: Number) -> tuple[str, float]:
    size = float(value)
    return (MINUS if size < 0 else ""), abs(size)
