"""What the screens of careers and guides share."""

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from careers.admin.base import DeskAdmin, account_of
from careers.admin.texts import conflicts, history, panels, previews, proposals, steps
from careers.admin.texts.step_views import step_view
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.saving import EditConflictError, lock_copy
from careers.models import Version
from careers.publishing.working_copies import record_save

Layout = dict[str, tuple[str, ...]]


class WorkingCopyAdmin(DeskAdmin):
    """A text with chapters as tabs, its checks and figures beside it, and its steps as buttons."""

    change_form_template = "admin_pages/text_form.html"
    #: The parts of each chapter in order: names of fieldsets, and prefixes of rows.
    layout: ClassVar[Layout] = {}
    #: Short titles for the tabs.
    chapter_titles: ClassVar[dict[str, str | Promise]] = {
        "page": _lazy("Top"),
        "work": _lazy("The work"),
        "pay": _lazy("Pay"),
        "outlook": _lazy("Outlook"),
        "begin": _lazy("How to begin"),
        "guide": _lazy("Text"),
        "more": _lazy("Sources and more"),
    }

    def get_urls(self) -> list[URLPattern]:
        return [*self._own_urls(), *super().get_urls()]

    def _own_urls(self) -> list[URLPattern]:
        def page(route: str, view: Any, name: str) -> URLPattern:
            def answer(request: HttpRequest, object_id: str, **values: Any) -> HttpResponse:
                return view(self, request, object_id, **values)  # type: ignore[no-any-return]  # all views

            address = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
            pattern: URLPattern = path(
                f"<int:object_id>/{route}", self.admin_site.admin_view(answer), name=address
            )
            return pattern

        return [
            page("step/<slug:name>/", step_view, "step"),
            page("history/", history.history_view, "history"),
            page("compare/", history.compare_view, "compare"),
            page("versions/<int:number>/revert/", history.revert_view, "revert"),
            page("preview/", previews.preview_view, "preview"),
            page("link/", previews.link_view, "link"),
            page("merge/", conflicts.merge_view, "merge"),
            page("proposals/<int:number>/", proposals.proposal_view, "proposal"),
        ]

    def text_or_404(self, request: HttpRequest, object_id: str | int) -> WorkingCopy:
        """The text, for those who may see it. Raises Http404 or PermissionDenied."""
        copy = self.get_object(request, str(object_id))
        if copy is None:
            raise Http404
        if not self.has_view_permission(request, copy):
            raise PermissionDenied
        return copy  # type: ignore[no-any-return]  # the admin's model is a working copy

    def address(self, copy: WorkingCopy, page: str, **values: Any) -> str:
        """One of a text's own pages, by the names in ``_own_urls``."""
        label = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(label, kwargs={"object_id": copy.pk, **values})

    def form_address(self, copy: WorkingCopy) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[copy.pk])

    def page_context(self, request: HttpRequest, copy: WorkingCopy) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": copy,
            "model_admin": self,
        }

    # --- Saving

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Lock the text while it is saved, so that two editors who save at once notice the conflict."""
        copy = self.get_object(request, unquote(object_id)) if object_id else None
        if request.method != "POST" or copy is None or not self.has_change_permission(request, copy):
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            try:
                lock_copy(copy, seen=conflicts.seen_in(request.POST))
            except EditConflictError as conflict:
                return conflicts.conflict_view(self, request, copy, conflict)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def answer_form(self, request: HttpRequest, copy: WorkingCopy) -> HttpResponse:
        """Answer a posted form without looking for conflicts: a redirect, or the form with its errors."""
        return super().changeform_view(request, str(copy.pk))  # type: ignore[no-any-return]  # Unfold has no types

    def save_related(self, request: HttpRequest, form: "ModelForm[Any]", formsets: Any, change: bool) -> None:
        """Store the state after the text and all its rows are saved."""
        super().save_related(request, form, formsets, change)
        record_save(copy=form.instance, by=account_of(request))

    def save_formset(self, request: HttpRequest, form: "ModelForm[Any]", formset: Any, change: bool) -> None:
        """Put new rows last, unless they were dragged elsewhere."""
        if any(field.name == "position" for field in formset.model._meta.fields):
            last = max((row.instance.position for row in formset.initial_forms), default=-1)
            for row in formset.extra_forms:
                if row.has_changed() and "position" not in row.changed_data:
                    last += 1
                    row.instance.position = last
        super().save_formset(request, form, formset, change)

    def response_change(self, request: HttpRequest, obj: Model) -> HttpResponse:
        return self._stay(request, obj)

    def response_add(
        self, request: HttpRequest, obj: Model, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._stay(request, obj)

    def _stay(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if not conflicts.is_trial(request):
            text = _("Saved as a draft. Readers see nothing of it until it is published.")
            link = format_html(
                ' <a href="{}" target="_blank">{}</a>', self.address(obj, "preview"), _("Look at it")
            )
            messages.success(request, format_html("{}{}", text, link))
        return redirect(self.form_address(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A text that was ever published is withdrawn, never deleted: its addresses stay."""
        may = bool(super().has_delete_permission(request, obj))
        if not may or not isinstance(obj, WorkingCopy):
            return may
        return not Version.objects.of(obj.subject_type, obj.key).exclude(publish_at=None).exists()

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Leave out deleting many at once, which would bypass the rule above."""
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Offer only active editors."""
        if db_field.name == "editor":
            people = get_user_model().objects.filter(is_active=True, is_staff=True)
            options["queryset"] = people.order_by("first_name", "username")
        return super().formfield_for_foreignkey(db_field, request, **options)

    # --- The form's page

    def render_change_form(  # noqa: PLR0917  as Django calls it
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> TemplateResponse:
        context |= panels.chapters(self, context)
        if obj is not None:
            context |= panels.side_panel(self, request, obj)
            context |= {"actions_detail": self._buttons(request, obj), "actions_detail_hide_default": True}
            context["seen"] = request.POST.get("seen") or obj.lock_version
        return super().render_change_form(request, context, add, change, form_url, obj)  # type: ignore[no-any-return]

    def _buttons(self, request: HttpRequest, copy: WorkingCopy) -> list[dict[str, Any]]:
        """The next steps by name, everything else under “More”."""
        open_steps = steps.open_steps(request.user, copy)
        first = [steps.button(step, self.address(copy, "step", name=step.name)) for step in open_steps]
        return panels.buttons(self, copy, first)
