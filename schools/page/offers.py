"""The programs of a school by field, with how many finish and where they lead."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from careers.models import Release
from schools.levels import AwardLevel, in_order
from schools.models import CipCode, Program
from schools.page.careers import CareerLink, careers_of, main_careers

MAX_CAREERS = 3


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many finished at one award level in the newest year, and the year before where it is known."""

    label: str
    completions: int
    before: int | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A program as a school teaches it. ``more_careers`` counts those that are not shown."""

    code: str
    title: str
    levels: list[LevelCount]
    careers: list[CareerLink]
    more_careers: int

    @property
    def completions(self) -> int:
        return sum(level.completions for level in self.levels)

    @property
    def nobody_finished(self) -> bool:
        """Neither in the newest year nor in the one before."""
        return all(level.completions == 0 and level.before in (0, None) for level in self.levels)


@dataclass(frozen=True, slots=True)
class ProgramField:
    """A family of programs, as in “Health professions”."""

    code: str
    title: str
    offers: list[Offer]


def fields_of(programs: Iterable[Program], newest: Release | None) -> list[ProgramField]:
    """Programs of one school, of the newest and the year before, as fields with most who finish first.

    ``programs`` come with their ``cip``. Two queries: careers and names of families.
    """
    if newest is None:
        return []
    counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
    before: dict[tuple[str, int], int] = {}
    titles: dict[str, str] = {}
    for program in programs:
        titles[program.cip_id] = program.cip.title
        if program.release_id == newest.pk:
            counts[program.cip_id][program.award_level] = program.completions
        else:
            before[(program.cip_id, program.award_level)] = program.completions
    careers = careers_of(counts)
    by_family: defaultdict[str, list[Offer]] = defaultdict(list)
    for code, levels in counts.items():
        shown = [
            LevelCount(str(AwardLevel(level).label), levels[level], before.get((code, int(level))))
            for level in in_order(set(levels))
        ]
        links = main_careers(careers.get(code, []))
        offer = Offer(code, titles[code], shown, links[:MAX_CAREERS], max(0, len(links) - MAX_CAREERS))
        by_family[code[:2]].append(offer)
    names = dict(CipCode.objects.filter(pk__in=by_family).values_list("code", "title"))
    fields = [
        ProgramField(
            code, names.get(code, code), sorted(offers, key=lambda offer: (-offer.completions, offer.title))
        )
        for code, offers in by_family.items()
    ]
    return sorted(fields, key=lambda field: (-sum(offer.completions for offer in field.offers), field.title))
