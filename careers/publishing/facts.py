"""Checks of facts: those that need a source, a year or a day have it, and no least is more than its most."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from careers.documents.choices import RequiredByLaw
from careers.documents.parts import Licensing, RoutePart
from careers.documents.profile import Document, Profile
from careers.publishing.problems import TextProblem


def unsourced(document: Document) -> Iterator[TextProblem]:
    """Facts that nobody sees for themselves: pay, outlook, law, length, cost, where people found work."""
    if not isinstance(document, Profile):
        return
    for field in ("pay_notes", "outlook_notes", "graduates"):
        if any(not fact.sources for fact in getattr(document, field)):
            yield TextProblem(field, _("Name a source for each of these."))
    yield from _unsourced_license(document.licensing)
    yield from _unsourced_length(document)
    for route in document.routes:
        yield from _unsourced_cost(route)
    for certification in document.certifications:
        if certification.exam_fee is not None and certification.fee_on is None:
            message = _("“%(name)s” has a fee without the day it was looked up.") % {
                "name": certification.name
            }
            yield TextProblem("certifications", message)


def _unsourced_cost(route: RoutePart) -> Iterator[TextProblem]:
    if route.cost_min is None and route.cost_max is None:
        return
    if not route.sources:
        yield TextProblem("routes", _("“%(title)s” has a cost without a source.") % {"title": route.title})
    if route.cost_year is None:
        yield TextProblem("routes", _("“%(title)s” has a cost without its year.") % {"title": route.title})


def _unsourced_length(profile: Profile) -> Iterator[TextProblem]:
    for field in ("education", "on_the_job"):
        part = getattr(profile, field)
        if part and part.months_min is not None and not part.sources:
            yield TextProblem(field, _("Name a source for how long it takes."))


def _unsourced_license(licensing: Licensing | None) -> Iterator[TextProblem]:
    if licensing and licensing.is_required != RequiredByLaw.NO and not licensing.sources:
        yield TextProblem("licensing", _("Name the law or the board that says so, as a source."))


def ranges(document: Document) -> Iterator[TextProblem]:
    """Spans that are the wrong way round."""
    if not isinstance(document, Profile):
        return
    spans = [("routes", route, "months") for route in document.routes]
    spans += [("routes", route, "cost") for route in document.routes]
    spans += [(field, getattr(document, field), "months") for field in ("education", "on_the_job")]
    for field, part, what in spans:
        low, high = getattr(part, f"{what}_min", None), getattr(part, f"{what}_max", None)
        if low is not None and high is not None and low > high:
            yield TextProblem(
                field, _("The least (%(low)s) is more than the most (%(high)s).") % {"low": low, "high": high}
            )
