"""Every title from A to Z: those of pages, and the other names that lead to them."""

import string

from django.db.models import QuerySet

from careers.models.search import SearchTitle

LETTERS = string.ascii_lowercase


def titles(letter: str) -> QuerySet[SearchTitle]:
    """The names that begin with ``letter``, in their order, with the page that each leads to."""
    kinds = (SearchTitle.Kind.MAIN, SearchTitle.Kind.OTHER)
    return (
        SearchTitle.objects.filter(kind__in=kinds, folded__startswith=letter)
        .select_related("subject")
        .only("title", "kind", "folded", "subject__slug", "subject__title")
        .order_by("folded", "subject__title", "pk")
    )
