"""The messages of the log-in. Signing up is off."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class EditorsAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Closes sign-up: administrators create the accounts."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("This name and password don't belong together. Try again."),
        "email_password_mismatch": _("This address and password don't belong together. Try again."),
        "too_many_login_attempts": _(
            "Locked for five minutes after too many wrong tries. Wait, then try again; if you have lost your "
            "password, have it reset or ask an administrator."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class EditorsSecondStep(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """The messages of the second step."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right, or its half minute is over. Take the next one."),
    }
