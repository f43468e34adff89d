"""Complete profiles that come with the portal, read from ``fixtures/profiles/``.

``full/<slug>.toml`` is one career: the fields of ``careers.documents.profile.Profile``, written as TOML.
Three differences keep it free of repetition:

- ``slug`` is the file's name and is not written in it;
- ``associations`` and ``certifications`` name shared records by ``id`` and add only what is about this
career::

      [[associations]]
      id = "ahima"
      why = "Sets the exams for RHIT and CCS."

      [[certifications]]
      id = "rhit"
      need = "expected"      # required, expected or optional
      stage = "next"         # entry, next or specialty
      note = "…"             # may be left out

- ``sources`` are tables of their own, and facts name them by key::

      [[sources]]
      key = "bls-oews"
      title = "…"
      publisher = "…"
      address = "https://…"
      published_on = "2025-04"     # year, month or day
      accessed_on = 2026-02-14
      supports = "What makes pay vary."

      [[pay_notes]]
      text = "…"
      sources = ["bls-oews"]

Plain keys (``onet``, ``owns_address``, ``title``, ``summary``, lists of strings …) stand above the first
table, as TOML asks. ``owns_address = true`` is for a career that shares its occupation with others and has
an address of its own; without it the profile stands at the occupation's own address. Texts are plain, a
blank line between paragraphs.

``records.toml`` holds the shared records by id: ``[organizations.<id>]`` with the fields of
``careers.documents.parts.OrganizationPart``, and ``[certifications.<id>]`` with those of
``CertificationPart`` that are the same for every career, where ``issuer`` is the id of an organization.

``guides/<slug>.toml`` is one guide: the fields of ``careers.documents.profile.GuideDocument``, where
``careers`` are slugs of careers (``careers = ["medical-coder"]``) and ``body`` is HTML of the few tags that
guides may have.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from careers.documents.parts import OrganizationPart
from careers.documents.profile import GuideDocument, Profile


class ShippedTextError(Exception):
    """A shipped file is wrong; the message names the file and what to correct."""


@dataclass(frozen=True, slots=True)
class Records:
    """Shared records by id. A certification is kept as the values that every career's entry starts from."""

    organizations: dict[str, OrganizationPart]
    certifications: dict[str, dict[str, Any]]


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file. Raises ShippedTextError where it is not valid TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ShippedTextError(f"{path}: {error}") from error


def read_records(path: Path) -> Records:
    """The shared records in one file. Raises ShippedTextError for a bad record or an unknown issuer."""
    content = read_toml(path)
    try:
        organizations = {
            key: OrganizationPart(id=key, **values)
            for key, values in content.get("organizations", {}).items()
        }
    except ValidationError as error:
        raise ShippedTextError(f"{path}: {error}") from error
    certifications = {}
    for key, values in content.get("certifications", {}).items():
        issuer = organizations.get(values.get("issuer", ""))
        if issuer is None:
            raise ShippedTextError(
                f"{path}: certifications.{key}: its issuer is not among the organizations."
            )
        certifications[key] = {**values, "id": key, "issuer": issuer}
    return Records(organizations, certifications)


def read_full(path: Path, records: Records) -> Profile:
    """The profile in one file, with its shared records filled in.

    Raises ShippedTextError naming the field that is wrong, or the id of a record that is not there.
    """
    content = read_toml(path)
    content["associations"] = [
        {**_record(path, records.organizations, entry, "associations").model_dump(), **entry}
        for entry in content.get("associations", [])
    ]
    content["certifications"] = [
        {**_record(path, records.certifications, entry, "certifications"), **entry}
        for entry in content.get("certifications", [])
    ]
    try:
        return Profile(slug=path.stem, **content)
    except (ValidationError, TypeError) as error:
        raise ShippedTextError(f"{path}: {error}") from error


def read_folder(folder: Path) -> list[Profile]:
    """All complete profiles below ``folder`` (that of ``records.toml``), in order of their slugs."""
    records = read_records(folder / "records.toml")
    return [read_full(path, records) for path in sorted((folder / "full").glob("*.toml"))]


def read_guides(folder: Path) -> list[GuideDocument]:
    """All guides below ``folder``, in order of their slugs.

    The titles of careers are filled in when the guide is frozen. Raises
    ShippedTextError naming the field that is wrong.
    """
    guides = []
    for path in sorted((folder / "guides").glob("*.toml")):
        content = read_toml(path)
        content["careers"] = [
            {"slug": career, "title": ""} if isinstance(career, str) else career
            for career in content.get("careers", [])
        ]
        try:
            guides.append(GuideDocument(slug=path.stem, **content))
        except (ValidationError, TypeError) as error:
            raise ShippedTextError(f"{path}: {error}") from error
    return guides


def _record(path: Path, records: dict[str, Any], entry: dict[str, Any], field: str) -> Any:
    if entry.get("id") not in records:
        raise ShippedTextError(f"{path}: {field}: {entry.get('id')!r} is not in records.toml.")
    return records[entry["id"]]
