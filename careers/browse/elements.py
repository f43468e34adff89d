"""Careers by a skill, a kind of knowledge, an ability or a work style, from the agency's ratings."""

from collections.abc import Iterable

from django.db.models import Count, F, Max, Q, QuerySet

from careers.models import Domain, Element, Rating, Release
from careers.reference.rating_domains import IMPORTANT, RATING_DOMAINS, RatingDomain


def ratings() -> QuerySet[Rating]:
    """The ratings that say that an element matters, of the newest release of each table.

    Importance of 3 of 5 or more; of work styles those that set an occupation apart, which the agency ranks
    from 1, and in older releases, which have no rank, those of importance 3 or more. What the agency advises
    against using is left out.
    """
    releases = Release.objects.newest(*(domain.source for domain in RATING_DOMAINS))
    is_style = Q(element__domain=Domain.WORK_STYLES)
    return Rating.objects.current().filter(
        ~is_style & Q(importance__gte=IMPORTANT, is_not_relevant=False)
        | is_style & (Q(importance__gt=0, level__gt=0) | Q(importance__gte=IMPORTANT)),
        release__in=[release.pk for release in releases],
        is_importance_suppressed=False,
        occupation__is_vanished=False,
        occupation__sheet__isnull=False,
    )


def elements_with_counts() -> list[tuple[RatingDomain, list[tuple[Element, int]]]]:
    """Every element that matters somewhere, by domain, with the number of occupations. Three queries."""
    counts = dict(ratings().values_list("element").annotate(count=Count("occupation", distinct=True)))
    elements = Element.objects.in_bulk(list(counts))
    return [
        (domain, sorted(_of(domain, elements.values(), counts), key=lambda pair: pair[0].name))
        for domain in RATING_DOMAINS
    ]


def _of(
    domain: RatingDomain, elements: Iterable[Element], counts: dict[int, int]
) -> list[tuple[Element, int]]:
    return [(element, counts[element.pk]) for element in elements if element.domain == domain.key]


def codes_by_importance(elements: Iterable[Element]) -> list[str]:
    """The O*NET-SOC codes in whose work any of ``elements`` matters, where it matters most first."""
    occupations = (
        ratings()
        .filter(element__in=list(elements))
        .values("occupation")
        .annotate(most=Max("importance"), level_most=Max("level"))
        .order_by(F("most").desc(), F("level_most").desc(nulls_last=True), "occupation__title")
    )
    return list(occupations.values_list("occupation", flat=True))
