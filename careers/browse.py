"""The ways into the list of careers, with how many pages each one leads to.

A facet's links and the list they lead to share the rules below, so that a count is always true.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from careers.education import SHORT_NAMES
from careers.interest_types import INTEREST_TYPES
from careers.models import Cluster, Framework, Sheet
from careers.numbers import money


@dataclass(frozen=True, slots=True)
class Band:
    """A range of one figure, ``low`` counted in and ``high`` not. ``key`` stands in addresses."""

    key: str
    label: str
    low: float | None
    high: float | None

    def rule(self, field: str) -> Q:
        """The rows in this band."""
        made = Q(**{f"{field}__isnull": False})
        if self.low is not None:
            made &= Q(**{f"{field}__gte": self.low})
        if self.high is not None:
            made &= Q(**{f"{field}__lt": self.high})
        return made


@dataclass(frozen=True, slots=True)
class Way:
    """A link with its count; ``width`` is its bar's, in per cent of the longest of its kind."""

    label: str
    query: str
    count: int
    width: float


PAY_EDGES = (35_000, 50_000, 70_000, 100_000)


def pay_bands() -> list[Band]:
    """Ranges of median yearly pay, US dollars; the keys are such as "35000-50000"."""
    first, last = PAY_EDGES[0], PAY_EDGES[-1]
    middle = [
        Band(f"{low}-{high}", _("%(low)s to %(high)s") % {"low": money(low), "high": money(high)}, low, high)
        for low, high in pairwise(PAY_EDGES)
    ]
    under = Band(f"-{first}", _("Under %(amount)s") % {"amount": money(first)}, None, first)
    above = Band(f"{last}-", _("%(amount)s and up") % {"amount": money(last)}, last, None)
    return [under, *middle, above]


def growth_bands(everyone: float | None) -> list[Band]:
    """How fast careers grow against all jobs together, whose growth is ``everyone`` per cent.

    The limits are those of the words on career pages. Without a growing total there is nothing to compare
    with.
    """
    if not everyone or everyone <= 0:
        return [Band("growing", _("Growing"), 0, None), Band("shrinking", _("Shrinking"), None, 0)]
    return [
        Band("much-faster", _("Much faster than all jobs"), round(1.8 * everyone, 1), None),
        Band("faster", _("Faster than all jobs"), round(1.2 * everyone, 1), round(1.8 * everyone, 1)),
        Band("average", _("About as fast as all jobs"), round(0.8 * everyone, 1), round(1.2 * everyone, 1)),
        Band("slower", _("Slower, or standing still"), 0, round(0.8 * everyone, 1)),
        Band("shrinking", _("Shrinking"), None, 0),
    ]


def all_jobs_growth() -> float | None:
    """The growth of all jobs together, in per cent, as the projections on the pages have it."""
    found = (
        Sheet.objects.exclude(growth_percent=None)
        .values_list("document__outlook__all_change_percent", flat=True)
        .first()
    )
    return None if found is None else float(found)


def shown_sheets() -> QuerySet[Sheet]:
    """The careers that lists show: every occupation that the agency still has."""
    return Sheet.objects.filter(occupation__is_vanished=False)


def chosen_sheets(parameters: Mapping[str, str]) -> QuerySet[Sheet]:
    """The careers that the parameters of an address ask for; what makes no sense is left out.

    ``parameters`` are all there, some of them empty: ``cluster`` (a slug), ``interest`` (a
    letter), ``education`` (a rank), ``pay`` and ``growth`` (keys of bands), ``q`` (words of the title).
    """
    sheets = shown_sheets()
    for word in parameters["q"].split():
        sheets = sheets.filter(title__icontains=word)
    if slug := parameters["cluster"]:
        sheets = sheets.filter(cluster_rule(slug)).distinct()
    if letter := parameters["interest"]:
        sheets = sheets.filter(interest_code__startswith=letter[:1])
    if parameters["education"].isdecimal():
        sheets = sheets.filter(education_rank=int(parameters["education"][:2]))
    for name, field, bands in (
        ("pay", "annual_median", pay_bands()),
        ("growth", "growth_percent", growth_bands(all_jobs_growth()) if parameters["growth"] else []),
    ):
        band = next((band for band in bands if band.key == parameters[name]), None)
        if band:
            sheets = sheets.filter(band.rule(field))
    return sheets


def cluster_rule(slug: str) -> Q:
    return Q(
        occupation__cluster_members__cluster__slug=slug,
        occupation__cluster_members__cluster__framework=Framework.SIXTEEN,
        occupation__cluster_members__is_vanished=False,
    )


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work with the number of its careers."""

    slug: str
    title: str
    count: int


def fields_of_work() -> list[Field]:
    """The career clusters, each occupation counted once in each."""
    found = (
        Cluster.objects.filter(framework=Framework.SIXTEEN, members__is_vanished=False)
        .filter(members__occupation__is_vanished=False, members__occupation__sheet__isnull=False)
        .annotate(count=Count("members__occupation", distinct=True))
        .order_by("title")
    )
    return [Field(cluster.slug, cluster.title, cluster.count) for cluster in found]


@dataclass(frozen=True, slots=True)
class Ways:
    """What matters to a reader: four lists of links with counts."""

    interests: list[Way]
    education: list[Way]
    pay: list[Way]
    growth: list[Way]


def ways_in() -> Ways:
    """The four lists, from one query for the counts."""
    growth = growth_bands(all_jobs_growth())
    pay = pay_bands()
    rules = {
        **{f"interest_{kind.letter}": Q(interest_code__startswith=kind.letter) for kind in INTEREST_TYPES},
        **{f"education_{rank}": Q(education_rank=rank) for rank in SHORT_NAMES},
        **{f"pay_{i}": band.rule("annual_median") for i, band in enumerate(pay)},
        **{f"growth_{i}": band.rule("growth_percent") for i, band in enumerate(growth)},
    }
    counts = shown_sheets().aggregate(**{name: Count("pk", filter=rule) for name, rule in rules.items()})
    return Ways(
        interests=_ways(
            (str(kind.likes), f"interest={kind.letter}", counts[f"interest_{kind.letter}"])
            for kind in INTEREST_TYPES
        ),
        education=_ways(
            (str(name), f"education={rank}", counts[f"education_{rank}"])
            for rank, name in SHORT_NAMES.items()
        ),
        pay=_ways((band.label, f"pay={band.key}", counts[f"pay_{i}"]) for i, band in enumerate(pay)),
        growth=_ways(
            (band.label, f"growth={band.key}", counts[f"growth_{i}"]) for i, band in enumerate(growth)
        ),
    )


def _ways(rows: Iterable[tuple[str, str, int]]) -> list[Way]:
    known: Sequence[tuple[str, str, int]] = [row for row in rows if row[2]]
    most = max((count for _label, _query, count in known), default=1)
    return [Way(label, query, count, round(95 * count / most, 1)) for label, query, count in known]
