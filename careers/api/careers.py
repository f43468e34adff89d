"""Careers: the list and the search, a career, its versions, several beside each other."""

from typing import Annotated

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Path, Query, Router, Schema
from pydantic import Field

from careers.api import documents
from careers.api.comparing import compare
from careers.api.items import career_items
from careers.api.paging import Cursor, Limit, cut, next_address
from careers.api.public_answer import public_answer
from careers.api.refusals import public_or_error
from careers.listing.entries import entries
from careers.listing.facets import facets, narrow
from careers.listing.lists import CareerListPage, make_list
from careers.listing.state import MAX_TEXT_LENGTH, read_state
from careers.models import Version
from careers.public.careers import find_career, find_careers, public_once
from careers.public.history import find_history, find_version
from careers.search.results import hits
from careers.web.query_params import MAX_CHOICE_LENGTH, NoSuchChoice, ParameterError, checked
from careers.web.rendering import absolute

router = Router(tags=["Careers"])

SLUG = r"^[-A-Za-z0-9_]+$"

CareerSlug = Annotated[
    str,
    Path(
        pattern=SLUG,
        description="The career's key, as lists give it.",
        examples=["medical-records-specialists"],
    ),
]
Keys = Annotated[list[str], Field(max_length=30)]


def _filter(about: str, *examples: str) -> list[str]:
    field: list[str] = Field([], max_length=30, description=about, examples=[list(examples)])
    return field


class CareerQuery(Schema):
    """Filters take several values (`zone=2&zone=3`); a career needs one of each filter's."""

    q: str = Field(
        "",
        max_length=MAX_TEXT_LENGTH,
        description="What somebody would type, or a code.",
        examples=["fix cars"],
        json_schema_extra={"x-tried": True},
    )
    cluster: list[str] = _filter("Fields of work, by slug.", "health-science")
    education: list[str] = _filter("Usual schooling: 1 no diploma … 8 doctoral or professional degree.", "5")
    degree: list[str] = _filter("“no”: no college degree needed.", "no")
    pay: list[str] = _filter("Ranges of the annual median, as /filters/ names them.")
    growth: list[str] = _filter("Ranges of the expected growth, as /filters/ names them.")
    openings: list[str] = _filter("Ranges of yearly openings, as /filters/ names them.", "10000-100000")
    bright: list[str] = _filter("“1”: bright outlook.", "1")
    interest: list[str] = _filter("First letter of the Holland code: R, I, A, S, E or C.", "R")
    zone: list[str] = _filter("Job zones, 1 to 5.", "3")
    sort: str = Field("", description="match, pay, growth, openings, education or title.", examples=["pay"])
    limit: Limit = 50
    cursor: Cursor = ""


@router.get("/careers/", response=documents.CareerList, summary="Find and list careers")
@public_answer(CareerQuery)
def careers(request: HttpRequest, query: Query[CareerQuery]) -> documents.CareerList:
    """With `q`, the site's own search, best first; without, all careers from A to Z.

    Misspelt words are understood.
    """
    shown = _shown(request)
    piece, cursor = cut(shown.ordered, query, key=lambda entry: entry.key)
    whys = {}
    if shown.results:
        keys = {entry.key: entry for entry in piece}
        ranked = [career for career in shown.results.ranked if career.key in keys]
        whys = {career.key: hit.why for career, hit in zip(ranked, hits(shown.results, ranked), strict=True)}
    items, releases = career_items(request, piece, whys)
    return documents.CareerList(
        q=shown.state.text,
        searched_for=shown.results.searched_for if shown.results else "",
        items=items,
        releases=releases,
        total=shown.total,
        next=next_address(request, cursor),
    )


def _shown(request: HttpRequest) -> CareerListPage:
    """The list that the address asks for. Raises ParameterError or NoSuchChoice."""
    parameters = request.GET.copy()
    parameters.pop("page", None)  # the pages' way to count; here it means nothing
    known_facets = facets()
    try:
        state = read_state(parameters, known_facets)
    except NoSuchChoice as problem:
        message = f"{problem.message} See /api/v1/filters/ for what there is."
        raise ParameterError(problem.name, message) from None
    return make_list(state, known_facets)


