"""Freezing: reading a working copy into its document."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from careers.documents import parts
from careers.documents.base import Part
from careers.documents.profile import GuideCareer, GuideDocument, Profile
from careers.editorial.models import Career, Certification, Guide, Organization, Route
from careers.editorial.models.working_copy import WorkingCopy, split_keys
from careers.models import Address, SheetRecord, SubjectType, Version

#: Texts and lists of texts: the same name in the Career and in the Profile.
TEXTS = (
    "title", "slug", "owns_address", "summary", "overview", "kinds", "other_titles", "settings",
    "conditions", "temperament", "skills", "likes", "hard_parts", "in_short", "figures_note",
    "reviewed_on", "review_due_on",
)  # fmt: skip
#: Single parts, whose fields stand in the Career with the part's name before them.
GROUPS: dict[str, type[Part]] = {
    "week": parts.Week,
    "on_the_job": parts.OnTheJob,
    "licensing": parts.Licensing,
    "video": parts.Video,
    "picture": parts.Picture,
}
#: Without this field of theirs there is no such part.
NEEDED = {"licensing": "is_required", "picture": "file"}
#: Lists whose rows have the same fields as the parts.
ROWS: dict[str, type[Part]] = {
    "duties": parts.DutyPart,
    "specialties": parts.SpecialtyPart,
    "things_to_know": parts.Fact,
    "graduates": parts.GraduatesPart,
    "pay_notes": parts.Fact,
    "outlook_notes": parts.Fact,
    "steps": parts.StepPart,
    "ways_to_try": parts.WayToTryPart,
    "programs": parts.StudyProgramPart,
    "advancement": parts.AdvancementPart,
    "resources": parts.ResourcePart,
    "sources": parts.SourceEntry,
    "reference_codes": parts.ReferenceCodePart,
}
#: Everything that freezing reads, in one query each.
PREFETCHES = (
    *ROWS, "routes__credentials", "courses__course", "subjects__subject",
    "certifications__certification__issuer", "associations__organization", "related",
)  # fmt: skip


def freeze(copy: WorkingCopy, *, is_lenient: bool = False) -> Profile | GuideDocument:
    """The document of a career or a guide as it is now.

    Raises pydantic's ValidationError where a fact names a source or a certification that isn't there.
    ``is_lenient`` leaves such names out, for previews and saved copies of unfinished drafts.
    """
    if isinstance(copy, Guide):
        return freeze_guide(copy)
    assert isinstance(copy, Career)  # noqa: S101  there are two kinds of working copies
    return freeze_career(copy, is_lenient=is_lenient)


def freeze_career(career: Career, *, is_lenient: bool = False) -> Profile:
    """See ``freeze``."""
    career = Career.objects.select_related("editor").prefetch_related(*PREFETCHES).get(pk=career.pk)
    values: dict[str, Any] = {name: getattr(career, name) for name in TEXTS}
    values |= {name: _group(career, name, part) for name, part in GROUPS.items()}
    values |= {name: [_part(row, part) for row in getattr(career, name).all()] for name, part in ROWS.items()}
    values |= {
        "onet": career.occupation_id,
        "editor": career.editor_name,
        "education": _education(career),
        "high_school": _high_school(career),
        "routes": [_route(route) for route in career.routes.all()],
        "certifications": [
            {
                **certification_values(use.certification),
                "need": use.need,
                "stage": use.stage,
                "note": use.note,
            }
            for use in career.certifications.all()
        ],
        "associations": [
            {**organization_values(use.organization), "why": use.why} for use in career.associations.all()
        ],
        "related": _related(career),
    }
    if is_lenient:
        drop_dangling(values)
    return Profile(**values)


def freeze_guide(guide: Guide) -> GuideDocument:
    """The guide's document; its HTML is cleaned on the way."""
    slugs = dict(Address.objects.current().filter(career_key="").values_list("occupation_id", "slug"))
    slugs |= dict(Address.objects.current().exclude(career_key="").values_list("career_key", "slug"))
    return GuideDocument(
        title=guide.title,
        slug=guide.slug,
        summary=guide.summary,
        body=guide.body,
        careers=[
            GuideCareer(slug=slugs[career.key], title=career.title)
            for career in guide.careers.order_by("title")
            if career.key in slugs
        ],
        sources=[parts.SourceEntry(**_part(row, parts.SourceEntry)) for row in guide.sources.all()],
        editor=guide.editor_name,
        reviewed_on=guide.reviewed_on,
        review_due_on=guide.review_due_on,
    )


