"""Careers by the kind of software they use, as the agency lists it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.text import slugify

from careers.models import Release, TechnologyUse
from careers.reference import sources

EXAMPLES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of software. Its slug is made of its name, which the agency keeps from release to release."""

    name: str
    slug: str
    count: int


def uses() -> QuerySet[TechnologyUse]:
    release = Release.objects.newest(sources.ONET_TECHNOLOGY).first()
    return TechnologyUse.objects.current().filter(
        release=release,
        occupation__is_vanished=False,
        occupation__sheet__isnull=False,
    )


def categories() -> list[Category]:
    """All kinds from A to Z with the number of occupations that use them. Two queries."""
    counts = uses().values_list("category").annotate(count=Count("occupation", distinct=True))
    return [Category(name, slugify(name), count) for name, count in counts.order_by("category")]


def codes_using(category: Category) -> dict[str, str]:
    """By O*NET-SOC code the products named most; where job ads ask for one of them first. Two queries."""
    rows = (
        uses()
        .filter(category=category.name)
        .order_by("-is_in_demand", "-is_hot", "example")
        .values_list("occupation", "example", "is_in_demand", "occupation__title")
    )
    examples: dict[str, list[str]] = defaultdict(list)
    order: dict[str, tuple[bool, str]] = {}
    for code, example, is_in_demand, title in rows:
        examples[code].append(example)
        order.setdefault(code, (not is_in_demand, title))
    return {
        code: ", ".join(dict.fromkeys(examples[code][:EXAMPLES_SHOWN]))
        for code in sorted(examples, key=lambda code: order[code])
    }
