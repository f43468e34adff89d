"""What is looked for: a program, the programs that lead to a career, or those that some words name."""

import re
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext as _

from careers.models import Address, OtherTitle, Sheet
from schools.models import CipChange, CipCode

CODE = re.compile(r"\d\d(\.\d\d(\d\d)?)?")
MOST_CAREERS = 6
MOST_PROGRAMS = 8


@dataclass(frozen=True, slots=True)
class Subject:
    """``programs`` are the CIP codes that are looked for: None for any, empty where the words name none."""

    title: str = ""
    programs: list[str] | None = None
    careers: list[Sheet] = field(default_factory=list)
    narrower: list[CipCode] = field(default_factory=list)
    career_slug: str = ""
    is_unknown: bool = False


def find_subject(*, program: str = "", career: str = "", words: str = "") -> Subject:
    """The programs behind a CIP code, a career's slug, or a visitor's words; the first that is given
    decides.
    """
    if program:
        return _of_program(program)
    if career:
        return _of_career(career)
    return _of_words(words) if words else Subject()


def current_code(code: str) -> str:
    """The code in use today for ``code``, which an older edition may have called so."""
    if CipCode.objects.programs().filter(pk=code).exists():
        return code
    change = CipChange.objects.filter(old_code=code, is_vanished=False).order_by("-old_edition").first()
    return change.new_id if change else code


def _of_program(code: str) -> Subject:
    """``code`` is a program, a group or a family of them, or several with commas between."""
    codes = code.split(",")[:MOST_PROGRAMS]
    if not all(CODE.fullmatch(each) for each in codes):
        return Subject(is_unknown=True, programs=[])
    rule = reduce(or_, (Q(pk__startswith=each) for each in codes))
    programs = list(CipCode.objects.programs().filter(rule))
    titles = list(CipCode.objects.filter(pk__in=codes).values_list("title", flat=True))
    if not programs or not titles:
        return Subject(is_unknown=True, programs=[])
    return Subject("; ".join(titles), [program.code for program in programs])


def _of_career(slug: str) -> Subject:
    address = Address.objects.select_related("occupation__sheet").filter(slug=slug).first()
    if address is None or address.occupation is None:
        return Subject(is_unknown=True, programs=[])
    occupation = address.occupation
    programs = list(CipCode.objects.for_occupation(occupation))
    return Subject(
        occupation.title,
        [program.code for program in programs],
        narrower=programs,
        career_slug=slug,
    )


def _of_words(words: str) -> Subject:
    """Programs that have all the words in their name, and those that lead to a career that has."""
    careers = _careers(words)
    named = CipCode.objects.titled(words)
    led = CipCode.objects.for_soc(*{sheet.occupation.soc_id for sheet in careers})
    programs = sorted({*named, *led}, key=lambda program: (program not in set(named), program.code))
    title = _("“%(words)s”") % {"words": words}
    return Subject(title, [program.code for program in programs], careers[:MOST_CAREERS], programs)


def _careers(words: str) -> list[Sheet]:
    sheets = Sheet.objects.filter(occupation__is_vanished=False).select_related("occupation")
    titled = sheets.all()
    for word in words.split():
        titled = titled.filter(title__icontains=word)
    others = OtherTitle.objects.filter(title__iexact=words, is_vanished=False).values("occupation")
    return list(titled.union(sheets.filter(occupation__in=others)).order_by("title"))
