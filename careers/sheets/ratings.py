"""The parts of sheets from the agency's ratings: what the work asks for, interests, preparation."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, OrderBy, Value, Window
from django.db.models.functions import NullIf, RowNumber

from careers.documents.sheet import Interests, Rated, RatedGroup, Requirements, Share, Zone
from careers.models import Domain, EducationShare, Element, InterestProfile, JobZone, Rating
from careers.reference import sources
from careers.sheets.releases import Releases

EDUCATION, INTERESTS, ZONES = sources.ONET_EDUCATION, sources.ONET_INTERESTS, sources.ONET_JOB_ZONES
MAX_RATED = 8
MAX_STYLES = 6


@dataclass(frozen=True, slots=True)
class Ratings:
    """By O*NET code."""

    skills: Mapping[str, RatedGroup]
    knowledge: Mapping[str, RatedGroup]
    abilities: Mapping[str, RatedGroup]
    work_styles: Mapping[str, RatedGroup]
    interests: Mapping[str, Interests]
    zones: Mapping[str, Zone]
    requirements: Mapping[str, list[Requirements]]

    @classmethod
    def read(cls, releases: Releases) -> "Ratings":
        return cls(
            skills=_most_important(releases, sources.ONET_SKILLS, Domain.SKILLS),
            knowledge=_most_important(releases, sources.ONET_KNOWLEDGE, Domain.KNOWLEDGE),
            abilities=_most_important(releases, sources.ONET_ABILITIES, Domain.ABILITIES),
            work_styles=_most_distinctive(releases, sources.ONET_WORK_STYLES),
            interests=_interests(releases),
            zones=_zones(releases),
            requirements=_requirements(releases),
        )

    def rates(self, onet: str) -> bool:
        return any(onet in group for group in (self.skills, self.knowledge, self.abilities))


def _most_important(releases: Releases, source: str, domain: Domain) -> dict[str, RatedGroup]:
    return _groups(releases, source, domain, [F("importance").desc(), F("element__name").asc()], MAX_RATED)


def _most_distinctive(releases: Releases, source: str) -> dict[str, RatedGroup]:
    """Work styles that set an occupation apart come first (rank 1 the most), then those with the most impact.

    Styles that hinder or make no difference are left out. Older releases rate importance and have no rank.
    """
    rank = NullIf(F("level"), Value(Decimal(0)))
    order = [rank.asc(nulls_last=True), F("importance").desc(), F("element__name").asc()]
    return _groups(releases, source, Domain.WORK_STYLES, order, MAX_STYLES)


def _groups(
    releases: Releases, source: str, domain: Domain, order: Sequence[OrderBy], most: int
) -> dict[str, RatedGroup]:
    """The first of what may be shown: rated, relevant, and not advised against by the agency."""
    rows = (
        Rating.objects.current()
        .filter(
            release=releases.pk(source),
            element__domain=domain,
            importance__gt=0,
            is_importance_suppressed=False,
            is_not_relevant=False,
        )
        .annotate(place=Window(RowNumber(), partition_by="occupation_id", order_by=order))
        .filter(place__lte=most)
        .order_by("occupation_id", "place")
        .values_list("occupation_id", "element_id", "importance", "level", "is_level_suppressed", "rated_on")
    )
    elements = Element.objects.in_bulk()
    items: dict[str, list[Rated]] = defaultdict(list)
    rated_on: dict[str, str] = defaultdict(str)
    for code, element, importance, level, is_level_suppressed, month in rows:
        items[code].append(_rated(elements[element], importance, None if is_level_suppressed else level))
        rated_on[code] = max(rated_on[code], month)
    return {
        code: RatedGroup(release=source, items=ratings, rated_on=rated_on[code])
        for code, ratings in items.items()
    }


def _rated(element: Element, importance: Decimal | None, level: Decimal | None) -> Rated:
    return Rated(
        name=element.name,
        slug=element.slug,
        meaning=element.meaning,
        importance=None if importance is None else float(importance),
        level=None if level is None else float(level),
    )


def _interests(releases: Releases) -> dict[str, Interests]:
    profiles = InterestProfile.objects.current().filter(release=releases.pk(INTERESTS))
    return {
        profile.occupation_id: Interests(
            release=INTERESTS,
            code=profile.code,
            realistic=float(profile.realistic),
            investigative=float(profile.investigative),
            artistic=float(profile.artistic),
            social=float(profile.social),
            enterprising=float(profile.enterprising),
            conventional=float(profile.conventional),
        )
        for profile in profiles
    }


def _zones(releases: Releases) -> dict[str, Zone]:
    zones = JobZone.objects.current().filter(release=releases.pk(ZONES))
    return {zone.occupation_id: Zone(release=ZONES, zone=zone.zone) for zone in zones}


def _requirements(releases: Releases) -> dict[str, list[Requirements]]:
    """Shares above nothing, by scale. What the agency advises against using is left out."""
    shares = (
        EducationShare.objects.current()
        .filter(release=releases.pk(EDUCATION), is_suppressed=False, percent__gt=0)
        .order_by("occupation_id", "scale", "category")
    )
    by_scale: dict[tuple[str, str], list[Share]] = defaultdict(list)
    for code, scale, label, percent in shares.values_list("occupation_id", "scale", "label", "percent"):
        by_scale[code, scale].append(Share(label=label, percent=float(percent)))
    by_code: dict[str, list[Requirements]] = defaultdict(list)
    for (code, scale), items in by_scale.items():
        by_code[code].append(Requirements(release=EDUCATION, scale=scale, shares=items))
    return dict(by_code)
