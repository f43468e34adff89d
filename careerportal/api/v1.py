"""Version 1 of the API: what it is made of, and how it says no."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.operation import Operation
from pydantic import Field

import careers.api.careers
import careers.api.catalog
import careers.api.downloads
import careers.api.figures
import schools.api
from careerportal.api.problems import Problem
from careers.api.paging import ParameterError
from careers.api.refusals import GoneError, MovedError
from careers.documents.base import Part
from careers.web.rendering import absolute


class Api(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The view's name: short, and no other has it."""
        return operation.view_func.__name__


class Index(Part):
    name: str
    documentation: str
    openapi: str
    requests_per_minute: int = Field(description="From one address; 0: no limit.")
    addresses: dict[str, str] = Field(description="Where to begin, by name.")


api = Api(
    title=f"{settings.SITE_NAME} API",
    version="1",
    description="What work is like, what it pays and how to get in, as open data. Read-only; no key.",
    urls_namespace="api-v1",
    openapi_url=None,  # served, completed, by careerportal.api.views
    docs_url=None,
)


@api.get("/", response=Index, summary="Start here", tags=["Start"])
def index(request: HttpRequest) -> Index:
    """What there is, and where it is explained."""
    names = ("careers", "filters", "occupations", "areas", "clusters", "releases", "guides", "downloads")
    return Index(
        name=api.title,
        documentation=absolute(request, reverse("api")),
        openapi=absolute(request, reverse("openapi")),
        requests_per_minute=settings.API_REQUESTS_PER_MINUTE,
        addresses={name: absolute(request, reverse(f"api-v1:{name}")) for name in names},
    )


for router in (
    careers.api.careers.router,
    careers.api.figures.router,
    careers.api.catalog.router,
    careers.api.downloads.router,
):
    api.add_router("", router)
api.add_router("/schools", schools.api.router)


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, problem: Http404) -> HttpResponse:
    return Problem(404, str(problem) or "There is no such thing.", instance=request.path)


@api.exception_handler(MovedError)
def _moved(request: HttpRequest, moved: MovedError) -> HttpResponse:
    """Lead on by a header, which clients follow, and say so in words for those that don't."""
    match = request.resolver_match
    assert match is not None  # noqa: S101  # a view has run
    path = reverse(match.view_name, kwargs={**match.kwargs, "slug": moved.slug})
    query = request.GET.urlencode()
    location = f"{path}?{query}" if query else path
    problem = Problem(301, f"This has moved to {location}.", instance=request.path)
    problem["Location"] = location
    return problem


@api.exception_handler(GoneError)
def _gone(request: HttpRequest, gone: GoneError) -> HttpResponse:
    return Problem(410, f"“{gone.title}” was published here once and is withdrawn.", instance=request.path)


@api.exception_handler(ParameterError)
def _wrong_parameter(request: HttpRequest, problem: ParameterError) -> HttpResponse:
    errors = [{"name": problem.name, "detail": problem.message}]
    return Problem(422, f"{problem.name}: {problem.message}", instance=request.path, errors=errors)


@api.exception_handler(BadRequest)
def _bad_request(request: HttpRequest, problem: BadRequest) -> HttpResponse:
    return Problem(400, str(problem), instance=request.path)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    errors = [{"name": str(_name_of(error["loc"])), "detail": str(error["msg"])} for error in problem.errors]
    detail = "; ".join(f"{error['name']}: {error['detail']}" for error in errors)
    return Problem(422, detail, instance=request.path, errors=errors)


def _name_of(place: tuple[str | int, ...]) -> str | int:
    """The parameter's name, from ("query", "query", "limit") or ("query", "query", "zone", 0)."""
    return next((part for part in reversed(place) if isinstance(part, str)), "")
