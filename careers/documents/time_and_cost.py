"""Time and cost to the first pay: a route and its credentials, added up with the sum shown."""

from collections.abc import Iterable

from careers.documents.base import Part
from careers.documents.choices import RouteKind
from careers.documents.parts import CertificationPart, RoutePart
from careers.documents.profile import Profile


class Summand(Part):
    """One row of the sum. Money is US dollars, lengths are months; ``None`` where nobody has said."""

    label: str
    months_min: int | None = None
    months_max: int | None = None
    cost_min: int | None = None
    cost_max: int | None = None
    as_of: str = ""


class FirstPay(Part):
    """What a route takes until someone is first paid, row by row and in all.

    A total is the sum of what is known. Where a summand is not known the total is a lower bound and
    ``is_time_complete`` or ``is_cost_complete`` is false: say "at least".
    """

    route: str
    kind: RouteKind
    is_paid: bool
    rows: list[Summand]
    months_min: int
    months_max: int
    cost_min: int
    cost_max: int
    is_time_complete: bool
    is_cost_complete: bool

    @property
    def has_something(self) -> bool:
        """Whether any row knows a time or a cost; without one there is nothing to show."""
        return any(value is not None for row in self.rows for value in (row.months_min, row.cost_min))


def first_pay(profile: Profile, route: RoutePart) -> FirstPay:
    """Add up ``route`` and the exam fees of its credentials.

    A route that is paid while one learns (an apprenticeship, training on the job, the military) takes no
    months until the first pay; a route straight into work takes none either. Exams are taken at the end of a
    route and add a fee but no months. Of a range the two ends are added separately; a single value is both
    of its ends.
    """
    kind = RouteKind(route.kind)
    by_id = {certification.id: certification for certification in profile.certifications}
    rows = [_route_row(route, kind), *(_exam_row(by_id[key]) for key in route.credentials if key in by_id)]
    return FirstPay(
        route=route.title,
        kind=kind,
        is_paid=kind.is_paid,
        rows=rows,
        months_min=_sum(row.months_min for row in rows),
        months_max=_sum(row.months_max for row in rows),
        cost_min=_sum(row.cost_min for row in rows),
        cost_max=_sum(row.cost_max for row in rows),
        is_time_complete=all(row.months_min is not None for row in rows),
        is_cost_complete=all(row.cost_min is not None for row in rows),
    )


def first_pays(profile: Profile) -> list[FirstPay]:
    """The sums of all routes that have something to add up."""
    return [sum_ for sum_ in (first_pay(profile, route) for route in profile.routes) if sum_.has_something]


def _route_row(route: RoutePart, kind: RouteKind) -> Summand:
    months: tuple[int | None, int | None] = (0, 0)
    if not kind.is_paid and kind is not RouteKind.DIRECT:
        months = _ends(route.months_min, route.months_max)
    cost = _ends(route.cost_min, route.cost_max)
    if cost == (None, None) and (kind.is_paid or kind is RouteKind.DIRECT):
        cost = (0, 0)
    return Summand(
        label=route.title,
        months_min=months[0],
        months_max=months[1],
        cost_min=cost[0],
        cost_max=cost[1],
        as_of=str(route.cost_year or ""),
    )


def _exam_row(certification: CertificationPart) -> Summand:
    fee = _ends(certification.exam_fee_member, certification.exam_fee)
    return Summand(
        label=certification.abbreviation or certification.name,
        months_min=0,
        months_max=0,
        cost_min=fee[0],
        cost_max=fee[1],
        as_of=certification.fee_on.isoformat() if certification.fee_on else "",
    )


def _ends(low: int | None, high: int | None) -> tuple[int | None, int | None]:
    return (high if low is None else low, low if high is None else high)


def _sum(values: Iterable[int | None]) -> int:
    return sum(value for value in values if value is not None)