@router.get("/filters/", response=documents.FilterList, summary="What the list can be narrowed by")
@public_answer()
def filters(request: HttpRequest) -> documents.FilterList:
    """Each filter's values, and how many of all careers have them."""
    known_facets = facets()
    counts = narrow(entries(), known_facets, {}).counts
    items = [
        documents.Filter(
            parameter=facet.name,
            label=facet.legend,
            choices=[
                documents.Choice(key=key, label=str(label), count=counts[facet.name][key])
                for key, label in facet.options
            ],
        )
        for facet in known_facets
    ]
    return documents.FilterList(items=items, total=len(items))


class CompareQuery(Schema):
    c: list[str] = Field(
        min_length=2,
        max_length=4,
        description="Two to four slugs: `c=…&c=…`.",
        examples=[["medical-records-specialists", "software-developers"]],
    )


@router.get("/careers/compare/", response=documents.Comparison, summary="Compare careers")
@public_answer(CompareQuery)
def comparison(request: HttpRequest, query: Query[CompareQuery]) -> documents.Comparison:
    """Two to four careers beside each other: pay, outlook, schooling, interests, skills."""
    slugs = list(dict.fromkeys(query.c))
    if len(slugs) < 2:
        raise ParameterError("c", "Name at least two different careers.")
    for slug in slugs:
        checked(slug, "c", MAX_CHOICE_LENGTH)
    answers = find_careers(slugs, now=timezone.now())
    if unknown := [slug for slug in slugs if slug not in answers]:
        raise Http404(f"No career has the slug {unknown[0]!r}.")
    careers = public_once(public_or_error(answer) for answer in answers.values())
    if len(careers) < 2:
        raise ParameterError("c", "Name at least two different careers.")
    return compare(careers)


@router.get("/careers/{slug:slug}/", response=documents.CareerDocument, summary="One career")
@public_answer()
def career(request: HttpRequest, slug: CareerSlug) -> documents.CareerDocument:
    """The published profile and the sheet of figures: all that the career's page is made of.

    Every part of the sheet names its release by a key of `sheet.releases`.
    """
    public = public_or_error(find_career(slug, now=timezone.now()))
    version = public.version
    return documents.CareerDocument(
        slug=public.slug,
        title=public.title,
        soc=public.sheet.soc,
        onet=public.sheet.onet,
        address=absolute(request, reverse("careers:career-detail", args=[public.slug])),
        version=version.number if version else None,
        published_at=version.publish_at if version else None,
        profile=public.profile,
        sheet=public.sheet,
    )


@router.get("/careers/{slug:slug}/versions/", response=documents.VersionList, summary="A career's versions")
@public_answer()
def versions(request: HttpRequest, slug: CareerSlug) -> documents.VersionList:
    """Everything that was ever published about the career, the newest first. Each stays for ever."""
    history = public_or_error(find_history(slug, now=timezone.now()))
    items = [
        documents.VersionItem(
            number=row.number,
            title=row.title,
            note=row.note,
            published_at=row.publish_at,
            withdrawn_at=_past(row),
            is_live=row.number == history.live_number,
            address=absolute(request, reverse("careers:career-version", args=[slug, row.number])),
        )
        for row in history.published
    ]
    return documents.VersionList(slug=slug, items=items, total=len(items))


@router.get(
    "/careers/{slug:slug}/versions/{int:number}/", response=documents.VersionDocument, summary="One version"
)
@public_answer()
def version(
    request: HttpRequest, slug: CareerSlug, number: Annotated[int, Path(ge=1, examples=[1])]
) -> documents.VersionDocument:
    """The text and the figures as they were on the day of publication. It never changes."""
    now = timezone.now()
    dated = public_or_error(find_version(slug, number, now=now))
    live_number = dated.versions.live(now).values_list("number", flat=True).first()
    return documents.VersionDocument(
        slug=slug,
        title=dated.profile.title,
        soc=dated.sheet.soc,
        onet=dated.sheet.onet,
        address=absolute(request, reverse("careers:career-version", args=[slug, number])),
        version=number,
        published_at=dated.version.publish_at,
        profile=dated.profile,
        sheet=dated.sheet,
        note=dated.version.note,
        withdrawn_at=_past(dated.version),
        is_live=number == live_number,
    )


def _past(row: Version) -> object:
    """When it was withdrawn, if it was; a date to come is nobody's business yet."""
    return row.withdraw_at if row.withdraw_at and row.withdraw_at <= timezone.now() else None
