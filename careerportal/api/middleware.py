"""What every answer of the API has in common, whoever gave it: CORS, problems, ETags, compression."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import patch_cache_control
from django.utils.translation import override

from careerportal.api.problems import DETAILS, MEDIA_TYPE, Problem
from careers.models import Version
from careers.web.cross_origin import allow_every_origin
from careers.web.rendering import keep_until, says_until

PREFIX = "/api/"
DOCUMENTATION = "/api/"
METHODS = "GET, HEAD, OPTIONS"
SECONDS = 60

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class ApiMiddleware:
    """Stands outside of all that could answer below /api/; other pages pass."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self._with_etag = ConditionalGetMiddleware(get_response)
        self._zipped = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PREFIX) or request.path_info == DOCUMENTATION:
            return self.get_response(request)
        if request.method == "OPTIONS":
            return with_cors(_preflight())
        method = request.method
        if method == "HEAD":
            request.method = "GET"
        with override("en"):
            response = self.get_response(request)
        if response.status_code >= 400:
            response = _as_problem(request, response)
        else:
            response = self._finish(request, response)
        request.method = method  # the server drops the body of what HEAD asked for
        return with_cors(response)

    def _finish(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """A good answer may be kept a while by whoever asked, and is sent again only when it changed."""
        if response.status_code == 200:
            patch_cache_control(response, public=True, max_age=SECONDS)
            if isinstance(response, HttpResponse) and not says_until(response):
                keep_until(response, Version.objects.next_change_at())
        response = self._with_etag.process_response(request, response)
        return self._zipped.process_response(request, response)


def with_cors(response: HttpResponseBase) -> HttpResponseBase:
    """Let programs in any page read the answer. Nothing here is anybody's own."""
    allow_every_origin(response)
    response["Access-Control-Expose-Headers"] = "ETag, Retry-After"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _preflight() -> HttpResponse:
    headers = {
        "Allow": METHODS,
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": "*",
        "Access-Control-Max-Age": "86400",
    }
    return HttpResponse(status=204, headers=headers)


def _as_problem(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """An error as a problem document, whichever part of the site raised it."""
    if response.get("Content-Type", "").startswith(MEDIA_TYPE):
        return response
    status = response.status_code
    problem = Problem(status, DETAILS.get(status, response.reason_phrase), instance=request.path)
    if status == 405:
        problem["Allow"] = METHODS
    return problem
