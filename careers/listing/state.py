"""The state of the list as its address says it, and addresses of states near it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from careers.listing.facets import Facet

#: Everything in an address that changes the list.
PARAMETERS = (
    *("q", "cluster", "education", "degree", "pay", "growth", "openings", "bright", "interest", "zone"),
    *("sort", "page"),
)
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

    Raises Http404 for a choice that there is not, and BadRequest for text that nobody typed: too long, or
    not even text. Parameters that the list doesn't know are left to whoever put them there.
    """
    text = " ".join(_read_text(parameters.get("q", "")).split())
    chosen = {}
    for facet in facets:
        wanted = {key for key in parameters.getlist(facet.name) if key}
        keys = tuple(key for key, _label in facet.options if key in wanted)
        if len(keys) != len(wanted):
            raise Http404(f"The list cannot be narrowed by {facet.name} like that.")
        if keys:
            chosen[facet.name] = keys
    sort = parameters.get("sort") or (BEST_MATCH if text else A_TO_Z)
    if sort not in sort_orders():
        raise Http404("The list has no such order.")
    if sort == BEST_MATCH and not text:
        sort = A_TO_Z
    return ListState(text, chosen, sort, _read_page(parameters.get("page", "1")))


def _read_text(text: str) -> str:
    if "\0" in text or "\ufffd" in text:
        raise BadRequest("The search holds bytes that are not text.")
    if len(text) > MAX_TEXT_LENGTH:
        raise BadRequest(f"A search is at most {MAX_TEXT_LENGTH} letters long.")
    return text


def _read_page(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 7 and int(text) > 0):
        raise Http404("There is no such page.")
    return int(text)
