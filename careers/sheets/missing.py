"""Why a chapter of a sheet has no figures, in words, and the nearest page that has them."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from careers.documents.sheet import Missing
from careers.models import Occupation
from careers.sheets.links import Neighbor

MILITARY = "55"
ALL_OTHER = "All Other"
#: How much of two codes is the same: occupation, broad, minor, major group.
LEVELS = (7, 6, 4, 2)

#: Whole sentences that stand alone on the page.
REASONS = {
    "no-wages-loaded": _("This site has not loaded any pay figures yet."),
    "military-pay": _(
        "The survey of pay covers civilian jobs only. The armed forces pay by rank and years of service, so "
        "there is no pay figure for this job by itself."
    ),
    "not-surveyed": _(
        "The newest federal survey of pay leaves this occupation out, so there is no pay figure for it."
    ),
    "no-pay": _("The newest federal pay figures have none for this occupation."),
    "no-projections-loaded": _("This site has not loaded any job projections yet."),
    "military-outlook": _(
        "Federal job projections cover civilian jobs only, so there are none for this military job."
    ),
    "no-outlook": _("The newest federal job projections have none for this occupation."),
    "no-ratings-loaded": _("This site has not loaded any ratings of skills yet."),
    "catch-all-ratings": _(
        "This is a group of several smaller occupations, and they differ too much to be rated together."
    ),
    "military-ratings": _(
        "The agency that rates skills does not rate jobs that exist in the armed forces only."
    ),
    "no-ratings": _(
        "The agency that rates skills, knowledge and abilities has not published any for this occupation."
    ),
}
#: Codes that the survey leaves out by its design: see "Scope" in the Bureau's technical notes.
NOT_SURVEYED = frozenset({"11-1031", "45-3031"})


@dataclass(frozen=True, slots=True)
class Nearest:
    """Finds the page to point to. ``slugs`` and ``jobs`` are by O*NET code, without dropped occupations."""

    occupations: Mapping[str, Occupation]
    slugs: Mapping[str, str]
    related: Mapping[str, Sequence[Neighbor]]
    jobs: Mapping[str, float]

    def missing(self, reason: str, onet: str, having: Container[str]) -> Missing:
        """``having`` holds the codes of occupations that have what is missing."""
        nearest = self.find(onet, having)
        if not nearest:
            return Missing(reason=reason)
        return Missing(
            reason=reason, nearest_slug=self.slugs[nearest], nearest_title=self.occupations[nearest].title
        )

    def find(self, onet: str, having: Container[str]) -> str:
        """A related occupation, else in the smallest group that has one, the one with most jobs."""
        own = [code for code in self.slugs if code[:7] == onet[:7]]
        neighbors = [neighbor.onet for neighbor in self.related.get(onet, ())]
        for code in (*sorted(own), *neighbors):
            if code != onet and code in self.slugs and code in having:
                return code
        for level in LEVELS:
            same = [
                code
                for code in self.slugs
                if code[:level] == onet[:level] and code != onet and code in having
            ]
            if same:
                return min(same, key=lambda code: (-self.jobs.get(code, 0), not code.endswith(".00"), code))
        return ""


def pay_reason(occupation: Occupation, *, is_loaded: bool) -> str:
    if not is_loaded:
        return "no-wages-loaded"
    if occupation.soc_id.startswith(MILITARY):
        return "military-pay"
    return "not-surveyed" if occupation.soc_id in NOT_SURVEYED else "no-pay"


def outlook_reason(occupation: Occupation, *, is_loaded: bool) -> str:
    if not is_loaded:
        return "no-projections-loaded"
    return "military-outlook" if occupation.soc_id.startswith(MILITARY) else "no-outlook"


def ratings_reason(occupation: Occupation, *, is_loaded: bool) -> str:
    if not is_loaded:
        return "no-ratings-loaded"
    if occupation.soc_id.startswith(MILITARY):
        return "military-ratings"
    return "catch-all-ratings" if occupation.title.endswith(ALL_OTHER) else "no-ratings"
