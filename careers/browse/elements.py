"""Careers by a skill, a kind of knowledge, an ability or a work style, from the agency's ratings."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Max, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from careers.models import Domain, Element, Rating, Release

IMPORTANT = 3.0


@dataclass(frozen=True, slots=True)
class DomainWords:
    """``path`` stands in addresses; ``source`` names the agency's table."""

    domain: str
    path: str
    source: str
    name: Promise
    hint: Promise


DOMAINS = (
    DomainWords(Domain.SKILLS, "skills", "onet-skills", _("Skills"), _("What you do well, from practice")),
    DomainWords(
        Domain.KNOWLEDGE, "knowledge", "onet-knowledge", _("Knowledge"), _("Subjects you know about")
    ),
    DomainWords(
        Domain.ABILITIES,
        "abilities",
        "onet-abilities",
        _("Abilities"),
        _("What your mind and body can do"),
    ),
    DomainWords(
        Domain.WORK_STYLES,
        "work-styles",
        "onet-work-styles",
        _("Ways of working"),
        _("How people who do well here work"),
    ),
)
BY_DOMAIN = {words.domain: words for words in DOMAINS}


def ratings() -> QuerySet[Rating]:
    """The ratings that say that an element matters, of the newest release of each table.

    Importance of 3 of 5 or more; of work styles those that set an occupation apart, which the agency ranks
    from 1, and in older releases, which have no rank, those of importance 3 or more. What the agency advises
    against using is left out.
    """
    releases = Release.objects.filter(source__in=[words.source for words in DOMAINS])
    is_style = Q(element__domain=Domain.WORK_STYLES)
    return Rating.objects.filter(
        ~is_style & Q(importance__gte=IMPORTANT, is_not_relevant=False)
        | is_style & (Q(importance__gt=0, level__gt=0) | Q(importance__gte=IMPORTANT)),
        release__in=[release.pk for release in releases.newest_of_each_source()],
        is_importance_suppressed=False,
        is_vanished=False,
        occupation__is_vanished=False,
        occupation__sheet__isnull=False,
    )


def elements_with_counts() -> list[tuple[DomainWords, list[tuple[Element, int]]]]:
    """Every element that matters somewhere, by domain, with the number of occupations. Three queries."""
    counts = dict(ratings().values_list("element").annotate(count=Count("occupation", distinct=True)))
    elements = Element.objects.in_bulk(list(counts))
    return [
        (words, sorted(_of(words, elements.values(), counts), key=lambda pair: pair[0].name))
        for words in DOMAINS
    ]


def _of(words: DomainWords, elements: Iterable[Element], counts: dict[int, int]) -> list[tuple[Element, int]]:
    return [(element, counts[element.pk]) for element in elements if element.domain == words.domain]


def codes_by_importance(elements: Iterable[Element]) -> list[str]:
    """The O*NET-SOC codes in whose work any of ``elements`` matters, where it matters most first."""
    found = (
        ratings()
        .filter(element__in=list(elements))
        .values("occupation")
        .annotate(most=Max("importance"), level_most=Max("level"))
        .order_by(F("most").desc(), F("level_most").desc(nulls_last=True), "occupation__title")
    )
    return list(found.values_list("occupation", flat=True))
