"""Keeping editors without a second factor out of the admin, on a site that requires one."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _


class SecondFactorMiddleware:
    """With REQUIRE_SECOND_FACTOR, redirects editors without a second factor to the page that sets one up.

    The account's own pages stay open.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _is_guarded(request) and request.user.is_authenticated and not is_mfa_enabled(request.user):
            messages.warning(request, _("This site asks for a second step at log-in. Set one up to go on."))
            return redirect("mfa_index")
        return self.get_response(request)


def _is_guarded(request: HttpRequest) -> bool:
    admin = f"/{settings.ADMIN_PATH}"
    # The catalog of texts for scripts is needed by the account's pages and holds nothing of the site's.
    open_paths = (f"{admin}account/", f"{admin}logout/", f"{admin}jsi18n/")
    path = request.path_info
    return settings.REQUIRE_SECOND_FACTOR and path.startswith(admin) and not path.startswith(open_paths)
