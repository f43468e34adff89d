"""Accounts and roles. Every change of a role is in the audit log."""

from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.decorators import action, display
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from careers.admin.base import AuditedAdmin
from careers.editorial.roles import ROLES

for model in (User, Group, EmailAddress, Authenticator):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


@admin.register(User)
class UserAdmin(DjangoUserAdmin, AuditedAdmin):  # type: ignore[misc,type-arg]  # Unfold's screen on Django's
    """Editors' accounts. Only an owner of the site makes another owner."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    audit_type = "account"
    list_display = ("username", "full_name", "email", "roles", "second_factor", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    search_fields = ("username", "first_name", "last_name", "email")
    filter_horizontal = ()
    autocomplete_fields = ("groups",)
    actions_detail = ("drop_second_factor",)
    add_fieldsets = (
        (
            None,
            {"fields": ("username", "first_name", "last_name", "email", "password1", "password2", "groups")},
        ),
    )
    fieldsets = (
        (None, {"fields": ("username", "password", "first_name", "last_name", "email")}),
        (
            gettext_lazy("What this person may do"),
            {
                "fields": ("groups", "is_active", "is_superuser"),
                "description": gettext_lazy(
                    "Writers write. Reviewers also approve and publish. Moderators see to readers' "
                    "questions. Administrators also make accounts. Nobody needs more than one."
                ),
            },
        ),
        (gettext_lazy("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups", "authenticator_set")

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """Keep editors from making themselves owners."""
        names = tuple(super().get_readonly_fields(request, obj))
        return names if _is_owner(request) else (*names, "is_superuser")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        may = super().has_change_permission(request, _row(obj))
        return may and (_is_owner(request) or not getattr(_row(obj), "is_superuser", False))

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        may = super().has_delete_permission(request, obj)
        return may and (_is_owner(request) or not getattr(_row(obj), "is_superuser", False))

    def save_related(self, request: HttpRequest, form: "ModelForm[Any]", formsets: Any, change: bool) -> None:
        """Let whoever has a role enter the admin, and write changed roles to the audit log."""
        before = _roles(form.instance) if change else ""
        super().save_related(request, form, formsets, change)
        user = form.instance
        after = _roles(user)
        if before != after:
            self.log(request, user, "changed roles", f"{before or '–'} → {after or '–'}")
        is_staff = user.is_superuser or bool(after)
        if user.is_staff != is_staff:
            user.is_staff = is_staff
            user.save(update_fields=["is_staff"])

    @action(
        description=gettext_lazy("Take away second step"),
        icon="phonelink_erase",
        permissions=["change_person"],
    )
    def drop_second_factor(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """For somebody who lost phone and recovery codes."""
        user = self.get_queryset(request).get(pk=object_id)
        if not self.has_change_permission(request, user):
            messages.error(request, _("Only the owner of the site may change this account."))
            return redirect("admin:auth_user_changelist")
        if request.method == "POST":
            Authenticator.objects.filter(user=user).delete()
            self.log(request, user, "took away second factor")
            messages.success(request, _("%(name)s logs in by password alone now.") % {"name": user})
            return redirect("admin:auth_user_change", object_id)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Take away the second step of %(name)s") % {"name": user},
            "lead": _(
                "Do this only when you have spoken to this person. The authenticator app, passkeys and "
                "recovery codes of this account stop working; the password stays."
            ),
            "submit": _("Take away"),
            "back": f"../../{object_id}/change/",
        }
        return TemplateResponse(request, "admin_pages/confirm.html", context)

    def has_change_person_permission(self, request: HttpRequest, object_id: str | None = None) -> bool:
        return bool(request.user.has_perm("auth.change_user"))

    @display(description=gettext_lazy("Name"))
    def full_name(self, user: User) -> str:
        return user.get_full_name()

    @display(description=gettext_lazy("Roles"))
    def roles(self, user: User) -> str:
        return gettext_lazy("Owner") if user.is_superuser else _roles(user)  # type: ignore[return-value]  # lazy text

    @display(description=gettext_lazy("Second step"), boolean=True)
    def second_factor(self, user: User) -> bool:
        return bool(user.authenticator_set.all())  # type: ignore[attr-defined]  # allauth's relation


@admin.register(Group)
class GroupAdmin(DjangoGroupAdmin, AuditedAdmin):  # type: ignore[misc]  # Unfold's screen on Django's
    """Roles. The portal makes four; a site may add permissions and roles of its own."""

    audit_type = "role"
    filter_horizontal = ()
    autocomplete_fields: ClassVar[tuple[str, ...]] = ()
    list_display = ("name", "people")

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """Only an owner of the site changes what a role may do."""
        return _is_owner(request)

    has_add_permission = has_delete_permission = has_change_permission

    def save_related(self, request: HttpRequest, form: "ModelForm[Any]", formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if "permissions" in form.changed_data:
            count = form.instance.permissions.count()
            self.log(request, form.instance, "changed permissions", f"{count} permissions now")

    @display(description=gettext_lazy("What it is for"))
    def people(self, group: Group) -> str:
        return str(PURPOSES.get(group.name, "")) if group.name in ROLES else ""


PURPOSES = {
    "Writer": gettext_lazy("Writes careers and guides, and hands them over for review."),
    "Reviewer": gettext_lazy("Writes, reviews, publishes, schedules and withdraws; sets notices."),
    "Moderator": gettext_lazy("Sees to what readers send in."),
    "Administrator": gettext_lazy("All of it, and makes accounts."),
}


def _roles(user: User) -> str:
    return ", ".join(sorted(group.name for group in user.groups.all()))


def _is_owner(request: HttpRequest) -> bool:
    return bool(request.user.is_superuser)


def _row(obj: User | str | None) -> User | None:
    """The account; Unfold passes its key where Django passes the object."""
    return User.objects.filter(pk=obj).first() if isinstance(obj, str) else obj
