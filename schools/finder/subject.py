"""What is looked for: a program, the programs that lead to a career, or those that some words name."""

import re
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext as _

from careers.models import Address, SheetRecord
from careers.search.engine import find
from schools.models import CipChange, CipCode, Listing

CODE = re.compile(r"\d\d(\.\d\d(\d\d)?)?")
MAX_CAREERS = 5
CLOSE = 0.75  # of the best answer's score: what is further off was not meant
MAX_PROGRAMS = 8


@dataclass(frozen=True, slots=True)
class ProgramMatch:
    """``programs`` are the CIP codes that are looked for: None for any, empty where the words name none.

    ``is_by_name``: the words are a part of schools' names.
    """

    title: str = ""
    programs: list[str] | None = None
    careers: list[SheetRecord] = field(default_factory=list)
    narrower: list[CipCode] = field(default_factory=list)
    career_slug: str = ""
    is_by_name: bool = False
    is_unknown: bool = False


def find_subject(*, program: str = "", career: str = "", words: str = "") -> ProgramMatch:
    """The programs behind a CIP code, a career's slug, or a visitor's words; the first that is given
    decides.
    """
    if program:
        return _of_program(program)
    if career:
        return _of_career(career)
    return _of_words(words) if words else ProgramMatch()


def current_code(code: str) -> str:
    """The code in use today for ``code``, which an older edition may have called so."""
    if CipCode.objects.programs().filter(pk=code).exists():
        return code
    change = CipChange.objects.current().filter(old_code=code).order_by("-old_edition").first()
    return change.new_id if change else code


def _of_program(code: str) -> ProgramMatch:
    """``code`` is a program, a group or a family of them, or several with commas between."""
    codes = code.split(",")[:MAX_PROGRAMS]
    if not all(CODE.fullmatch(each) for each in codes):
        return ProgramMatch(is_unknown=True, programs=[])
    rule = reduce(or_, (Q(pk__startswith=each) for each in codes))
    programs = list(CipCode.objects.programs().filter(rule))
    titles = list(CipCode.objects.filter(pk__in=codes).values_list("title", flat=True))
    if not programs or not titles:
        return ProgramMatch(is_unknown=True, programs=[])
    return ProgramMatch("; ".join(titles), [program.code for program in programs])


def _of_career(slug: str) -> ProgramMatch:
    address = Address.objects.select_related("occupation__sheet").filter(slug=slug).first()
    if address is None or address.occupation is None:
        return ProgramMatch(is_unknown=True, programs=[])
    occupation = address.occupation
    programs = list(CipCode.objects.for_occupation(occupation))
    return ProgramMatch(
        occupation.title,
        [program.code for program in programs],
        narrower=programs,
        career_slug=slug,
    )


def _of_words(words: str) -> ProgramMatch:
    """Programs that have all the words in their name; else schools that do; else what leads to such
    careers.
    """
    found = find(words)
    best = found.ranked[0].score if found.ranked else 0
    near = [each.onet for each in found.ranked[:MAX_CAREERS] if each.score >= CLOSE * best]
    sheets = SheetRecord.objects.select_related("occupation").in_bulk(near)
    careers = [sheets[onet] for onet in dict.fromkeys(near) if onet in sheets]
    title = _("“%(words)s”") % {"words": words}
    programs = list(CipCode.objects.titled(words))
    if not programs and Listing.objects.named(words).exists():
        return ProgramMatch(title, is_by_name=True)
    if not programs:
        programs = list(CipCode.objects.for_soc(*{sheet.occupation.soc_id for sheet in careers}))
    return ProgramMatch(title, [program.code for program in programs], careers, programs)
