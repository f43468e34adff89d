"""Two to four careers side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.compare import LETTERS, MAX_COMPARED
from careers.compare.cards import comparison_address
from careers.compare.skills import compare_skills
from careers.compare.table import compare_table
from careers.models import Version
from careers.public.careers import PublicCareer, find_careers, public_once
from careers.public.outcomes import Gone
from careers.public.responses import gone_page
from careers.search.results import search
from careers.web import query_params
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, render_public

CHOICES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Column:
    """One career under its letter; ``without`` is the address of the comparison without it."""

    letter: str
    career: PublicCareer
    without: str


@dataclass(frozen=True, slots=True)
class CompareChoice:
    """A career that a search found; ``address`` is the comparison with it."""

    title: str
    summary: str
    address: str


@require_safe
@public_page(params=("c", "q", "swap"), repeated=("c",))
def career_compare(request: HttpRequest) -> PublicPage:
    """The careers named by ``c``; ``q`` searches for one more, or for one in place of that at ``swap``."""
    now = timezone.now()
    slugs = query_params.texts(request, "c", most=MAX_COMPARED)
    answers = find_careers(slugs, now=now)
    gone = next((answer for answer in answers.values() if isinstance(answer, Gone)), None)
    if len(answers) < len(slugs):
        raise Http404
    if gone is not None:
        return gone_page(request, gone)
    careers = public_once(answers.values())
    shown, left_out = careers[:MAX_COMPARED], careers[MAX_COMPARED:]
    chosen = [career.slug for career in shown]
    swap, words = query_params.text(request, "swap"), query_params.text(request, "q")
    context = {
        "columns": _columns(shown),
        "left_out": left_out,
        "table": compare_table(shown) if len(shown) > 1 else None,
        "skills": compare_skills(shown) if len(shown) > 1 else None,
        "is_full": len(shown) == MAX_COMPARED,
        "swap": swap if swap in chosen else "",
        "words": words,
        "choices": _choices(words, chosen, swap) if words else [],
    }
    until = Version.objects.next_change_at(now)
    return render_public(request, "compare/compare.html", context, until=until)


def _columns(careers: Sequence[PublicCareer]) -> list[Column]:
    slugs = [career.slug for career in careers]
    return [
        Column(letter, career, comparison_address([slug for slug in slugs if slug != career.slug]))
        for letter, career in zip(LETTERS, careers, strict=False)
    ]


def _choices(words: str, chosen: Sequence[str], swap: str) -> list[CompareChoice]:
    """What the words find that is not there yet, each with the address that adds it or swaps it in."""
    if swap not in chosen and len(chosen) == MAX_COMPARED:
        return []
    hits = [hit for hit in search(words, limit=CHOICES_SHOWN + MAX_COMPARED).items if hit.slug not in chosen]
    return [
        CompareChoice(
            hit.title,
            hit.summary,
            comparison_address([hit.slug if slug == swap else slug for slug in chosen])
            if swap in chosen
            else comparison_address([*chosen, hit.slug]),
        )
        for hit in hits[:CHOICES_SHOWN]
    ]
