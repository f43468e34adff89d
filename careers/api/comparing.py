"""Careers beside each other."""

from collections.abc import Sequence

from careers.api.documents import ComparedCareer, Comparison
from careers.compare.skills import ComparedElement, compare_skills
from careers.public.careers import PublicCareer


def compare(careers: Sequence[PublicCareer]) -> Comparison:
    """``careers`` in their order, with the skills that all share and those that only one has.

    Both follow the rule of the page of a comparison, so that the two name the same skills.
    """
    skills = compare_skills(careers)
    return Comparison(
        items=[_compared(career, own) for career, own in zip(careers, skills.only, strict=True)],
        shared_skills=[element.name for element in skills.shared],
    )


def _compared(career: PublicCareer, own: Sequence[ComparedElement]) -> ComparedCareer:
    sheet, profile = career.sheet, career.profile
    return ComparedCareer(
        slug=career.slug,
        title=career.title,
        soc=sheet.soc,
        onet=sheet.onet,
        summary=career.summary,
        pay=sheet.pay,
        outlook=sheet.outlook,
        entry=sheet.entry,
        interests=sheet.interests,
        job_zone=sheet.job_zone,
        week=profile.week if profile else None,
        likes=profile.likes if profile else [],
        hard_parts=profile.hard_parts if profile else [],
        skills=[rated.name for rated in sheet.skills.items] if sheet.skills else [],
        own_skills=[element.name for element in own],
        releases=sheet.releases,
    )
