"""Suggestions for the search field, while somebody is still typing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Q

from careers.models.search import SearchTitle
from careers.search.codes import code_keys
from careers.search.engine import find
from careers.search.words import fold

MAX_SUGGESTIONS = 8
MIN_LENGTH = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A career; ``also`` is the other name by which it was found, empty where its title is the reason."""

    slug: str
    title: str
    also: str


def suggestions(text: str) -> list[Suggestion]:
    """At most eight careers: titles and other names that begin with ``text``, then what a search finds."""
    folded = fold(text)
    if len(folded) < MIN_LENGTH:
        return []
    by_slug: dict[str, Suggestion] = {}
    if not code_keys(text):
        _add(by_slug, _beginning_with(folded))
    if len(by_slug) < MAX_SUGGESTIONS:
        ranked = find(text).ranked[:MAX_SUGGESTIONS]
        _add(by_slug, (Suggestion(career.slug, career.title, "") for career in ranked))
    return list(by_slug.values())[:MAX_SUGGESTIONS]


def _beginning_with(folded: str) -> Iterable[Suggestion]:
    """Titles first, then other names; of each those with more jobs first."""
    kind = SearchTitle.Kind
    inside = Q(kind=kind.MAIN, folded__contains=f" {folded}")
    rows = (
        SearchTitle.objects.filter(Q(folded__startswith=folded) | inside)
        .exclude(kind__in=[kind.CODE, kind.CREDENTIAL])
        .order_by("kind", F("subject__jobs").desc(nulls_last=True), "folded")
    )
    columns = ("kind", "title", "subject__slug", "subject__title")
    for name_kind, title, slug, page in rows.values_list(*columns)[: 5 * MAX_SUGGESTIONS]:
        yield Suggestion(slug, page, "" if name_kind == kind.MAIN else title)


def _add(by_slug: dict[str, Suggestion], more: Iterable[Suggestion]) -> None:
    for suggestion in more:
        by_slug.setdefault(suggestion.slug, suggestion)
