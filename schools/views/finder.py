"""The finder of schools, on a page and as a table for spreadsheets."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from careers.models import Release
from careers.reference import sources
from careers.web import query_params
from careers.web.csv_export import csv_lines
from careers.web.public_page import canonical_query, public_page
from careers.web.rendering import absolute, render_public
from schools.finder import FinderQuery, FinderResults, find_place
from schools.finder.query import PARAMETERS, REPEATED
from schools.levels import groups_of
from schools.models import School
from schools.page.finder import ask, finder_page
from schools.page.sources import credit, newest_releases

COLUMNS = (
    "unitid", "name", "address", "city", "state", "zip_code", "control", "length", "website", "levels",
    "completions", "completions_year", "tuition_in_state", "tuition_source", "miles", "page", "source",
)  # fmt: skip


@require_safe
@public_page(params=PARAMETERS, repeated=REPEATED)
def school_list(request: HttpRequest) -> HttpResponseBase:
    """Schools by program or career, place and kind. Each state of it has one address."""
    query = FinderQuery.of(request.GET)
    if canonical_query(request) != query.query_string:
        return redirect(_address(query))
    place = find_place(query.near, state=query.state)
    if place and place.is_known and place.key != query.near:
        return redirect(_address(query.but(near=place.key, page=query.page)))
    page = finder_page(query, place)
    if query.page > page.pages.number:
        raise query_params.no_such_page()
    context = {
        "page": page,
        "canonical": absolute(request, _address(query)),
        "is_narrowed": bool(query.query_string),
    }
    return render_public(request, "schools/school_list.html", context)


def _address(query: FinderQuery) -> str:
    text = query.query_string
    return reverse("schools:school-list") + (f"?{text}" if text else "")


@require_safe
def school_export(request: HttpRequest) -> HttpResponseBase:
    """The same schools as a CSV table, all of them."""
    query = FinderQuery.of(request.GET)
    _subject, results = ask(query, find_place(query.near, state=query.state), is_whole=True)
    response = StreamingHttpResponse(
        csv_lines(COLUMNS, _rows(request, results)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="schools.csv"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _rows(request: HttpRequest, results: FinderResults) -> Iterator[list[object]]:
    releases = newest_releases(sources.IPEDS_COMPLETIONS, sources.IPEDS_INSTITUTIONS)
    schools = School.objects.select_related("listing__tuition_release").in_bulk(
        [row.unitid for row in results.schools]
    )
    for row in results.schools:
        school = schools[row.unitid]
        yield [
            school.unitid,
            school.name,
            school.street,
            school.city,
            school.state,
            school.zip_code,
            school.get_control_display() if school.control else "",
            school.get_length_display() if school.length else "",
            school.website,
            "; ".join(group.value for group in groups_of(row.award_levels)),
            "" if row.completions is None else row.completions,
            releases[sources.IPEDS_COMPLETIONS].edition if sources.IPEDS_COMPLETIONS in releases else "",
            "" if school.listing.tuition is None else school.listing.tuition,
            _credit(school.listing.tuition_release),
            "" if row.distance is None else f"{row.distance:.1f}",
            absolute(request, school.get_absolute_url()),
            _credit(releases.get(sources.IPEDS_INSTITUTIONS)),
        ]


def _credit(release: Release | None) -> str:
    return credit(release) if release else ""
