"""The filters of the list as its page shows them: boxes with counts, chips, and what to drop."""

from dataclasses import dataclass

from careers.listing.facets import Facet
from careers.listing.lists import CareerListPage


@dataclass(frozen=True, slots=True)
class FilterOption:
    """``count`` is how many careers the list has with it, everything else as it is."""

    key: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FilterGroup:
    name: str
    legend: str
    kind: str
    options: list[FilterOption]


@dataclass(frozen=True, slots=True)
class FilterChip:
    """A choice that is on, and the address without it."""

    label: str
    query: str


@dataclass(frozen=True, slots=True)
class Drop:
    """A choice to drop for more careers: ``count`` of them."""

    label: str
    query: str
    count: int


def filter_groups(shown: CareerListPage) -> list[FilterGroup]:
    """The form's groups. Options that would leave nothing are not offered, unless they are chosen."""
    groups = []
    for facet in shown.facets:
        chosen = shown.state.chosen.get(facet.name, ())
        counts = shown.narrowed.counts[facet.name]
        options = [
            FilterOption(key, label, counts[key], key in chosen)
            for key, label in facet.options
            if counts[key] or key in chosen
        ]
        if options:
            groups.append(FilterGroup(facet.name, facet.legend, facet.kind, options))
    return groups


def chips(shown: CareerListPage) -> list[FilterChip]:
    return [
        FilterChip(_chip_label(facet, key), shown.state.without(facet.name, key).query())
        for facet in shown.facets
        for key in shown.state.chosen.get(facet.name, ())
    ]


def drops(shown: CareerListPage) -> list[Drop]:
    """The filters without which there would be careers, the most fruitful first."""
    removals = [
        Drop(
            ", ".join(_chip_label(facet, key) for key in shown.state.chosen[facet.name]),
            shown.state.without(facet.name).query(),
            shown.narrowed.without[facet.name],
        )
        for facet in shown.facets
        if facet.name in shown.state.chosen and shown.narrowed.without[facet.name]
    ]
    return sorted(removals, key=lambda drop: -drop.count)


def _chip_label(facet: Facet, key: str) -> str:
    """Ranges say of what they are; other labels speak for themselves."""
    label = facet.label(key)
    return (
        f"{facet.legend}: {label}" if facet.name in {"pay", "openings", "growth", "bright", "zone"} else label
    )
