"""Logging in: throttled, in plain words, with a second step where the site asks for one."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from careerportal.accounts.sessions import delete_ended
from tests.careers.editing import WRITER, make_person

pytestmark = pytest.mark.django_db

LOG_IN = "/admin/account/login/"


@pytest.fixture
def ann() -> User:
    return make_person("ann", WRITER, is_staff=True)


def log_in(client: Client, *typed: str, name: str = "ann") -> Any:
    """Log in with the right password, or with the one ``typed``."""
    return client.post(LOG_IN, {"login": name, "password": typed[0] if typed else "secret"})


@pytest.mark.parametrize("name", ["ann", "ann@desk.example"])
def test_editor_logs_in_by_name_or_address(client: Client, ann: User, name: str) -> None:
    response = log_in(client, name=name)

    assert response["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_admin_sends_whoever_is_not_logged_in_to_the_log_in_and_back(client: Client, ann: User) -> None:
    first = client.get("/admin/editorial/career/", follow=True)
    form = first.context["form"]

    response = client.post(LOG_IN, {"login": "ann", "password": "secret", "next": "/admin/editorial/career/"})

    assert form.fields.keys() >= {"login", "password"}
    assert response["Location"] == "/admin/editorial/career/"


def test_log_in_leads_to_no_other_site(client: Client, ann: User) -> None:
    response = client.post(LOG_IN, {"login": "ann", "password": "secret", "next": "https://evil.example/"})

    assert response["Location"] == "/admin/"


def test_five_wrong_passwords_lock_the_account_for_a_while(client: Client, ann: User) -> None:
    answers = [log_in(client, "wrong").content.decode() for _try in range(6)]
    right = log_in(client)

    assert "don&#x27;t belong together" in answers[0] or "don't belong together" in answers[0]
    assert "Locked for five minutes" in answers[-1]
    assert right.status_code == 200, "the right password does not help while it is locked"
    assert client.get("/admin/").status_code == 302


def test_one_machine_cannot_try_many_names(client: Client, ann: User) -> None:
    for number in range(20):
        log_in(client, "wrong", name=f"name{number}")

    assert "Locked for five minutes" in log_in(client, name="another").content.decode()


def test_nobody_signs_up(client: Client) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert client.get("/admin/account/signup/").status_code in {302, 404}
    assert "sign up" not in client.get(LOG_IN).content.decode().lower()


def test_second_step_is_asked_for(client: Client, ann: User) -> None:
    RecoveryCodes.activate(ann)
    TOTP.activate(ann, generate_totp_secret())
    codes = RecoveryCodes(Authenticator.objects.get(user=ann, type="recovery_codes")).get_unused_codes()

    first = log_in(client)
    closed = client.get("/admin/").status_code
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})

    assert first["Location"].startswith("/admin/account/second-step/authenticate/")
    assert closed == 302
    assert "This code is not right" in wrong.content.decode()
    assert client.get("/admin/").status_code == 200


def test_recovery_code_works_once(client: Client, ann: User) -> None:
    RecoveryCodes.activate(ann)
    TOTP.activate(ann, generate_totp_secret())
    code = RecoveryCodes(Authenticator.objects.get(user=ann, type="recovery_codes")).get_unused_codes()[0]
    log_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code})
    client.logout()

    log_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code})

    assert client.get("/admin/").status_code == 302


def test_site_that_asks_for_a_second_step_leads_to_setting_one_up(
    client: Client, ann: User, settings: Any
) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    log_in(client)

    led = client.get("/admin/editorial/career/", follow=True)

    assert led.redirect_chain[-1][0] == reverse("mfa_index")
    assert "asks for a second step" in led.content.decode()
    TOTP.activate(ann, generate_totp_secret())
    assert client.get("/admin/editorial/career/").status_code == 200


@pytest.mark.parametrize("name", ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn"])
def test_pages_of_the_second_step_open_to_whoever_knows_the_password(
    client: Client, ann: User, name: str
) -> None:
    log_in(client)

    response = client.get(reverse(name), follow=True)
    if response.redirect_chain:
        client.post(response.redirect_chain[-1][0], {"password": "secret"})

    assert client.get(reverse(name)).status_code == 200


def test_password_is_reset_by_mail(client: Client, ann: User) -> None:
    client.post(reverse("account_reset_password"), {"email": "ann@desk.example"})

    link = re.search(r"https?://[^/\s]+(/admin/account/password/reset/key/\S+)", str(mail.outbox[0].body))
    assert link
    page = client.get(link[1], follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": "lantern-4-boats", "password2": "lantern-4-boats"})

    assert log_in(client, "lantern-4-boats")["Location"] == "/admin/"


def test_reset_tells_nobody_who_has_an_account(client: Client) -> None:
    response = client.post(reverse("account_reset_password"), {"email": "nobody@desk.example"}, follow=True)

    assert response.status_code == 200
    assert mail.outbox == []


def test_log_ins_end_and_are_forgotten(client: Client, ann: User, settings: Any) -> None:
    settings.SESSION_COOKIE_AGE = -1
    log_in(client)

    outcome = delete_ended()

    assert outcome == "Deleted 1 log-ins that had ended."
    assert client.get("/admin/").status_code == 302
    assert delete_ended() is None


def test_account_without_a_role_is_told_no(client: Client) -> None:
    make_person("eve")
    log_in(client, name="eve")

    assert client.get("/admin/").status_code in {302, 403}
    assert client.get("/admin/", follow=True).status_code == 403


def test_pages_of_the_account_speak_to_no_other_site(client: Client) -> None:
    page = client.get(LOG_IN)

    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page.content.decode())
    assert "'unsafe-eval'" in page["Content-Security-Policy"]
    assert "'unsafe-eval'" not in client.get("/about/")["Content-Security-Policy"]
