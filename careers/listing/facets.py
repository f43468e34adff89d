"""What the list can be narrowed by, and how many careers each choice leaves."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from careers.listing.bands import Band, all_jobs_growth, growth_bands, opening_bands, pay_bands
from careers.listing.entries import Entry
from careers.models import Cluster, Framework
from careers.reference.education_levels import SHORT_NAMES
from careers.reference.interest_types import INTEREST_TYPES

#: The parameters of addresses that narrow the list, in the order of the form.
FACET_NAMES = (
    *("cluster", "education", "degree", "pay", "growth", "openings", "bright", "interest", "zone"),
)
#: The highest rank of schooling that is no degree: a certificate.
NO_DEGREE = 4


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list. Of its options several may be chosen; a career needs one of them.

    ``options`` are keys (as in addresses) with labels; ``keys_of`` says which of them an entry has.
    """

    name: str
    legend: str
    options: Sequence[tuple[str, str]]
    keys_of: Callable[[Entry], Iterable[str]]
    kind: Literal["checkboxes", "menu"] = "checkboxes"

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key, _label in self.options)

    def label(self, key: str) -> str:
        return dict(self.options)[key]


def facets() -> list[Facet]:
    """All of them, in the order of ``FACET_NAMES``."""
    clusters = Cluster.objects.filter(framework=Framework.SIXTEEN, members__is_vanished=False).distinct()
    fields = list(clusters.order_by("title").values_list("slug", "title"))
    pay, growth, openings = pay_bands(), growth_bands(all_jobs_growth()), opening_bands()
    return [
        Facet("cluster", _("Field of work"), fields, lambda entry: entry.clusters, "menu"),
        Facet(
            "education",
            _("Usual schooling to get in"),
            [(str(rank), str(name)) for rank, name in SHORT_NAMES.items()],
            lambda entry: [str(entry.education)] if entry.education else [],
        ),
        Facet("degree", _("College degree"), [("no", _("No degree needed"))], _needs_no_degree),
        Facet("pay", _("Typical pay"), _options(pay), lambda entry: _band(pay, entry.pay)),
        Facet("growth", _("Outlook"), _options(growth), lambda entry: _band(growth, entry.growth)),
        Facet(
            "openings",
            _("Openings a year"),
            _options(openings),
            lambda entry: _band(openings, entry.openings),
        ),
        Facet(
            "bright",
            _("Bright outlook"),
            [("1", _("Expected to grow fast, or to have many openings"))],
            lambda entry: ["1"] if entry.is_bright else [],
        ),
        Facet(
            "interest",
            _("What you like"),
            [(kind.letter, str(kind.likes)) for kind in INTEREST_TYPES],
            lambda entry: entry.interest[:1],
        ),
        Facet(
            "zone", _("Preparation"), zones(), lambda entry: [zone for zone in entry.zone.split("-") if zone]
        ),
    ]


def zones() -> list[tuple[str, str]]:
    """O*NET's job zones in words."""
    return [
        ("1", _("Little or none (job zone 1)")),
        ("2", _("Some (job zone 2)")),
        ("3", _("Medium (job zone 3)")),
        ("4", _("Considerable (job zone 4)")),
        ("5", _("Extensive (job zone 5)")),
    ]


Chosen = Mapping[str, Sequence[str]]


@dataclass(slots=True)
class Narrowed:
    """The entries that have all that was chosen; and of each facet's options, how many would be left with it.

    ``without`` counts what is left when one facet's choice is dropped.
    """

    entries: list[Entry]
    counts: dict[str, Counter[str]]
    without: Counter[str]


def narrow(entries: Iterable[Entry], facets: Sequence[Facet], chosen: Chosen) -> Narrowed:
    """Narrow ``entries`` to ``chosen``. A facet's own counts leave its own choice aside."""
    kept: list[Entry] = []
    counts: dict[str, Counter[str]] = {facet.name: Counter() for facet in facets}
    without: Counter[str] = Counter()
    for entry in entries:
        keys = {facet.name: list(facet.keys_of(entry)) for facet in facets}
        missed = [name for name, wanted in chosen.items() if wanted and not set(wanted) & set(keys[name])]
        if not missed:
            kept.append(entry)
            for name, having in keys.items():
                counts[name].update(having)
        elif len(missed) == 1:
            counts[missed[0]].update(keys[missed[0]])
            without[missed[0]] += 1
    for name in chosen:
        without[name] += len(kept)
    return Narrowed(kept, counts, without)


def _needs_no_degree(entry: Entry) -> list[str]:
    return ["no"] if entry.education is not None and entry.education <= NO_DEGREE else []


def _options(bands: Iterable[Band]) -> list[tuple[str, str]]:
    return [(band.key, band.label) for band in bands]


def _band(bands: Iterable[Band], value: float | None) -> list[str]:
    if value is None:
        return []
    return [band.key for band in bands if band.holds(value)]