def organization_values(organization: Organization) -> dict[str, Any]:
    """The fields of ``careers.documents.parts.OrganizationPart``."""
    names = ("name", "abbreviation", "postal_address", "phone", "web")
    return {"id": organization.key} | {name: getattr(organization, name) for name in names}


def certification_values(certification: Certification) -> dict[str, Any]:
    """The fields of ``careers.documents.parts.CertificationPart`` that are the same for every career."""
    own = {"id", "issuer", "need", "stage", "note"}
    names = [name for name in parts.CertificationPart.model_fields if name not in own]
    return {
        "id": certification.key,
        "issuer": organization_values(certification.issuer),
    } | {name: getattr(certification, name) for name in names}


def _part(row: Model, part: type[Part]) -> dict[str, Any]:
    names = (name for name in part.model_fields if name != "sources")
    values = {name: getattr(row, name) for name in names}
    if "sources" in part.model_fields:
        values["sources"] = split_keys(getattr(row, "source_keys", ""))
    return values


def _group(career: Career, prefix: str, part: type[Part]) -> dict[str, Any] | None:
    """The fields of a single part; ``None`` where nothing of it is written."""
    values: dict[str, Any] = {}
    for name in part.model_fields:
        if name == "sources":
            values[name] = split_keys(getattr(career, f"{prefix}_source_keys"))
            continue
        value = getattr(career, f"{prefix}_{name}")
        values[name] = str(value) if name == "file" else value
    filled = [name for name, value in values.items() if value not in ("", None, []) and name != "sources"]
    return values if (NEEDED[prefix] in filled if prefix in NEEDED else filled) else None


def _education(career: Career) -> dict[str, Any] | None:
    fields = ("needs", "text", "months_min", "months_max", "schools", "awards", "caution")
    values: dict[str, Any] = {name: getattr(career, f"education_{name}") for name in fields}
    values["coursework"] = [row.course.name for row in career.courses.all()]
    if all(value in ("", None, []) for value in values.values()):
        return None
    return values | {"sources": split_keys(career.education_source_keys)}


def _high_school(career: Career) -> dict[str, Any] | None:
    rows = list(career.subjects.all())
    values = {
        "text": career.high_school_text,
        "required": [row.subject.name for row in rows if row.is_required],
        "electives": [row.subject.name for row in rows if not row.is_required],
    }
    return values if any(values.values()) else None


def _route(route: Route) -> dict[str, Any]:
    names = (name for name in parts.RoutePart.model_fields if name not in {"sources", "credentials"})
    return {name: getattr(route, name) for name in names} | {
        "credentials": sorted(certification.key for certification in route.credentials.all()),
        "sources": split_keys(route.source_keys),
    }


def _related(career: Career) -> list[dict[str, Any]]:
    """The related careers. A title that editors left empty is that of the page."""
    rows = list(career.related.all())
    titles = page_titles(row.slug for row in rows if not row.title)
    return [
        {"slug": row.slug, "title": row.title or titles.get(row.slug, row.slug), "reason": row.reason}
        for row in rows
    ]


def page_titles(slugs: Iterable[str]) -> dict[str, str]:
    """The titles of the pages at these slugs, by slug."""
    wanted = list(slugs)
    if not wanted:
        return {}
    titles = dict(SheetRecord.objects.filter(slug__in=wanted).values_list("slug", "title"))
    live = Version.objects.live().filter(subject_type=SubjectType.CAREER, slug__in=wanted)
    return titles | dict(live.values_list("slug", "title"))


def drop_dangling(values: dict[str, Any]) -> None:
    """Remove references to missing sources and certifications from a Profile's values, in place."""
    source_keys = {source["key"] for source in values["sources"]}
    for value in values.values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict) and "sources" in part:
                part["sources"] = [key for key in part["sources"] if key in source_keys]
    certifications = {certification["id"] for certification in values["certifications"]}
    for route in values["routes"]:
        route["credentials"] = [key for key in route.get("credentials", []) if key in certifications]
