"""Forms on pages that are the same bytes for every reader carry no token; this guards them instead."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


def from_this_site(view: View) -> View:
    """Let a view without log-in take forms from pages of this site only.

    Browsers say where a form stood in ``Sec-Fetch-Site``, older ones in ``Origin``. A client that says
    neither is no browser, has no reader's rights to misuse, and is let in.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        site = request.headers.get("Sec-Fetch-Site")
        origin = request.headers.get("Origin")
        if site is not None:
            is_ours = site in {"same-origin", "none"}
        else:
            is_ours = origin is None or _host_of(origin) == request.get_host()
        if not is_ours:
            raise PermissionDenied("The form was sent from another site.")
        return view(request, *args, **kwargs)

    return csrf_exempt(guarded)


def _host_of(origin: str) -> str | None:
    """The host and port of an ``Origin``; None where it is no address."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None
