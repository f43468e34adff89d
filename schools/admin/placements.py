"""Placements: filled in, looked at, published and withdrawn from one screen."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import Model, URLField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.decorators import action, display
from unfold.widgets import UnfoldAdminSelect2MultipleWidget

from careers.admin.base import AuditedAdmin, account_of
from careers.models import Cluster, Framework
from careers.publishing.problems import NotPublishableError
from careers.publishing.versions import CannotWithdrawError
from schools.editorial.models import Placement
from schools.editorial.preview import preview_address
from schools.editorial.publishing import publish, status, withdraw

STATUS_COLORS = {"draft": "info", "scheduled": "warning", "published": "success", "withdrawn": "danger"}


@admin.register(Placement)
class PlacementAdmin(AuditedAdmin):
    """Saving keeps a draft. “Publish” shows what was saved, from its start to its end."""

    list_display = ("school", "kind", "public_status", "starts_at", "ends_at", "position", "is_example")
    list_filter = ("kind", "is_home", "is_example")
    search_fields = ("school__name", "paid_by", "wording")
    autocomplete_fields = ("school",)
    list_select_related = ("school",)
    actions_detail = ("publish_placement", "preview_placement", "withdraw_placement")
    conditional_fields: ClassVar = {"paid_by": "kind == 'paid'", "reason": "kind == 'editors'"}
    fieldsets: ClassVar = [
        (
            None,
            {
                "fields": ["school", "kind", "paid_by", "reason", "wording", "link"],
                "description": gettext_lazy(
                    "A placement stands apart from the lists of all schools and changes nothing in them. "
                    "Save it, look at the preview, then publish. It ends by itself, and stays in the "
                    "public register."
                ),
            },
        ),
        (gettext_lazy("Where"), {"fields": ["careers", "clusters", "is_home", "position"]}),
        (gettext_lazy("When"), {"fields": ["starts_at", "ends_at", "is_example"]}),
    ]

    @display(description=gettext_lazy("status"), label=STATUS_COLORS)  # type: ignore[untyped-decorator]
    def public_status(self, placement: Placement) -> str:
        return status(placement)

    def has_publish_permission(self, request: HttpRequest, object_id: str | None = None) -> bool:
        return request.user.has_perm("placements.publish_placement")

    @action(  # type: ignore[untyped-decorator]
        description=gettext_lazy("Publish"), url_path="publish", icon="publish", permissions=["publish"]
    )
    def publish_placement(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Puts up what was saved, after asking: a link alone must change nothing."""
        title, submit = _("Publish this placement?"), _("Publish")
        return self._after_asking(request, object_id, _publish, title=title, submit=submit)

    @action(  # type: ignore[untyped-decorator]
        description=gettext_lazy("Preview"), url_path="preview", icon="visibility", permissions=["view"]
    )
    def preview_placement(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return redirect(preview_address(get_object_or_404(Placement, pk=object_id)))

    @action(  # type: ignore[untyped-decorator]
        description=gettext_lazy("End it now"), url_path="withdraw", icon="block", permissions=["publish"]
    )
    def withdraw_placement(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Takes the placement away at once, after asking."""
        title, submit = _("End this placement now?"), _("End it")
        return self._after_asking(request, object_id, _end, title=title, submit=submit)

    def _after_asking(
        self,
        request: HttpRequest,
        object_id: str,
        change: Callable[[HttpRequest, Placement], None],
        *,
        title: str,
        submit: str,
    ) -> HttpResponse:
        """Ask whether to ``change`` the placement; do it, and lead back to its form, where that was sent."""
        placement = get_object_or_404(Placement, pk=object_id)
        if request.method == "POST":
            change(request, placement)
            return redirect(_form_address(placement))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "lead": str(placement),
            "submit": submit,
            "back": _form_address(placement),
        }
        return TemplateResponse(request, "admin_pages/confirm.html", context)

    def has_delete_permission(self, request: HttpRequest, obj: Placement | None = None) -> bool:
        """A draft may go; what was ever public stays."""
        may = super().has_delete_permission(request, obj)
        return bool(may and (obj is None or status(obj) == "draft"))

    def delete_queryset(self, request: HttpRequest, queryset: Iterable[Model]) -> None:
        for placement in queryset:
            if isinstance(placement, Placement) and status(placement) == "draft":
                self.delete_model(request, placement)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """An address without a scheme is meant to be https."""
        if isinstance(db_field, URLField):
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """To be searched by typing; of clusters only those of the edition that pages show."""
        kwargs["widget"] = UnfoldAdminSelect2MultipleWidget
        if db_field.name == "clusters":
            kwargs["queryset"] = Cluster.objects.filter(framework=Framework.SIXTEEN)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def _form_address(placement: Placement) -> str:
    return reverse("admin:placements_placement_change", args=[placement.pk])


def _publish(request: HttpRequest, placement: Placement) -> None:
    """Publish ``placement``, and tell the editor what came of it."""
    try:
        version = publish(placement=placement, by=account_of(request))
    except NotPublishableError as error:
        for problem in error.problems:
            messages.error(request, f"{problem.label}: {problem.message}")
    else:
        words = {"number": version.number, "school": placement.school}
        messages.success(
            request, _("Version %(number)s of the placement of %(school)s is published.") % words
        )


def _end(request: HttpRequest, placement: Placement) -> None:
    """Withdraw ``placement``, and tell the editor what came of it."""
    try:
        withdraw(placement=placement, by=account_of(request))
    except CannotWithdrawError:
        messages.error(request, _("It is neither shown nor scheduled."))
    else:
        messages.success(request, _("The placement has ended. It stays in the public register."))
