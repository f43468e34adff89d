"""Careers beside each other."""

from collections.abc import Sequence

from careers.api.documents import ComparedCareer, Comparison
from careers.public.careers import PublicCareer


def compare(careers: Sequence[PublicCareer]) -> Comparison:
    """``careers`` in their order, with the skills that all share and those that only one has."""
    skills = [_skills(career) for career in careers]
    shared = [name for name in skills[0] if all(name in others for others in skills[1:])]
    items = []
    for place, career in enumerate(careers):
        others = {name for at, names in enumerate(skills) if at != place for name in names}
        items.append(_compared(career, skills[place], [name for name in skills[place] if name not in others]))
    return Comparison(items=items, shared_skills=shared)


def _skills(career: PublicCareer) -> list[str]:
    return [rated.name for rated in career.sheet.skills.items] if career.sheet.skills else []


def _compared(career: PublicCareer, skills: list[str], own: list[str]) -> ComparedCareer:
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
        skills=skills,
        own_skills=own,
        releases=sheet.releases,
    )
