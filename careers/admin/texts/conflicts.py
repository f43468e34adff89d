"""Edit conflicts: two people saved one text, and the second is shown what the first changed.

The second form is read into a document as if it were saved, and the two documents are merged field by field.
Fields that only one of the two changed need no decision.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from careers.admin.base import account_of
from careers.documents.chapters import FIELD_LABELS
from careers.documents.diff import FieldDiff, changed_fields, compare
from careers.documents.profile import GuideDocument, Profile
from careers.editorial.models import Career, Guide
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.people import name_of
from careers.editorial.saving import EditConflictError, document_at, lock_copy
from careers.publishing.freezing import drop_dangling, freeze
from careers.publishing.thawing import thaw_career, thaw_guide
from careers.publishing.working_copies import record_save

if TYPE_CHECKING:
    from careers.admin.texts.base import WorkingCopyAdmin

SALT = "careers.admin.texts.conflicts"
#: Fields of the working copy that its document doesn't hold.
OWN_COLUMNS = ("editor_id", "byline")


@dataclass(frozen=True, slots=True)
class Typed:
    """What the second person typed. ``seen`` is the save that their form was opened at."""

    document: dict[str, Any]
    columns: dict[str, Any]
    seen: int


@dataclass(frozen=True, slots=True)
class Merge:
    """``mine`` are fields that only the second person changed, ``clashes`` those that both changed."""

    mine: list[str]
    clashes: list[FieldDiff]
    theirs: dict[str, Any]


def seen_in(posted: QueryDict) -> int:
    """The number of the save that a form was opened at; −1, which matches none, where the form lacks it."""
    seen = posted.get("seen", "")
    return int(seen) if seen.isdecimal() and len(seen) < 10 else -1


def is_trial(request: HttpRequest) -> bool:
    """Whether the form is only read, not saved."""
    return bool(getattr(request, "is_trial_save", False))


def conflict_view(
    admin: "WorkingCopyAdmin", request: HttpRequest, copy: WorkingCopy, conflict: EditConflictError
) -> HttpResponse:
    """Answer a form that was opened before somebody else's save. The caller holds the text's lock."""
    typed, refusal = _read_typed(admin, request, copy)
    if typed is None:
        assert refusal is not None  # noqa: S101  # there is the one or the other
        return refusal
    return _page(admin, request, copy, typed, conflict)


def merge_view(admin: "WorkingCopyAdmin", request: HttpRequest, object_id: str) -> HttpResponse:
    """Save the merged text. If somebody saved again meanwhile, ask again."""
    copy = admin.text_or_404(request, object_id)
    if request.method != "POST":
        return redirect(admin.form_address(copy))
    if not admin.has_change_permission(request, copy):
        raise PermissionDenied
    try:
        typed = Typed(**signing.loads(request.POST.get("typed", ""), salt=SALT))
    except signing.BadSignature as error:
        raise SuspiciousOperation("What was typed came back changed.") from error
    with transaction.atomic():
        try:
            copy = lock_copy(copy, seen=seen_in(request.POST))
        except EditConflictError as conflict:
            return _page(admin, request, copy, typed, conflict)
        merge = _merge(copy, typed)
        chosen = [diff.field for diff in merge.clashes if request.POST.get(f"take-{diff.field}") != "theirs"]
        _write(copy, typed, merge, [*merge.mine, *chosen])
        record_save(copy=copy, by=account_of(request))
    messages.success(request, _("Both changes are in the draft now. Readers see nothing of it yet."))
    return redirect(admin.form_address(copy))


def _read_typed(
    admin: "WorkingCopyAdmin", request: HttpRequest, copy: WorkingCopy
) -> tuple[Typed | None, HttpResponse | None]:
    """What was typed, or the form again with its errors.

    The form is saved for a trial, all its rows as new ones, because the rows it was opened with may be gone;
    then everything is rolled back.
    """
    seen = seen_in(request.POST)
    point = transaction.savepoint()
    for inline in admin.get_inline_instances(request, copy):
        inline.model.objects.filter(**{copy.subject_type: copy.pk}).delete()
    request.POST = as_new_rows(request.POST)  # type: ignore[assignment]  # the same, with other row numbers
    request.is_trial_save = True  # type: ignore[attr-defined]  # see is_trial
    response = admin.answer_form(request, copy)
    typed = None
    if response.status_code == 302:
        saved = type(copy).objects.get(pk=copy.pk)
        document = freeze(saved, is_lenient=True).model_dump(mode="json")
        typed = Typed(document, {name: getattr(saved, name) for name in OWN_COLUMNS}, seen)
    elif isinstance(response, TemplateResponse):
        response.render()
    transaction.savepoint_rollback(point)
    request.is_trial_save = False  # type: ignore[attr-defined]  # see is_trial
    return typed, None if typed else response


def as_new_rows(posted: QueryDict) -> QueryDict:
    """The same form with all rows as new ones, which the database does not hold yet."""
    fresh = posted.copy()
    for name in posted:
        prefix, separator, _rest = name.partition("-TOTAL_FORMS")
        if separator:
            fresh[f"{prefix}-INITIAL_FORMS"] = "0"
            total = str(posted[name])
            for number in range(int(total) if total.isdecimal() else 0):
                fresh[f"{prefix}-{number}-id"] = ""
    return fresh


def _page(
    admin: "WorkingCopyAdmin",
    request: HttpRequest,
    copy: WorkingCopy,
    typed: Typed,
    conflict: EditConflictError,
) -> HttpResponse:
    current = type(copy).objects.get(pk=copy.pk)
    merge = _merge(current, typed)
    context = {
        **admin.page_context(request, current),
        "title": _("Somebody else saved this text"),
        "subtitle": current.title,
        "conflict": conflict,
        "is_self": conflict.by == name_of(account_of(request)),
        "kept": [FIELD_LABELS.get(name, name) for name in merge.mine],
        "clashes": merge.clashes,
        "typed": signing.dumps(
            {"document": typed.document, "columns": typed.columns, "seen": typed.seen},
            salt=SALT,
            compress=True,
        ),
        "seen": current.lock_version,
        "merge_address": admin.address(current, "merge"),
        "back": admin.form_address(current),
    }
    return TemplateResponse(request, "admin_pages/conflict.html", context, status=409)


def _merge(copy: WorkingCopy, typed: Typed) -> Merge:
    base = document_at(copy, typed.seen)
    theirs = freeze(copy, is_lenient=True).model_dump(mode="json")
    changed_by_them = set(changed_fields(base, theirs))
    mine = changed_fields(base, typed.document)
    diffs = [diff for chapter in compare(theirs, typed.document) for diff in chapter.fields]
    return Merge(
        mine=[name for name in mine if name not in changed_by_them],
        clashes=[diff for diff in diffs if diff.field in changed_by_them and diff.field in mine],
        theirs=theirs,
    )


def _write(copy: WorkingCopy, typed: Typed, merge: Merge, fields: list[str]) -> None:
    merged = {**merge.theirs, **{name: typed.document[name] for name in fields}}
    if "editor" in fields:
        for name, value in typed.columns.items():
            setattr(copy, name, value)
    if isinstance(copy, Career):
        _add_referenced(merged, typed.document)
        drop_dangling(merged)
        thaw_career(
            career=copy,
            profile=Profile.model_validate(merged),
            fields={*fields, "sources", "certifications"} - {"editor"},
        )
    elif isinstance(copy, Guide):
        thaw_guide(guide=copy, document=GuideDocument.model_validate(merged))


def _add_referenced(merged: dict[str, Any], typed: dict[str, Any]) -> None:
    """Add the typed sources and certifications that the merged text names but lacks."""
    parts = [part for value in merged.values() for part in (value if isinstance(value, list) else [value])]
    facts = [part for part in parts if isinstance(part, dict)]
    for name, key, naming in (("sources", "key", "sources"), ("certifications", "id", "credentials")):
        named = {name for fact in facts for name in fact.get(naming) or []}
        present = {entry[key] for entry in merged[name]}
        extra = [entry for entry in typed[name] if entry[key] in named - present]
        merged[name] = [*merged[name], *extra]
