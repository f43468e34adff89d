"""One page of the list: the entries that an address asks for, in order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import EmptyPage, Page, Paginator

from careers.listing.entries import Entry, entries
from careers.listing.facets import Facet, Narrowed, narrow
from careers.listing.state import A_TO_Z, BEST_MATCH, ListState
from careers.search.engine import SearchResults, find
from careers.web.query_params import no_such_page

PAGE_LENGTH = 50
NEAREST = 5


@dataclass(frozen=True, slots=True)
class CareerListPage:
    """The list at one address, in order.

    ``results`` is the search's outcome, or ``None`` without a search; ``nearest`` are its best careers, those
    that the filters leave out among them.
    """

    state: ListState
    facets: Sequence[Facet]
    narrowed: Narrowed
    ordered: list[Entry]
    results: SearchResults | None
    nearest: list[Entry]

    @property
    def total(self) -> int:
        return len(self.ordered)

    def page(self) -> Page[Entry]:
        """Raises NoSuchChoice for a page after the last."""
        try:
            return Paginator(self.ordered, PAGE_LENGTH).page(self.state.page)
        except EmptyPage:
            raise no_such_page() from None

    @property
    def without_filters(self) -> int:
        """How many careers the search alone finds."""
        return len(self.results.ranked) if self.results else 0


def make_list(state: ListState, facets: Sequence[Facet]) -> CareerListPage:
    """The careers of ``state``, in its order."""
    listed = entries()
    results = find(state.text) if state.text else None
    places: Mapping[str, int] = {}
    if results:
        places = {career.key: place for place, career in enumerate(results.ranked)}
        listed = [entry for entry in listed if entry.key in places]
    narrowed = narrow(listed, facets, state.chosen)
    nearest = sorted(listed, key=lambda entry: places[entry.key])[:NEAREST] if results else []
    ordered = _ordered(narrowed.entries, state, places)
    return CareerListPage(state, facets, narrowed, ordered, results, nearest)


def _ordered(kept: list[Entry], state: ListState, places: Mapping[str, int]) -> list[Entry]:
    """What has no value stands after what has one, from A to Z."""
    if state.sort == BEST_MATCH:
        return sorted(kept, key=lambda entry: places[entry.key])
    if state.sort == A_TO_Z:
        return kept
    value, sign = _VALUES[state.sort]

    def rank(entry: Entry) -> tuple[bool, float]:
        number = value(entry)
        return number is None, sign * (number or 0)

    return sorted(kept, key=rank)


_VALUES: Mapping[str, tuple[Callable[[Entry], float | None], int]] = {
    "pay": (lambda entry: entry.pay, -1),
    "growth": (lambda entry: entry.growth, -1),
    "openings": (lambda entry: entry.openings, -1),
    "education": (lambda entry: entry.education, 1),
}
