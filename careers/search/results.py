"""Search results as documents for pages and the API."""

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
    outcome = find(text)
    ranked = [career for career in outcome.ranked if within is None or career.onet in within]
    page = ranked[offset : offset + limit]
    return Results(text, hits(outcome, page), len(ranked), outcome.searched_for)


def hits(outcome: SearchResults, page: Sequence[Scored]) -> list[Hit]:
    """The hits of one ``page`` of the results, each with the reason why it is there."""
    whys = _whys(outcome, page)
    return [
        Hit(
            slug=career.slug,
            title=career.title,
            onet=career.onet,
            soc=career.onet[:7],
            summary=career.summary,
            score=round(career.score, 3),
            why=whys.get(career.number),
        )
        for career in page
    ]


def _whys(outcome: SearchResults, page: Sequence[Scored]) -> dict[int, Why]:
    if outcome.is_code:
        return {career.number: Why("code", outcome.text.strip()) for career in page}
    titles = SearchSubject.objects.filter(number__in=[career.number for career in page])
    return explain(outcome.slots, dict(titles.values_list("number", "title_terms")))
