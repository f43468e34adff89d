"""What careers are sorted and counted by: occupations, areas, fields of work, releases; and guides."""

from typing import Annotated

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Path, Query, Router, Schema
from pydantic import Field

from careers.api import catalog_documents as documents
from careers.api.careers import SLUG
from careers.api.paging import Cursor, Limit, cut, cut_rows, next_address
from careers.api.public_answer import public_answer
from careers.api.refusals import public_or_error
from careers.models import Address, Area, Cluster, Occupation, Release
from careers.public.guides import find_guide, live_guides
from careers.sheets.releases import reference
from careers.web.rendering import absolute

router = Router(tags=["Lists"])

KINDS = {
    Area.Kind.NATION: "nation",
    Area.Kind.STATE: "state",
    Area.Kind.TERRITORY: "territory",
    Area.Kind.METRO: "metro",
    Area.Kind.NONMETRO: "nonmetro",
}


class PieceQuery(Schema):
    limit: Limit = 100
    cursor: Cursor = ""


@router.get("/occupations/", response=documents.OccupationList, summary="Occupations by code")
@public_answer(PieceQuery)
def occupations(request: HttpRequest, query: Query[PieceQuery]) -> documents.OccupationList:
    """Every O*NET-SOC occupation, in the order of its code, with the slug of its career."""
    rows = Occupation.objects.select_related("soc")
    piece, cursor = cut_rows(rows, query)
    current = Address.objects.current().filter(occupation__in=piece)
    slugs = dict(current.values_list("occupation", "slug"))
    items = [
        documents.OccupationItem(
            onet=row.code,
            soc=row.soc_id,
            soc_title=row.soc.title,
            title=row.title,
            slug=slugs.get(row.code, ""),
            is_vanished=row.is_vanished,
        )
        for row in piece
    ]
    return documents.OccupationList(
        items=items, total=Occupation.objects.count(), next=next_address(request, cursor)
    )


class AreaQuery(PieceQuery):
    state: str = Field(
        "",
        max_length=2,
        pattern=r"^[A-Za-z]*$",
        description="Postal code of a state.",
        examples=["NY"],
        json_schema_extra={"x-tried": True},
    )


@router.get("/areas/", response=documents.AreaList, summary="Areas that wages are published for")
@public_answer(AreaQuery)
def areas(request: HttpRequest, query: Query[AreaQuery]) -> documents.AreaList:
    """The nation, states, metropolitan and other areas, in the order of the publisher's codes."""
    rows = Area.objects.all()
    if query.state:
        rows = rows.filter(state=query.state.upper())
    piece, cursor = cut_rows(rows, query)
    items = [
        documents.AreaItem(code=row.code, title=row.title, kind=KINDS[Area.Kind(row.kind)], state=row.state)
        for row in piece
    ]
    return documents.AreaList(items=items, total=rows.count(), next=next_address(request, cursor))


@router.get("/clusters/", response=documents.ClusterList, summary="Fields of work")
@public_answer()
def clusters(request: HttpRequest) -> documents.ClusterList:
    """The career clusters of each edition that is loaded. Those of 16-clusters narrow `/careers/`."""
    members = Count("members__occupation", filter=Q(members__is_vanished=False), distinct=True)
    items = [
        documents.ClusterItem(
            framework=row.framework, slug=row.slug, title=row.title, careers=row.member_count
        )
        for row in Cluster.objects.annotate(member_count=members).order_by("framework", "title")
        if row.member_count
    ]
    return documents.ClusterList(items=items, total=len(items))


@router.get("/releases/", response=documents.ReleaseList, summary="Where the figures come from")
@public_answer()
def releases(request: HttpRequest) -> documents.ReleaseList:
    """Every edition of every table that is loaded, with license and credit line."""
    items = [
        documents.ReleaseItem(
            **reference(row).model_dump(),
            loaded_at=row.loaded_at,
            row_count=row.row_count,
            file_name=row.file_name,
            checksum=row.checksum,
        )
        for row in Release.objects.newest_first()
    ]
    return documents.ReleaseList(items=items, total=len(items))


@router.get("/guides/", response=documents.GuideList, summary="Guides")
@public_answer(PieceQuery)
def guides(request: HttpRequest, query: Query[PieceQuery]) -> documents.GuideList:
    """The short articles that belong to careers, the newest first."""
    cards = live_guides(timezone.now())
    piece, cursor = cut(cards, query, key=lambda card: card.slug)
    items = [
        documents.GuideItem(
            slug=card.slug,
            title=card.title,
            summary=card.summary,
            updated_at=card.updated_at,
            careers=sorted(card.careers),
            address=absolute(request, reverse("careers:guide-detail", args=[card.slug])),
        )
        for card in piece
    ]
    return documents.GuideList(items=items, total=len(cards), next=next_address(request, cursor))


@router.get("/guides/{slug:slug}/", response=documents.GuideAnswer, summary="One guide")
@public_answer()
def guide(
    request: HttpRequest, slug: Annotated[str, Path(pattern=SLUG, examples=["how-to-read-a-pay-figure"])]
) -> documents.GuideAnswer:
    """A guide as published; its body is HTML of a few plain tags."""
    public = public_or_error(find_guide(slug, now=timezone.now()))
    return documents.GuideAnswer(
        slug=slug,
        version=public.version.number,
        published_at=public.published_at,
        address=absolute(request, reverse("careers:guide-detail", args=[slug])),
        guide=public.document,
    )
