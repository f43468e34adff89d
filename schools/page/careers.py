"""The careers that programs lead to, with their pay."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from careers.formatting.numbers import money
from careers.models import SheetRecord
from schools.models import CipSoc

TEACHING = "25-1"  # those who teach a subject at a college: the crosswalk adds them to nearly every program


@dataclass(frozen=True, slots=True)
class CareerLink:
    """A career's address, name and median pay in words.

    ``pay`` is empty where none is published by the year, or only for a wider group than this career.
    ``is_teaching`` is for those who teach the subject at a college, ``is_part`` for branches of a career.
    """

    slug: str
    title: str
    pay: str
    is_teaching: bool = False
    is_part: bool = False


def careers_of(programs: Iterable[str]) -> dict[str, list[CareerLink]]:
    """The careers that each of ``programs`` (CIP codes) leads to, those with most yearly openings first.

    Teachers of the subject come last. One query.
    """
    pairs = (
        CipSoc.objects.newest()
        .filter(cip__in=set(programs), soc__occupations__sheet__isnull=False)
        .filter(soc__occupations__is_vanished=False)
        .values_list("cip", "soc", "soc__occupations__code", "soc__occupations__sheet")
    )
    by_program: defaultdict[str, list[str]] = defaultdict(list)
    for program, _soc, onet, _sheet in pairs:
        by_program[program].append(onet)
    wanted = {onet for codes in by_program.values() for onet in codes}
    sheets = {
        sheet["pk"]: sheet
        for sheet in SheetRecord.objects.filter(pk__in=wanted).values(
            "pk", "slug", "title", "annual_median", "annual_openings", "figures_code"
        )
    }

    def rank(onet: str) -> tuple[bool, bool, int, str]:
        openings = sheets[onet]["annual_openings"] or 0
        return onet.startswith(TEACHING), not onet.endswith(".00"), -openings, sheets[onet]["title"]

    return {
        program: [_link(sheets[onet]) for onet in sorted(set(codes), key=rank)]
        for program, codes in by_program.items()
    }


def main_careers(links: list[CareerLink]) -> list[CareerLink]:
    """Without special branches of a career and teachers of the subject, unless there is nothing else."""
    whole = [link for link in links if not link.is_part]
    practicing = [link for link in whole if not link.is_teaching]
    return practicing or whole or links


def _link(sheet: Mapping[str, Any]) -> CareerLink:
    onet, median = sheet["pk"], sheet["annual_median"]
    is_own = onet == f"{sheet['figures_code']}.00"
    pay = _("%(amount)s a year") % {"amount": money(median)} if is_own and median is not None else ""
    return CareerLink(
        sheet["slug"], sheet["title"], pay, onet.startswith(TEACHING), is_part=not onet.endswith(".00")
    )
