"""What the skills and knowledge of careers share, and what a move from one to another asks.

From the agency's ratings of every skill and kind of knowledge: importance from 1 to 5, level from 0 to 7. An
element counts for a career where its importance is 3 ("important") or more. In a move it carries over where
it counts in both careers and the new one asks for less than one level more; it is new where the new career
asks for at least one level more, or where it does not count in the old career at all. One level is the
distance at which the agency's own anchors describe a different task.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from careers.models import Domain, Rating, Release
from careers.public.careers import PublicCareer
from careers.reference import sources
from careers.reference.rating_domains import IMPORTANT

MORE = 1.0  # levels
SHOWN = 6
SOURCES = (sources.ONET_SKILLS, sources.ONET_KNOWLEDGE)


@dataclass(frozen=True, slots=True)
class ComparedElement:
    """A skill or kind of knowledge as one career asks for it."""

    name: str
    slug: str
    domain: str
    importance: float
    level: float | None

    @property
    def counts(self) -> bool:
        return self.importance >= IMPORTANT


Elements = Mapping[str, ComparedElement]


@dataclass(frozen=True, slots=True)
class Move:
    """From one career to another, the most important in the new career first.

    ``more`` are the skills of which the new career asks for a higher level.
    """

    from_title: str
    to_title: str
    carries_over: tuple[ComparedElement, ...]
    more: tuple[ComparedElement, ...]
    new: tuple[ComparedElement, ...]


@dataclass(frozen=True, slots=True)
class Skills:
    """``shared`` counts in all careers that are rated, ``only`` in one of them alone."""

    shared: tuple[ComparedElement, ...]
    only: tuple[tuple[ComparedElement, ...], ...]
    moves: tuple[Move, ...]
    unrated: tuple[str, ...]
    credits: tuple[str, ...]


def read_elements(codes: Sequence[str]) -> tuple[dict[str, dict[str, ComparedElement]], list[Release]]:
    """The rated elements of each O*NET-SOC code, by their slugs, and where they are from; in two queries."""
    releases = list(Release.objects.newest(*SOURCES))
    rows = (
        Rating.objects.current()
        .filter(
            release__in=releases,
            occupation__in=codes,
            importance__gt=0,
            is_importance_suppressed=False,
            element__domain__in=(Domain.SKILLS, Domain.KNOWLEDGE),
        )
        .values_list(
            "occupation",
            "element__slug",
            "element__name",
            "element__domain",
            "importance",
            "level",
            "is_level_suppressed",
        )
    )
    elements: dict[str, dict[str, ComparedElement]] = defaultdict(dict)
    for code, slug, name, domain, importance, level, is_suppressed in rows:
        rating = float(importance or 0), None if level is None or is_suppressed else float(level)
        elements[code][f"{domain}/{slug}"] = ComparedElement(name, slug, domain, *rating)
    return elements, releases


def compare_skills(careers: Sequence[PublicCareer]) -> Skills:
    """What the skills of ``careers`` have in common, and what moves between the careers ask."""
    elements, releases = read_elements([career.sheet.onet for career in careers])
    rated = [elements.get(career.sheet.onet, {}) for career in careers]
    counting = [{key for key, element in own.items() if element.counts} for own in rated]
    with_ratings = [keys for keys, own in zip(counting, rated, strict=True) if own]
    common = set.intersection(*with_ratings) if len(with_ratings) > 1 else set()
    places = [place for place, own in enumerate(rated) if own]
    return Skills(
        shared=_most_important(rated[places[0]], common) if places else (),
        only=tuple(
            _most_important(rated[place], counting[place] - _others(counting, place))
            for place in range(len(careers))
        ),
        moves=tuple(
            _move(careers, rated, old, new)
            for old, new in permutations(places, 2)
            if careers[old].sheet.onet != careers[new].sheet.onet
        ),
        unrated=tuple(career.title for career, own in zip(careers, rated, strict=True) if not own),
        credits=tuple(dict.fromkeys(release.credit_line for release in releases)) if places else (),
    )


def _others(counting: Sequence[set[str]], place: int) -> set[str]:
    return set().union(*(keys for other, keys in enumerate(counting) if other != place))


def _most_important(elements: Elements, keys: set[str]) -> tuple[ComparedElement, ...]:
    chosen = sorted((elements[key] for key in keys), key=lambda element: (-element.importance, element.name))
    return tuple(chosen[:SHOWN])


def _move(careers: Sequence[PublicCareer], rated: Sequence[Elements], old: int, new: int) -> Move:
    before, after = rated[old], rated[new]
    needed = {key for key, element in after.items() if element.counts}
    kept = {key for key in needed if key in before and before[key].counts}
    more = {key for key in kept if _asks_more(before[key], after[key])}
    return Move(
        careers[old].title,
        careers[new].title,
        carries_over=_most_important(after, kept - more),
        more=_most_important(after, more),
        new=_most_important(after, needed - kept),
    )


def _asks_more(before: ComparedElement, after: ComparedElement) -> bool:
    """Where a level is not known, nothing is said to be more."""
    return before.level is not None and after.level is not None and after.level - before.level >= MORE
