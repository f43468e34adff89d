"""A career's page at one moment, for a reader in one area: what the page asks of the database."""

import datetime as dt
from collections.abc import Callable, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from careers.documents.cells import has_amount, pay_text_with_unit
from careers.documents.profile import Profile
from careers.documents.sheet import ReleaseRef, Sheet
from careers.formatting.numbers import percent
from careers.models import KnownEdition
from careers.page import CareerPage, career_page
from careers.page.pay import LocalPay
from careers.page.sources import SourceLine
from careers.page.staleness import overtaken
from careers.sheets.area_pay import AreaFigures, area_pay


def read_career(*, sheet: Sheet, profile: Profile | None, area: str, now: dt.datetime) -> CareerPage:
    """The page of ``sheet`` and ``profile`` at ``now``: one query, three where ``area`` is a known code."""
    clause_of = clauses(list(KnownEdition.objects.all()), timezone.localdate(now))
    return career_page(
        sheet=sheet,
        profile=profile,
        local_pay=_local_pay(sheet, area, clause_of) if area.isalnum() else None,
        clause_of=clause_of,
    )


def clauses(editions: Sequence[KnownEdition], today: dt.date) -> Callable[[ReleaseRef], str]:
    """Says of a release, in a sentence, that newer figures are out or due on ``today``; else nothing."""

    def clause_of(release: ReleaseRef) -> str:
        successor = overtaken(release, editions, today)
        return successor.clause if successor else ""

    return clause_of


def _local_pay(sheet: Sheet, code: str, clause_of: Callable[[ReleaseRef], str]) -> LocalPay | None:
    """Pay in the area of ``code``; None where there is no such area or the career has no pay to compare."""
    answer = area_pay(sheet, code) if sheet.pay else None
    if answer is None:
        return None
    if answer.figures is None:
        return LocalPay(answer.area.title, "", _("No pay for this career is published in this area."), None)
    figures = answer.figures
    median = figures.median
    source = SourceLine(figures.release.credit_line, clause_of(figures.release))
    if not has_amount(median):
        return LocalPay(answer.area.title, "", _("The median in this area is not published."), source)
    words = [_compared(figures)]
    if figures.is_state_instead:
        words.append(
            _("This is for all of %(state)s; your area has no figure.") % {"state": figures.area.title}
        )
    return LocalPay(
        answer.area.title,
        pay_text_with_unit(median, figures.unit),
        " ".join(word for word in words if word),
        source,
    )


def _compared(figures: AreaFigures) -> str:
    if figures.difference is None or figures.national is None:
        return _("is the median here.")
    words = {
        "share": percent(abs(figures.difference)),
        "national": pay_text_with_unit(figures.national, figures.unit),
    }
    if abs(figures.difference) < 0.5:
        return _("is the median here, as in the whole country.")
    if figures.difference > 0:
        return _("is the median here, %(share)s more than in the whole country (%(national)s).") % words
    return _("is the median here, %(share)s less than in the whole country (%(national)s).") % words
