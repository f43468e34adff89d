"""What a reader should know before anything else about a school: fair words, and what to do."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schools.models import School
from schools.page.figures import KnownFigures
from schools.page.words import closed_text

FEW_FINISH = 10
LOW_COMPLETION = 0.2


@dataclass(frozen=True, slots=True)
class Caution:
    """``link`` is the school that took this one in, where there is one.

    ``is_end``: there is nothing to apply to.
    """

    text: str
    link: School | None = None
    is_end: bool = False


def fate(school: School, successor: School | None, *, is_in_directory: bool) -> Caution | None:
    """Whether the school is still there, in words; None where it is."""
    if school.status == School.Status.CLOSED:
        advice = _("Former students get their records from the state’s office for higher education.")
        return Caution(f"{closed_text(school)} {advice}", is_end=True)
    if school.status == School.Status.MERGED:
        return Caution(_("This school is now part of another one."), successor, is_end=True)
    if school.status == School.Status.PART:
        return Caution(
            _(
                "The agency no longer counts this campus by itself. Its programs are on the page of "
                "its school."
            ),
            successor,
            is_end=True,
        )
    if school.is_office:
        return Caution(_("This is an office and has no classes. Look for its schools by name."), is_end=True)
    if not is_in_directory:
        text = _("The newest directory no longer has this school. Ask whether it still takes students.")
        return Caution(text, is_end=True)
    return None


def cautions(school: School, figures: KnownFigures, completions: int | None, year: str) -> list[Caution]:
    """Warning signs in the figures of an open school, each with what to ask."""
    warnings = []
    if not school.takes_federal_aid and not figures.value("accreditor"):
        warnings.append(
            _(
                "The directory does not show that students can use federal aid here. Only schools "
                "that a recognized agency has accredited may offer it. Ask who accredits this school, and "
                "look it up."
            )
        )
    if completions is not None and completions < FEW_FINISH:
        warnings.append(_few(completions, year))
    rate = figures.value("completion_rate")
    if rate is not None and rate < LOW_COMPLETION:
        warnings.append(
            _(
                "Of 100 students who start here, about %(count)s finish in one and a half times the usual "
                "time. Ask what help there is to finish."
            )
            % {"count": round(rate * 100)}
        )
    return [Caution(text) for text in warnings]


def _few(completions: int, year: str) -> str:
    if completions == 0:
        return _(
            "Nobody finished a program here in %(year)s, as the school reports it. It may be new or very "
            "small. Ask how many started, and how many finished."
        ) % {"year": year}
    return ngettext(
        "Only %(count)s person finished a program here in %(year)s. The school may be new or small. Ask how "
        "many started.",
        "Only %(count)s people finished a program here in %(year)s. The school may be new or small. Ask how "
        "many started.",
        completions,
    ) % {"count": completions, "year": year}
