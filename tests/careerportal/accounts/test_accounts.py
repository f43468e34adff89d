"""Who may do what: given by an administrator, kept in the audit log, and never more than one has oneself."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from careers.models import AuditEntry
from tests.careers.admin.filling import editor, filled
from tests.careers.editing import ADMINISTRATOR, REVIEWER, WRITER, make_person

pytestmark = pytest.mark.django_db


def group(name: str) -> int:
    return Group.objects.get(name=name).pk


def change(user: User) -> str:
    return reverse("admin:auth_user_change", args=[user.pk])


def test_administrator_makes_an_account_that_may_enter(client: Client) -> None:
    editor(client, ADMINISTRATOR)

    data = {"username": "bob", "email": "bob@desk.example", "groups": [group(WRITER)]}
    passwords = {"password1": "lantern-4-boats", "password2": "lantern-4-boats"}
    client.post(reverse("admin:auth_user_add"), {**data, **passwords})

    bob = User.objects.get(username="bob")
    assert bob.is_staff
    assert bob.has_perm("editorial.change_career")
    assert AuditEntry.objects.filter(who="ann", action="changed roles", note="– → Writer").exists()


def test_changed_role_is_in_the_audit_log_and_works_at_once(client: Client) -> None:
    bob = make_person("bob", WRITER, is_staff=True)
    editor(client, ADMINISTRATOR)

    client.post(change(bob), {**filled(client, change(bob)), "groups": [group(REVIEWER)]})

    assert User.objects.get(pk=bob.pk).has_perm("editorial.publish_career")
    assert AuditEntry.objects.get(action="changed roles").note == "Writer → Reviewer"


def test_whoever_loses_the_last_role_enters_no_more(client: Client) -> None:
    bob = make_person("bob", WRITER, is_staff=True)
    editor(client, ADMINISTRATOR)

    data = filled(client, change(bob))
    client.post(change(bob), {**data, "groups": []})

    assert not User.objects.get(pk=bob.pk).is_staff


def test_administrator_makes_nobody_the_owner(client: Client) -> None:
    bob = make_person("bob", WRITER, is_staff=True)
    editor(client, ADMINISTRATOR)

    client.post(change(bob), {**filled(client, change(bob)), "is_superuser": "on", "groups": [group(WRITER)]})

    assert not User.objects.get(pk=bob.pk).is_superuser


@pytest.mark.parametrize("path", ["change/", "password/", "delete/"])
def test_administrator_does_not_touch_the_owner(client: Client, admin_user: User, path: str) -> None:
    editor(client, ADMINISTRATOR)

    response = client.post(f"/admin/auth/user/{admin_user.pk}/{path}", {"post": "yes", "username": "x"})

    admin_user.refresh_from_db()
    assert response.status_code == 403
    assert admin_user.username == "admin"


@pytest.mark.parametrize("role", [WRITER, REVIEWER])
def test_others_see_no_accounts(client: Client, role: str) -> None:
    bob = make_person("bob", WRITER, is_staff=True)
    editor(client, role)

    assert client.get(reverse("admin:auth_user_changelist")).status_code == 403
    assert client.post(change(bob), {"groups": [group(REVIEWER)]}).status_code == 403
    assert client.post(f"/admin/auth/user/{bob.pk}/drop_second_factor/").status_code == 403


def test_administrator_changes_no_role_itself(client: Client) -> None:
    editor(client, ADMINISTRATOR)

    assert client.get(reverse("admin:auth_group_changelist")).status_code == 200
    assert (
        client.post(reverse("admin:auth_group_change", args=[group(WRITER)]), {"name": "x"}).status_code
        == 403
    )


def test_lost_phone_is_helped_with_and_noted(client: Client) -> None:
    bob = make_person("bob", WRITER, is_staff=True)
    TOTP.activate(bob, generate_totp_secret())
    editor(client, ADMINISTRATOR)
    page = f"/admin/auth/user/{bob.pk}/drop_second_factor/"

    response = client.get(page)
    still_there = Authenticator.objects.filter(user=bob).exists()
    client.post(page)

    assert "Do this only when you have spoken to this person." in response.content.decode()
    assert still_there
    assert not Authenticator.objects.filter(user=bob).exists()
    assert AuditEntry.objects.filter(action="took away second factor").exists()


def test_password_is_changed_for_somebody_else(client: Client) -> None:
    bob = make_person("bob", WRITER, is_staff=True)
    editor(client, ADMINISTRATOR)

    passwords: dict[str, Any] = {"password1": "lantern-4-boats", "password2": "lantern-4-boats"}
    client.post(f"/admin/auth/user/{bob.pk}/password/", {**passwords, "usable_password": "true"})

    assert User.objects.get(pk=bob.pk).check_password("lantern-4-boats")
