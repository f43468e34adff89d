"""Loading the texts that come with the portal.

A text is published where the career has none yet, and proposed to the editors where it has one: an
operator's own text is never overwritten. The text shipped last is stored (``ShippedText``), so that a later
release proposes only what changed in it, on top of what is published.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from careers.documents.diff import changed_fields
from careers.documents.profile import GuideDocument, Profile
from careers.editorial.models import Career, Guide, ShippedText
from careers.models import Address, ContentVersion, SubjectType, Version
from careers.publishing.bulk import publish_first_versions
from careers.publishing.freezing import drop_dangling, freeze_career
from careers.publishing.shipped.lines import read_lines
from careers.publishing.shipped.profiles import read_folder, read_guides
from careers.publishing.thawing import thaw_guide
from careers.publishing.versions import VersionSubject, propose
from careers.publishing.working_copies import publish
from careers.search.index import rebuild_index

BY = "shipped text"
FIRST_NOTE = "Came with the portal."
NEXT_NOTE = "The portal ships a newer text."


@dataclass(slots=True)
class ShippedReport:
    """The keys of careers by what loading did. ``unknown`` are codes that no loaded release has."""

    published: list[str] = field(default_factory=list)
    proposed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        text = (
            f"Shipped texts: published {len(self.published):,}, proposed {len(self.proposed):,}, "
            f"unchanged {len(self.unchanged):,}."
        )
        return text + (
            f" Not loaded, their codes are unknown: {', '.join(self.unknown)}." if self.unknown else ""
        )


def load_shipped_texts(folder: Path) -> ShippedReport:
    """Load the lines and the complete profiles below ``folder``.

    A complete profile replaces the line of its code. Raises ShippedTextError where a file is wrong; then
    nothing is loaded.
    """
    report = ShippedReport()
    complete = {key_of(profile): profile for profile in read_folder(folder)}
    lines = read_lines(folder / "lines")
    slugs = dict(Address.objects.current().exclude(occupation=None).values_list("occupation_id", "slug"))
    report.unknown = sorted((lines.keys() | {profile.onet for profile in complete.values()}) - slugs.keys())
    short = {
        onet: line.profile(slugs[onet])
        for onet, line in lines.items()
        if onet in slugs and onet not in complete
    }
    loadable = {key: profile for key, profile in complete.items() if profile.onet in slugs}
    load_profiles(profiles=[*short.values(), *loadable.values()], report=report)
    report.published += load_guides(guides=read_guides(folder))
    return report


@transaction.atomic
def load_profiles(*, profiles: Iterable[Profile], report: ShippedReport) -> None:
    """Publish new profiles, propose those whose shipped text changed, and skip the rest."""
    by_key = {key_of(profile): profile for profile in profiles}
    documents = {
        key: profile.model_dump(mode="json", exclude_defaults=True) for key, profile in by_key.items()
    }
    shipped = dict(ShippedText.objects.values_list("career_key", "document"))
    written = set(Career.objects.values_list("key", flat=True))
    deleted = set(_published_keys()) - written  # by the operator, who knows why
    new = [profile for key, profile in by_key.items() if key not in written | deleted]
    publish_first_versions(profiles=new, by=BY, note=FIRST_NOTE)
    report.published = [key_of(profile) for profile in new]
    for key in [key for key in by_key if key in written]:
        is_proposed = _propose(key, shipped.get(key, {}), documents[key])
        (report.proposed if is_proposed else report.unchanged).append(key)
    changed = [key for key, document in documents.items() if shipped.get(key) != document]
    ShippedText.objects.bulk_create(
        (ShippedText(career_key=key, document=documents[key]) for key in changed),
        update_conflicts=True,
        unique_fields=["career_key"],
        update_fields=["document"],
    )
    if new:
        rebuild_index()
        ContentVersion.bump()


@transaction.atomic
def load_guides(*, guides: Iterable[GuideDocument]) -> list[str]:
    """Publish the guides that do not exist yet, and return their keys.

    An existing one belongs to the operator and is skipped.
    """
    existing_keys = set(Guide.objects.values_list("key", flat=True))
    new = [document for document in guides if document.slug not in existing_keys]
    for document in new:
        guide = Guide(title=document.title, slug=document.slug)
        thaw_guide(guide=guide, document=document)
        publish(copy=guide, by=BY, note=FIRST_NOTE)
    return [document.slug for document in new]


def key_of(profile: Profile) -> str:
    """The key of the career that a profile is of; see ``Career.first_key``."""
    return profile.slug if profile.owns_address else profile.onet


def _propose(key: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Propose what the shipped text changed. Returns False where the career already says so."""
    fields = [name for name in changed_fields(old, new) if name not in {"slug", "editor"}]
    if not fields:
        return False
    base = _base(key)
    merged = {**base, **{name: new.get(name, Profile.model_fields[name].get_default()) for name in fields}}
    for name, id_field in (("sources", "key"), ("certifications", "id")):
        merged[name] = _joined(merged[name], base[name], id_field)
    drop_dangling(merged)
    document = Profile.model_validate(merged)
    if not changed_fields(base, document.model_dump(mode="json")):
        return False
    propose(subject=VersionSubject(SubjectType.CAREER, key), document=document, by=BY, note=NEXT_NOTE)
    return True


def _published_keys() -> Iterable[str]:
    """The keys of careers that have a version, even if their working copy was deleted."""
    versions = Version.objects.filter(subject_type=SubjectType.CAREER)
    return versions.values_list("subject_key", flat=True).distinct()


def _base(key: str) -> dict[str, Any]:
    """The document published last; for a career that was never published, its working copy."""
    versions = Version.objects.of(SubjectType.CAREER, key).exclude(publish_at=None).order_by("-number")
    published = versions.values_list("document", flat=True).first()
    if published is not None:
        return Profile.model_validate(published).model_dump(mode="json")
    return freeze_career(Career.objects.get(key=key), is_lenient=True).model_dump(mode="json")


def _joined(new: list[dict[str, Any]], old: list[dict[str, Any]], id_field: str) -> list[dict[str, Any]]:
    """The new records, then the operator's own that the new text lacks."""
    names = {entry[id_field] for entry in new}
    return [*new, *(entry for entry in old if entry[id_field] not in names)]
