"""Thawing: a document written back into a working copy, all of it or some fields.

The opposite of freezing.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from django.db import transaction

from careers.documents.base import Part
from careers.documents.parts import Association, Education, HighSchool, OrganizationPart, RoutePart
from careers.documents.parts import CertificationPart as FrozenCertification
from careers.documents.profile import GuideDocument, Profile
from careers.editorial import models as rows
from careers.editorial.models import Career, Certification, Guide, GuideSource, Organization
from careers.publishing.freezing import GROUPS, TEXTS

MODELS: dict[str, type[Any]] = {
    "duties": rows.Duty,
    "specialties": rows.Specialty,
    "things_to_know": rows.ThingToKnow,
    "graduates": rows.Graduates,
    "pay_notes": rows.PayNote,
    "outlook_notes": rows.OutlookNote,
    "steps": rows.Step,
    "ways_to_try": rows.WayToTry,
    "programs": rows.StudyProgram,
    "advancement": rows.Advancement,
    "resources": rows.Resource,
    "sources": rows.CareerSource,
    "reference_codes": rows.ReferenceCode,
    "related": rows.RelatedCareer,
}


@transaction.atomic
def thaw_career(*, career: Career, profile: Profile, fields: Collection[str] | None = None) -> None:
    """Make the working copy say what ``profile`` says, in ``fields`` (the Profile's names) or in everything.

    Shared records are found by their id and left as they are; those that are gone are made again from the
    document. The occupation and the key stay the career's own.
    """
    wanted = set(Profile.model_fields if fields is None else fields) - {"onet", "owns_address"}
    _set_texts(career, profile, wanted)
    career.save()
    for name in wanted & MODELS.keys():
        replace_rows(career=career, name=name, parts=getattr(profile, name))
    special: dict[str, Callable[[Career, Profile], None]] = {
        "education": _set_courses,
        "high_school": _set_subjects,
        "certifications": _set_certifications,
        "associations": _set_associations,
    }
    for name in [name for name in special if name in wanted]:
        special[name](career, profile)
    if "routes" in wanted:  # after the certifications, which routes name
        _set_routes(career, profile.routes)


@transaction.atomic
def thaw_guide(*, guide: Guide, document: GuideDocument) -> None:
    """Make the working copy say what ``document`` says. Careers that are gone are left out."""
    for name in ("title", "slug", "summary", "body", "reviewed_on", "review_due_on"):
        setattr(guide, name, getattr(document, name))
    guide.save()
    guide.careers.set(Career.objects.filter(slug__in=[career.slug for career in document.careers]))
    guide.sources.all().delete()
    GuideSource.objects.bulk_create(
        GuideSource(guide=guide, position=place, **entry.model_dump())
        for place, entry in enumerate(document.sources)
    )


def career_texts(profile: Profile) -> dict[str, Any]:
    """The Career's own columns for ``profile``, by field of the Profile: {"week": {"week_where": …}}."""
    values: dict[str, dict[str, Any]] = {name: {name: getattr(profile, name)} for name in TEXTS}
    for name, part in GROUPS.items():
        values[name] = _group_values(name, part, getattr(profile, name))
    education = profile.education or Education()
    values["education"] = {
        f"education_{field}": getattr(education, field)
        for field in ("needs", "text", "months_min", "months_max", "schools", "awards", "caution")
    } | {"education_source_keys": ", ".join(education.sources)}
    values["high_school"] = {"high_school_text": (profile.high_school or HighSchool()).text}
    return values


def row_values(part: Part) -> dict[str, Any]:
    """A row's columns for one part of a list."""
    values = {name: getattr(part, name) for name in type(part).model_fields if name != "sources"}
    if "sources" in type(part).model_fields:
        values["source_keys"] = ", ".join(getattr(part, "sources"))  # noqa: B009  not every part has it
    return values


def replace_rows(*, career: Career, name: str, parts: Sequence[Part]) -> None:
    """The rows of one list, anew and in the document's order."""
    model = MODELS[name]
    model.objects.filter(career=career).delete()
    model.objects.bulk_create(
        model(career=career, position=place, **row_values(part)) for place, part in enumerate(parts)
    )


def organization_for(frozen: OrganizationPart) -> Organization:
    """The shared record with the frozen one's id."""
    values = {name: getattr(frozen, name) for name in OrganizationPart.model_fields if name != "id"}
    return Organization.objects.get_or_create(key=frozen.id, defaults=values)[0]


def certification_for(frozen: FrozenCertification) -> Certification:
    """The shared record with the frozen one's id."""
    own = {"id", "issuer", "need", "stage", "note"}
    values = {name: getattr(frozen, name) for name in FrozenCertification.model_fields if name not in own}
    found = Certification.objects.filter(key=frozen.id).first()
    return found or Certification.objects.create(
        key=frozen.id, issuer=organization_for(frozen.issuer), **values
    )


def _set_texts(career: Career, profile: Profile, wanted: set[str]) -> None:
    columns = career_texts(profile)
    for column, value in (pair for name in wanted & columns.keys() for pair in columns[name].items()):
        setattr(career, column, value)
    if "editor" in wanted and profile.editor != career.editor_name:
        career.byline = profile.editor


def _group_values(prefix: str, part: type[Part], value: Part | None) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, field in part.model_fields.items():
        if name == "sources":
            values[f"{prefix}_source_keys"] = ", ".join(getattr(value, name, ()))
        else:
            empty = "" if field.is_required() else field.default
            values[f"{prefix}_{name}"] = empty if value is None else getattr(value, name)
    return values


def _set_courses(career: Career, profile: Profile) -> None:
    career.courses.all().delete()
    names = profile.education.coursework if profile.education else []
    rows.CareerCourse.objects.bulk_create(
        rows.CareerCourse(
            career=career, position=place, course=rows.Course.objects.get_or_create(name=name)[0]
        )
        for place, name in enumerate(names)
    )


def _set_subjects(career: Career, profile: Profile) -> None:
    career.subjects.all().delete()
    courses = profile.high_school or HighSchool()
    names = [(name, True) for name in courses.required] + [(name, False) for name in courses.electives]
    rows.CareerSubject.objects.bulk_create(
        rows.CareerSubject(
            career=career,
            position=place,
            subject=rows.SchoolSubject.objects.get_or_create(name=name)[0],
            is_required=is_required,
        )
        for place, (name, is_required) in enumerate(names)
    )


def _set_certifications(career: Career, profile: Profile) -> None:
    career.certifications.all().delete()
    rows.CareerCertification.objects.bulk_create(
        rows.CareerCertification(
            career=career,
            position=place,
            certification=certification_for(frozen),
            need=frozen.need,
            stage=frozen.stage,
            note=frozen.note,
        )
        for place, frozen in enumerate(profile.certifications)
    )


def _set_associations(career: Career, profile: Profile) -> None:
    career.associations.all().delete()
    frozen: Iterable[Association] = profile.associations
    rows.CareerAssociation.objects.bulk_create(
        rows.CareerAssociation(
            career=career, position=place, organization=organization_for(association), why=association.why
        )
        for place, association in enumerate(frozen)
    )


def _set_routes(career: Career, routes: Sequence[RoutePart]) -> None:
    career.routes.all().delete()
    for place, route in enumerate(routes):
        values = row_values(route)
        credentials = values.pop("credentials")
        row = rows.Route.objects.create(career=career, position=place, **values)
        row.credentials.set(Certification.objects.filter(key__in=credentials))
