"""What a search answers, as documents: for pages, the API and tests."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from careers.documents.summary import CareerLine
from careers.models.search import SearchSubject
from careers.search.engine import Scored, SearchResults, find
from careers.search.why import Why, explain


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit(CareerLine):
    """One career found. ``why`` is empty where its title says it; ``score`` has no unit, more is better."""

    onet: str
    soc: str
    score: float
    why: Why | None


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, best first. ``searched_for`` is the text that was meant, where a word was not known."""

    text: str
    items: list[Hit]
    total: int
    searched_for: str


def search(text: str, *, limit: int = 20, offset: int = 0, within: Container[str] | None = None) -> Results:
    """Careers that answer ``text``. ``within`` restricts them to pages with these O*NET-SOC codes."""
    found = find(text)
    ranked = [each for each in found.ranked if within is None or each.onet in within]
    page = ranked[offset : offset + limit]
    return Results(text, hits(found, page), len(ranked), found.searched_for)


def hits(found: SearchResults, page: Sequence[Scored]) -> list[Hit]:
    """The hits of one page of what was found, with why each is there."""
    whys = _whys(found, page)
    return [
        Hit(
            slug=each.slug,
            title=each.title,
            onet=each.onet,
            soc=each.onet[:7],
            summary=each.summary,
            score=round(each.score, 3),
            why=whys.get(each.number),
        )
        for each in page
    ]


def _whys(found: SearchResults, page: Sequence[Scored]) -> dict[int, Why]:
    if found.is_code:
        return {each.number: Why("code", found.text.strip()) for each in page}
    titles = SearchSubject.objects.filter(number__in=[each.number for each in page])
    return explain(found.slots, dict(titles.values_list("number", "title_terms")))
