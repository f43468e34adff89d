"""The figures of a career, cell by cell, with where each is from."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from careers.api import catalog_documents as documents
from careers.api.careers import CareerSlug
from careers.api.figure_rows import attainment_figures, projection_figures, wage_figures
from careers.api.public_answer import public_answer
from careers.api.refusals import public_or_error
from careers.documents.sheet import Sheet
from careers.models import Area, Attainment, Projection, Release, Wage
from careers.public.careers import find_career
from careers.reference import sources
from careers.sheets.pay import DETAILED
from careers.sheets.releases import reference
from careers.web.query_params import ParameterError

router = Router(tags=["Figures"])

NATION = "99"
Row = TypeVar("Row", Wage, Projection, Attainment)


class FigureQuery(Schema):
    area: str = Field(
        NATION,
        max_length=10,
        pattern=r"^[0-9A-Za-z]*$",
        description="AREA code of the wage tables: 99 is the nation, 35620 New York City and around.",
        examples=["99"],
    )
    source: str = Field(
        "", max_length=40, description="Only this source’s.", examples=[sources.OEWS_NATIONAL]
    )
    measure: str = Field(
        "",
        max_length=100,
        description="Only this column’s.",
        examples=["A_MEDIAN"],
        json_schema_extra={"x-tried": True},
    )


@router.get("/careers/{slug:slug}/figures/", response=documents.FigureList, summary="A career's figures")
@public_answer(FigureQuery)
def figures(request: HttpRequest, slug: CareerSlug, query: Query[FigureQuery]) -> documents.FigureList:
    """Every published cell in every loaded edition.

    Wages and jobs in the area asked for and, for the nation, by industry; projections; schooling of workers.
    The code may be broader than the career's: it is the one that the figures are published for.
    """
    sheet = public_or_error(find_career(slug, now=timezone.now())).sheet
    area = query.area or NATION
    if not Area.objects.filter(pk=area).exists():
        raise ParameterError("area", f"No area has the code {area!r}. /api/v1/areas/ lists them.")
    releases: dict[tuple[str, str], Release] = {}
    items = [
        item
        for item in _items(sheet, area, releases)
        if query.source in ("", item.source) and query.measure in ("", item.measure)
    ]
    used = {(item.source, item.edition) for item in items}
    return documents.FigureList(
        slug=slug,
        soc=sheet.soc,
        onet=sheet.onet,
        items=items,
        releases=[reference(releases[key]) for key in sorted(used)],
        total=len(items),
    )


def _items(
    sheet: Sheet, area: str, releases: dict[tuple[str, str], Release]
) -> Iterator[documents.FigureItem]:
    """Three queries at most. Fills ``releases`` by source and edition."""
    code = sheet.pay.figures_of.code if sheet.pay else sheet.soc
    wages = wage_rows().filter(soc=code, group=DETAILED, area=area)
    yield from wage_figures(_noted(wages.order_by("release__source", "-release__edition_order"), releases))
    if area != NATION:
        return
    outlook = sheet.outlook.figures_of.code if sheet.outlook else sheet.soc
    projections = projection_rows().filter(soc=outlook)
    yield from projection_figures(_noted(projections, releases))
    schooling = sheet.attainment.figures_of.code if sheet.attainment else outlook
    rows = Attainment.objects.current().filter(soc=schooling).select_related("release", "soc")
    yield from attainment_figures(_noted(rows.order_by("-release__edition_order", "rank"), releases))


def wage_rows() -> QuerySet[Wage]:
    """Rows of wages with all that their figures name."""
    wages = Wage.objects.current()
    return wages.select_related("release", "soc", "area", "industry")


def projection_rows() -> QuerySet[Projection]:
    projections = Projection.objects.current().select_related("release")
    return projections.order_by("-release__edition_order", "soc")


def _noted(rows: Iterable[Row], releases: dict[tuple[str, str], Release]) -> Iterator[Row]:
    for row in rows:
        releases[row.release.source, row.release.edition] = row.release
        yield row
