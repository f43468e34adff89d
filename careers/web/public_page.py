"""How a view declares which query parameters its page depends on.

The declaration stands at the view and nowhere else. From it the page cache learns that the page may be kept
and by what, and views learn the one order in which parameters stand in an address.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest

View = TypeVar("View", bound=Callable[..., Any])

#: Added to links by mail programs, search engines and social networks; no page of ours reads them.
TRACKING = re.compile(r"(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|_ga|_gl)")

_ATTRIBUTE = "page_params"


@dataclass(frozen=True, slots=True)
class PageParams:
    """The parameters a page reads, in the order in which its address names them.

    Those in ``repeated`` may stand in the address several times, and keep their order among each other.
    """

    names: tuple[str, ...] = ()
    repeated: frozenset[str] = frozenset()

    def pairs(self, query: str) -> list[tuple[str, str]] | None:
        """The names and values of ``query`` in the declared order, without tracking parameters.

        None where ``query`` has a parameter that is not declared, or one twice that may stand there once.
        """
        pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if not TRACKING.fullmatch(pair[0])]
        places = {name: place for place, name in enumerate(self.names)}
        names = [name for name, _value in pairs]
        single = [name for name in names if name not in self.repeated]
        if len(set(single)) != len(single) or not places.keys() >= set(names):
            return None
        return sorted(pairs, key=lambda pair: places[pair[0]])

    def canonical(self, query: str) -> str | None:
        """``query`` as the page cache and the view both see it; None as for ``pairs``."""
        pairs = self.pairs(query) if query else []
        return None if pairs is None else urlencode(pairs)


def public_page(*, params: Iterable[str] = (), repeated: Iterable[str] = ()) -> Callable[[View], View]:
    """Declare that a view's page is the same bytes for every reader and depends on ``params`` alone.

    A page with a form that carries a token, or with anything of one reader's own, must not be declared.
    """
    return declare(PageParams(tuple(params), frozenset(repeated)))


def declare(params: PageParams) -> Callable[[View], View]:
    """The same for parameters that are at hand already."""

    def mark(view: View) -> View:
        setattr(view, _ATTRIBUTE, params)
        return view

    return mark


def page_params(view: Callable[..., Any]) -> PageParams | None:
    """What ``view`` declares; None where it is not declared as a public page."""
    params: PageParams | None = getattr(view, _ATTRIBUTE, None)
    return params


def canonical_query(request: HttpRequest) -> str | None:
    """The query of ``request`` as the page cache would hand it to its view.

    A view that redirects to its one address compares with this and not with the raw query: the order of
    parameters then never causes a redirect. None where the query has what the view does not declare.
    """
    params = page_params(request.resolver_match.func) if request.resolver_match else None
    return params.canonical(request.META.get("QUERY_STRING", "")) if params else None
