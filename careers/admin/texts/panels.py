"""What stands around a text's form: chapters as tabs, and beside them its state, checks and figures."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from unfold.enums import ActionVariant

from careers.admin.texts.figures import figures_of
from careers.documents.chapters import CHAPTERS, FIELD_LABELS, WANTED
from careers.editorial.models import Career
from careers.editorial.models.working_copy import WorkingCopy
from careers.models import AuditEntry, Version
from careers.publishing.checks import completeness
from careers.publishing.freezing import GROUPS, freeze
from careers.publishing.problems import TextProblem
from careers.publishing.working_copies import check

if TYPE_CHECKING:
    from careers.admin.texts.base import WorkingCopyAdmin

#: Where a document's field stands in the form, if not in a field of the same name.
FIRST_FIELDS = {
    "week": "week_where", "education": "education_needs", "high_school": "high_school_text",
    "on_the_job": "on_the_job_where", "licensing": "licensing_is_required", "video": "video_title",
    "picture": "picture_file", "onet": "occupation",
}  # fmt: skip


def chapters(admin: "WorkingCopyAdmin", context: dict[str, Any]) -> dict[str, Any]:
    """Fieldsets and rows by chapter, in the order of the admin's ``layout``."""
    fieldsets = {str(fieldset.name): fieldset for fieldset in context["adminform"]}
    rows = {formset.formset.prefix: formset for formset in context["inline_admin_formsets"]}
    shown = []
    for chapter, names in admin.layout.items():
        parts = [
            {"fieldset": fieldsets.get(_(name)), "rows": rows.get(name)}
            for name in names
            if _(name) in fieldsets or name in rows
        ]
        if parts:
            title, errors = admin.chapter_titles[chapter], sum(_errors(part) for part in parts)
            shown.append({"id": chapter, "title": title, "parts": parts, "errors": errors})
    first = next((chapter["id"] for chapter in shown if chapter["errors"]), shown[0]["id"] if shown else "")
    return {"chapters": shown, "first_chapter": first}


def side_panel(admin: "WorkingCopyAdmin", request: HttpRequest, copy: WorkingCopy) -> dict[str, Any]:
    """State, score, checks, proposal and figures of a text."""
    document = freeze(copy, is_lenient=True)
    wanted = WANTED if isinstance(copy, Career) else ("summary", "body", "careers", "sources")
    missing = [name for name in wanted if not getattr(document, name)]
    versions = Version.objects.of(copy.subject_type, copy.key)
    problems = check(copy)
    return {
        "score": completeness(document),
        "missing": [_pointer(TextProblem(name, "")) for name in missing],
        "errors_to_mend": [_pointer(problem) for problem in problems if problem.is_error],
        "warnings": [_pointer(problem) for problem in problems if not problem.is_error],
        "live": versions.live().without_documents().first(),
        "scheduled": versions.scheduled().without_documents().first(),
        "proposal": versions.proposed().without_documents().order_by("-number").first(),
        "figures": figures_of(copy.occupation_id) if isinstance(copy, Career) else None,
        "last_entry": AuditEntry.objects.about(copy.subject_type, copy.key).first(),
        "source_keys": [source.key for source in document.sources],
    }


def buttons(
    admin: "WorkingCopyAdmin", copy: WorkingCopy, steps: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Preview, the step that comes next, and the rest under “More”."""
    links = [
        ("visibility", _("Preview"), "preview", {"target": "_blank"}),
        ("link", _("Link for a reviewer"), "link", {}),
        ("history", _("History"), "history", {}),
    ]
    plain = [
        {
            "title": title,
            "icon": icon,
            "variant": ActionVariant.DEFAULT,
            "attrs": attrs,
            "path": admin.address(copy, name),
            "items": [],
        }
        for icon, title, name, attrs in links
    ]
    for step in steps[:1]:
        step["variant"] = ActionVariant.PRIMARY
    more = {
        "title": _("More"),
        "icon": "more_horiz",
        "variant": ActionVariant.DEFAULT,
        "method_name": "more",
        "items": [*steps[2:], *plain[1:]],
    }
    return [plain[0], *reversed(steps[:2]), more]


def _pointer(problem: TextProblem) -> dict[str, Any]:
    """A problem with where it is mended."""
    chapter = next((name for name, fields in CHAPTERS.items() if problem.field in fields), "page")
    field = FIRST_FIELDS.get(problem.field, problem.field)
    is_column = problem.field in FIRST_FIELDS or problem.field in GROUPS or hasattr(Career, f"{field}_id")
    return {
        "label": FIELD_LABELS.get(problem.field, problem.field),
        "message": problem.message,
        "chapter": chapter,
        "field": f"id_{field}" if is_column or not _is_rows(field) else f"{field}-group",
    }


def _is_rows(field: str) -> bool:
    attribute = getattr(Career, field, None)
    return hasattr(attribute, "rel") or field == "sources"


def _errors(part: dict[str, Any]) -> int:
    if part["rows"] is not None:
        formset = part["rows"].formset
        return sum(bool(errors) for errors in formset.errors) + len(formset.non_form_errors())
    form = part["fieldset"].form
    return sum(name in form.errors for line in part["fieldset"].fields for name in _names(line))


def _names(line: Any) -> tuple[str, ...]:
    return (line,) if isinstance(line, str) else tuple(line)
