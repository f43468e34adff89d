"""The state of the list as its address says it, and addresses of states near it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from careers.listing.facets import Facet
from careers.web import query_params

MAX_TEXT_LENGTH = 300
BEST_MATCH, A_TO_Z = "match", "title"


def sort_orders() -> dict[str, str]:
    """Keys of the orders, with labels."""
    return {
        BEST_MATCH: _("Best match"),
        "pay": _("Pay, highest first"),
        "growth": _("Growth, fastest first"),
        "openings": _("Openings, most first"),
        "education": _("Least schooling first"),
        A_TO_Z: _("A to Z"),
    }


@dataclass(frozen=True, slots=True)
class ListState:
    """``chosen`` has the chosen keys of each facet that has any, in the order of its options."""

    text: str
    chosen: dict[str, tuple[str, ...]]
    sort: str
    page: int = 1

    def query(self) -> str:
        """The address's query, always in the same order; without what is not said."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(name, key) for name, keys in self.chosen.items() for key in keys]
        if self.sort != self._usual_sort:
            pairs.append(("sort", self.sort))
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return urlencode(pairs)

    @property
    def _usual_sort(self) -> str:
        return BEST_MATCH if self.text else A_TO_Z

    def without(self, name: str, key: str | None = None) -> "ListState":
        """The first page without one choice of a facet, or without the whole facet."""
        keys = tuple(other for other in self.chosen.get(name, ()) if key is not None and other != key)
        chosen = {**self.chosen, name: keys}
        return replace(self, chosen={facet: kept for facet, kept in chosen.items() if kept}, page=1)

    def on_page(self, number: int) -> "ListState":
        return replace(self, page=number)

    def cleared(self) -> "ListState":
        """The same search without any narrowing."""
        return replace(self, chosen={}, page=1)


def read_state(parameters: QueryDict, facets: Sequence[Facet]) -> ListState:
    """The state that an address asks for.

    Raises ParameterError and NoSuchChoice, as ``query_params`` has it. Parameters that the list doesn't know
    are left to whoever put them there.
    """
    text = query_params.words(parameters, "q", MAX_TEXT_LENGTH)
    keys = {facet.name: query_params.choices(parameters, facet.name, facet.keys) for facet in facets}
    sort = query_params.choice(parameters, "sort", sort_orders()) or (BEST_MATCH if text else A_TO_Z)
    if sort == BEST_MATCH and not text:
        sort = A_TO_Z
    chosen = {name: chosen_keys for name, chosen_keys in keys.items() if chosen_keys}
    return ListState(text, chosen, sort, query_params.page_number(parameters))
