"""What the profile says about getting in, put in words: lengths, costs, papers, choices from closed lists."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers.documents.choices import Need, RequiredByLaw, RouteKind, Stage, TryKind
from careers.documents.parts import CertificationPart, RoutePart
from careers.documents.profile import Profile
from careers.documents.time_and_cost import FirstPay, Summand, first_pays
from careers.formatting.numbers import money, number

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class FirstPayRow:
    """A way in, added up. ``parts`` says what of: "CCA exam: $199 to $299 (2026)"."""

    title: str
    parts: tuple[str, ...]
    time: str
    cost: str


@dataclass(frozen=True, slots=True)
class CertificationRow:
    """``asks`` are labelled facts: program, experience, exam, renewal."""

    abbreviation: str
    name: str
    need: str
    stage: str
    issuer: str
    web: str
    text: str
    requirements: tuple[tuple[str, str], ...]


def months(low: int | None, high: int | None) -> str:
    """A length: "6 months to 2 years"; empty where nothing is said."""
    if low is None or high is None or low == high:
        known = high if low is None else low
        return "" if known is None else _length(known)
    if low == 0:
        return _("up to %(length)s") % {"length": _length(high)}
    return _("%(low)s to %(high)s") % {"low": _length(low), "high": _length(high)}


def _length(count: int) -> str:
    if count == 0:
        return _("no time")
    if count % MONTHS_A_YEAR == 0:
        years = count // MONTHS_A_YEAR
        return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
    return ngettext("%(count)s month", "%(count)s months", count) % {"count": count}


def dollars(low: int | None, high: int | None) -> str:
    """A cost: "$300 to $1,200"; empty where nothing is said."""
    if low is None or high is None or low == high:
        known = high if low is None else low
        if known is None:
            return ""
        return money(known) if known else _("nothing")
    return _("%(low)s to %(high)s") % {"low": money(low), "high": money(high)}


def route_note(route: RoutePart) -> str:
    """Kind, length and cost of a way in, on one line."""
    length = months(route.months_min, route.months_max)
    cost = dollars(route.cost_min, route.cost_max)
    if cost and route.cost_year:
        cost = _("%(cost)s (%(year)s)") % {"cost": cost, "year": route.cost_year}
    return " · ".join(part for part in (str(RouteKind(route.kind).label), length, cost) if part)


def first_pay_rows(profile: Profile) -> tuple[FirstPayRow, ...]:
    """Time and cost to the first pay, for every way in that has something to add up."""
    return tuple(_sum(found) for found in first_pays(profile))


def _sum(found: FirstPay) -> FirstPayRow:
    return FirstPayRow(
        title=found.route,
        parts=tuple(_part(row, found.route) for row in found.rows) if len(found.rows) > 1 else (),
        time=_total(months(found.months_min, found.months_max), is_complete=found.is_time_complete),
        cost=_total(dollars(found.cost_min, found.cost_max), is_complete=found.is_cost_complete),
    )


def _part(row: Summand, route: str) -> str:
    cost = dollars(row.cost_min, row.cost_max) or _("cost not known")
    if row.as_of and row.cost_min:
        cost = _("%(cost)s (%(year)s)") % {"cost": cost, "year": row.as_of[:4]}
    return _("%(part)s: %(cost)s") % {
        "part": _("Training") if row.label == route else row.label,
        "cost": cost,
    }


def _total(text: str, *, is_complete: bool) -> str:
    return text if is_complete else _("at least %(amount)s") % {"amount": text}


def certification_rows(profile: Profile) -> tuple[CertificationRow, ...]:
    """The certifications, each with what it shows and what it asks."""
    return tuple(
        CertificationRow(
            abbreviation=found.abbreviation,
            name=found.name,
            need=str(Need(found.need).label),
            stage=str(Stage(found.stage).label),
            issuer=found.issuer.abbreviation or found.issuer.name,
            web=found.web,
            text=" ".join(text for text in (found.shows, found.note) if text),
            requirements=_requirements(found),
        )
        for found in profile.certifications
    )


def _requirements(found: CertificationPart) -> tuple[tuple[str, str], ...]:
    rows = (
        (_("Program"), found.asks_program),
        (_("Experience"), found.asks_experience),
        (_("Exam"), " ".join(text for text in (found.asks_exam, _exam_fee(found)) if text)),
        (_("Renewal"), " ".join(text for text in (_renewal(found), found.renewal_asks) if text)),
    )
    return tuple(row for row in rows if row[1])


def _exam_fee(found: CertificationPart) -> str:
    fee = dollars(found.exam_fee_member, found.exam_fee)
    if not fee:
        return ""
    if found.fee_on is None:
        return _("Fee: %(fee)s.") % {"fee": fee}
    return _("Fee in %(year)s: %(fee)s.") % {"fee": fee, "year": found.fee_on.year}


def _renewal(found: CertificationPart) -> str:
    if not found.renewal_months:
        return ""
    words = {"length": _length(found.renewal_months), "fee": money(found.renewal_fee or 0)}
    if found.renewal_fee:
        return _("Every %(length)s, for %(fee)s.") % words
    return _("Every %(length)s.") % words


def week_rows(profile: Profile) -> tuple[tuple[str, str], ...]:
    """The normal week as labelled facts, without what is not said."""
    week = profile.week
    if week is None:
        return ()
    rows = (
        (_("Where"), week.where),
        (_("Hours"), week.hours),
        (_("Shifts"), week.shifts),
        (_("Pace"), week.pace),
        (_("People"), week.people),
    )
    return tuple(row for row in rows if row[1])


def ways_to_try(profile: Profile) -> tuple[tuple[str, str], ...]:
    return tuple((str(TryKind(way.kind).label), way.text) for way in profile.ways_to_try)


def licensing_words(profile: Profile) -> str:
    """Whether the law asks for a license; empty where the profile does not say."""
    if profile.licensing is None:
        return ""
    return _("%(answer)s.") % {"answer": RequiredByLaw(profile.licensing.is_required).label}


def duration(seconds: int) -> str:
    """The length of a film: "3 min 40 s"."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return _("%(seconds)s seconds") % {"seconds": rest}
    return _("%(minutes)s min %(seconds)s s") % {"minutes": number(minutes), "seconds": rest}
