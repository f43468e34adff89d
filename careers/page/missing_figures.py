"""Why a chapter has no figures, and the nearest page that has them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.documents.sheet import Sheet
from careers.sheets.missing import REASONS


@dataclass(frozen=True, slots=True)
class MissingFigures:
    """``reason`` is a sentence; ``slug`` and ``title`` are of the nearest page with figures, or empty."""

    reason: str
    slug: str
    title: str


def missing_figures(sheet: Sheet, chapter: str) -> MissingFigures:
    """What the sheet says about a chapter without figures; where it gives no reason, nor do we."""
    missing = sheet.missing.get(chapter)
    if missing is None:
        return MissingFigures(_("No figures are published for this career."), "", "")
    return MissingFigures(str(REASONS[missing.reason]), missing.nearest_slug, missing.nearest_title)
