"""The four cells at the top: typical pay, outlook, to get in, yearly openings."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers.charts import GrowthBars, Stair, Strip, doors, growth_bars, strip
from careers.documents.cells import has_amount, not_published, pay_text, yearly_values
from careers.documents.sheet import Outlook, Pay, Sheet
from careers.formatting.numbers import change, number
from careers.page.getting_in import GettingInChapter
from careers.page.outlook import growth_words, span

#: All strips of the site stand on this line, in US dollars a year; pay beyond it stands at its end.
PAY_LINE = (20_000.0, 200_000.0)


@dataclass(frozen=True, slots=True)
class KeyFact:
    """One cell. At most one of the charts is set; ``is_words`` where the value is not a number."""

    label: str
    value: str
    below: str
    is_words: bool = False
    strip: Strip | None = None
    growth: GrowthBars | None = None
    stairs: tuple[Stair, ...] = ()
    doors: int = 0


def key_facts(sheet: Sheet, getting_in: GettingInChapter) -> tuple[KeyFact, ...]:
    """The four cells; what has no figure says so."""
    return (_pay(sheet.pay), _growth(sheet.outlook), _to_get_in(getting_in), _openings(sheet.outlook))


def pay_strip(pay: Pay) -> Strip | None:
    """The strip on the site's own line, where all five percentiles are known."""
    five = yearly_values(pay)
    return strip(five, *PAY_LINE, is_open=five[-1] > PAY_LINE[1]) if five else None


def _pay(pay: Pay | None) -> KeyFact:
    if pay is None or not has_amount(pay.main.median):
        return _none(_("Typical pay"), _("No pay is published for this work."))
    unit = pay.unit
    label = _("Typical pay by the hour") if unit == "hour" else _("Typical pay")
    value = pay_text(pay.main.median, unit)
    below = _("Half earn more, half earn less")
    if has_amount(pay.main.p10) and has_amount(pay.main.p90):
        below = _("8 in 10 earn %(low)s to %(high)s") % {
            "low": pay_text(pay.main.p10, unit),
            "high": pay_text(pay.main.p90, unit),
        }
    return KeyFact(label, value, below, is_words=pay.main.median.value is None, strip=pay_strip(pay))


def _growth(outlook: Outlook | None) -> KeyFact:
    if outlook is None or outlook.change_percent is None:
        return _none(_("Outlook"), _("No outlook is published for this work."))
    label = _("Outlook, %(years)s") % {"years": span(outlook)}
    below = growth_words(outlook)
    bars = None
    if outlook.all_change_percent is not None:
        below = _("%(finding)s (%(all)s)") % {"finding": below, "all": change(outlook.all_change_percent)}
        bars = growth_bars([outlook.change_percent, outlook.all_change_percent])
    return KeyFact(label, change(outlook.change_percent), below, growth=bars)


def _to_get_in(getting_in: GettingInChapter) -> KeyFact:
    if getting_in.entry is None:
        return _none(_("To get in"), _("No usual schooling is published."))
    below = ". ".join(getting_in.entry.extras) or _(
        "No earlier work in the field or training on the job is usually needed"
    )
    return KeyFact(
        _("To get in"), getting_in.entry.level, below, is_words=True, stairs=getting_in.entry.steps
    )


def _openings(outlook: Outlook | None) -> KeyFact:
    if outlook is None or outlook.annual_openings is None:
        return _none(_("Yearly openings"), _("No openings are published for this work."))
    jobs = outlook.base_employment
    below = ""
    if jobs is not None:
        below = ngettext("%(count)s job in %(year)s", "%(count)s jobs in %(year)s", jobs) % {
            "count": number(jobs),
            "year": outlook.base_year,
        }
    count = doors(outlook.annual_openings)[0] if outlook.annual_openings else 0
    return KeyFact(_("Yearly openings"), number(outlook.annual_openings), below, doors=count)


def _none(label: str, why: str) -> KeyFact:
    return KeyFact(label, not_published(), why, is_words=True)
