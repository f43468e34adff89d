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
        length = high if low is None else low
        return "" if length is None else _length(length)
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
        amount = high if low is None else low
        if amount is None:
            return ""
        return money(amount) if amount else _("nothing")
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
    return tuple(_sum(first_pay) for first_pay in first_pays(profile))


def _sum(first_pay: FirstPay) -> FirstPayRow:
    return FirstPayRow(
        title=first_pay.route,
        parts=tuple(_part(row, first_pay.route) for row in first_pay.rows) if len(first_pay.rows) > 1 else (),
        time=_total(
            months(first_pay.months_min, first_pay.months_max), is_complete=first_pay.is_time_complete
        ),
        cost=_total(dollars(first_pay.cost_min, first_pay.cost_max), is_complete=first_pay.is_cost_complete),
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
            abbreviation=certification.abbreviation,
            name=certification.name,
            need=str(Need(certification.need).label),
            stage=str(Stage(certification.stage).label),
            issuer=certification.issuer.abbreviation or certification.issuer.name,
            web=certification.web,
            text=" ".join(text for text in (certification.shows, certification.note) if text),
            requirements=_requirements(certification),
        )
        for certification in profile.certifications
    )


def _requirements(certification: CertificationPart) -> tuple[tuple[str, str], ...]:
    rows = (
        (_("Program"), certification.asks_program),
        (_("Experience"), certification.asks_experience),
        (_("Exam"), " ".join(text for text in (certification.asks_exam, _exam_fee(certification)) if text)),
        (
            _("Renewal"),
            " ".join(text for text in (_renewal(certification), certification.renewal_asks) if text),
        ),
    )
    return tuple(row for row in rows if row[1])


def _exam_fee(certification: CertificationPart) -> str:
    fee = dollars(certification.exam_fee_member, certification.exam_fee)
    if not fee:
        return ""
    if certification.fee_on is None:
        return _("Fee: %(fee)s.") % {"fee": fee}
    return _("Fee in %(year)s: %(fee)s.") % {"fee": fee, "year": certification.fee_on.year}


def _renewal(certification: CertificationPart) -> str:
    if not certification.renewal_months:
        return ""
    words = {"length": _length(certification.renewal_months), "fee": money(certification.renewal_fee or 0)}
    if certification.renewal_fee:
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
