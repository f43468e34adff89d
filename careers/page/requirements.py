"""The chapter on what the work asks of people: ratings, interests, software."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.charts import Bar, bars
from careers.documents.sheet import Interests, Rated, RatedGroup, Sheet, Technology, TechnologyGroup
from careers.page.missing_figures import MissingFigures, missing_figures
from careers.page.sources import SourceLine, Sources
from careers.reference.interest_types import BY_LETTER, INTEREST_TYPES
from careers.reference.rating_domains import BY_KEY, IMPORTANT

_MAX_SHOWN = 6
_MIN_SHOWN = 3
_TOP_INTEREST = 7


@dataclass(frozen=True, slots=True)
class RatedList:
    """``path`` is the part of addresses under which each item has a page of more careers."""

    path: str
    title: str
    hint: str
    items: tuple[Rated, ...]


@dataclass(frozen=True, slots=True)
class RatedInterest:
    name: str
    likes: str
    score: str
    bar: Bar | None
    is_strong: bool


@dataclass(frozen=True, slots=True)
class InterestsPart:
    title: str
    code: str
    rows: tuple[RatedInterest, ...]
    source: SourceLine


@dataclass(frozen=True, slots=True)
class SoftwareRow:
    category: str
    examples: str
    is_in_demand: bool


@dataclass(frozen=True, slots=True)
class Software:
    rows: tuple[SoftwareRow, ...]
    has_in_demand: bool
    source: SourceLine


@dataclass(frozen=True, slots=True)
class RequirementsChapter:
    """``missing_figures`` says why there are no ratings; interests and software may be there all the same."""

    missing_figures: MissingFigures | None = None
    lists: tuple[RatedList, ...] = ()
    lists_source: SourceLine | None = None
    interests: InterestsPart | None = None
    software: Software | None = None

    @property
    def has_something(self) -> bool:
        return bool(self.missing_figures or self.lists or self.interests or self.software)


def requirements_chapter(sheet: Sheet, sources: Sources) -> RequirementsChapter:
    """The chapter for ``sheet``."""
    lists = _lists(sheet)
    first = next((g for g in (sheet.skills, sheet.knowledge, sheet.abilities, sheet.work_styles) if g), None)
    return RequirementsChapter(
        missing_figures=missing_figures(sheet, "ratings")
        if not lists and "ratings" in sheet.missing
        else None,
        lists=lists,
        lists_source=sources.line(first.release) if first and lists else None,
        interests=_interests(sheet.interests, sources) if sheet.interests else None,
        software=_software(sheet.technology, sources) if sheet.technology else None,
    )


def _lists(sheet: Sheet) -> tuple[RatedList, ...]:
    items_by_domain = {
        "skills": _important(sheet.skills),
        "knowledge": _important(sheet.knowledge),
        "abilities": _important(sheet.abilities),
        "work_styles": _first(sheet.work_styles),
    }
    return tuple(
        RatedList(BY_KEY[key].path, str(BY_KEY[key].name), str(BY_KEY[key].hint), items)
        for key, items in items_by_domain.items()
        if items
    )


def _important(group: RatedGroup | None) -> tuple[Rated, ...]:
    """What the agency's panel calls important or more, but three at least and six at most."""
    if group is None:
        return ()
    important = sum((item.importance or 0) >= IMPORTANT for item in group.items)
    return tuple(group.items[: max(_MIN_SHOWN, min(_MAX_SHOWN, important))])


def _first(group: RatedGroup | None) -> tuple[Rated, ...]:
    return tuple(group.items[:_MAX_SHOWN]) if group else ()


def _interests(interests: Interests, sources: Sources) -> InterestsPart:
    scored = sorted(
        ((getattr(interests, kind.field), kind) for kind in INTEREST_TYPES), key=lambda pair: -pair[0]
    )
    geometry = bars([score - 1 for score, _kind in scored], top=_TOP_INTEREST - 1)
    return InterestsPart(
        title=_interests_title(interests.code),
        code=interests.code,
        rows=tuple(
            RatedInterest(str(kind.name), str(kind.likes), f"{score:.1f}", bar, kind.letter in interests.code)
            for (score, kind), bar in zip(scored, geometry.bars, strict=True)
        ),
        source=sources.line(interests.release),
    )


def _interests_title(code: str) -> str:
    names = [str(BY_LETTER[letter].name) for letter in code if letter in BY_LETTER]
    if not names:
        return _("Interests that fit")
    words = dict(zip(("first", "second", "third"), names, strict=False))
    if len(names) == 1:
        return _("Fits people who are %(first)s") % words
    if len(names) == 2:
        return _("Fits people who are %(first)s, then %(second)s") % words
    return _("Fits people who are %(first)s, then %(second)s and %(third)s") % words


def _software(group: TechnologyGroup, sources: Sources) -> Software | None:
    if not group.categories:
        return None
    rows = tuple(SoftwareRow(c.category, _examples(c), c.is_in_demand) for c in group.categories)
    return Software(rows, any(row.is_in_demand for row in rows), sources.line(group.release))


def _examples(category: Technology) -> str:
    names: Sequence[str] = category.examples
    more = category.count - len(names)
    words = {"names": ", ".join(names), "count": more}
    return _("%(names)s and %(count)s more") % words if more > 0 else ", ".join(names)
