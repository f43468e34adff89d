"""What the open API answers about schools: a router, mounted below ``/api/v1/schools/``."""

from typing import Annotated

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Router
from pydantic import Field

from careers.documents.base import Part
from careers.web.rendering import absolute
from schools.models import Program, School
from schools.placement import PlacementDocument
from schools.placements import register

router = Router(tags=["Schools"])


class ProgramItem(Part):
    """A program at one award level, in one year."""

    cip: str = Field(examples=["51.0713"])
    title: str = Field(examples=["Medical Insurance Coding Specialist/Coder"])
    award_level: int = Field(
        description="AWLEVEL of IPEDS: 21 is a certificate of 12 weeks to a year.", examples=[21]
    )
    year: int = Field(
        description="Completions from July of the year before to June of this one.", examples=[2024]
    )
    completions: int = Field(description="People who finished, by first major.", examples=[12])


class ProgramList(Part):
    unitid: int
    name: str
    is_listed: bool = Field(description="Open, in the newest directory, and not a mere office.")
    total: int
    source: str = Field(description="The credit line that is owed.")
    items: list[ProgramItem]


class PlacementItem(Part):
    """A placement. ``label`` must be shown wherever it is."""

    label: str = Field(examples=["Paid placement"])
    is_paid: bool
    is_example: bool = Field(description="Nobody paid for it or chose it.")
    paid_by: str
    reason: str
    school: str
    unitid: int
    wording: str
    address: str
    careers: list[str] = Field(description="O*NET-SOC codes.")
    starts_at: str
    ends_at: str
    status: str = Field(description="running, ended, stopped (before its end) or hidden.")


class PlacementList(Part):
    takes_paid: bool
    total: int
    items: list[PlacementItem]


@router.get(
    "/placements/", response=PlacementList, url_name="placements", summary="Every placement, past ones too"
)
def placements(request: HttpRequest) -> PlacementList:
    """The public register: who paid for a place, or why editors chose a school.

    Neutral lists hold none of it.
    """
    items = [_placement(request, entry.placement, entry.status) for entry in register()]
    return PlacementList(takes_paid=settings.PAID_PLACEMENTS, total=len(items), items=items)


@router.get(
    "/{int:unitid}/programs/", response=ProgramList, url_name="programs", summary="Programs of a school"
)
def programs(
    request: HttpRequest, unitid: Annotated[int, Path(le=999_999_999, examples=[202222])]
) -> ProgramList:
    """Every program of the school by its UNITID, in each year that is loaded, the newest first."""
    school = get_object_or_404(School.objects.select_related("listing"), pk=unitid)
    rows = (
        Program.objects.current()
        .filter(school=school)
        .select_related("cip", "release")
        .order_by("-release__edition_order", "cip", "award_level")
    )
    items = [
        ProgramItem(
            cip=row.cip_id,
            title=row.cip.title,
            award_level=row.award_level,
            year=int(row.release.edition),
            completions=row.completions,
        )
        for row in rows
    ]
    credits_owed = dict.fromkeys(row.release.credit_line for row in rows)
    return ProgramList(
        unitid=unitid,
        name=school.name,
        is_listed=school.listing.is_listed,
        total=len(items),
        source="; ".join(credits_owed),
        items=items,
    )


def _placement(request: HttpRequest, document: PlacementDocument, status: str) -> PlacementItem:
    return PlacementItem(
        label="Example" if document.is_example else document.label,
        is_paid=document.is_paid,
        is_example=document.is_example,
        paid_by="" if document.is_example else document.paid_by,
        reason="" if document.is_example else document.reason,
        school=document.title,
        unitid=document.unitid,
        wording=document.wording,
        address=absolute(request, f"/schools/{document.school_slug}/"),
        careers=[target.key for target in document.careers],
        starts_at=document.starts_at.isoformat(),
        ends_at=document.ends_at.isoformat(),
        status=status,
    )
