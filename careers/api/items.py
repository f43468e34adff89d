"""Pages of the site's list as items of the API's."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from careers.api.documents import CareerItem, MainOutlook, MainPay, Matched
from careers.documents.sheet import Outlook, Pay, ReleaseRef
from careers.listing.entries import Entry
from careers.models import SheetRecord
from careers.reference.education_levels import level_name
from careers.search.why import Why
from careers.web.rendering import absolute

Releases = dict[str, ReleaseRef]


def career_items(
    request: HttpRequest, entries: Sequence[Entry], whys: Mapping[str, Why | None]
) -> tuple[list[CareerItem], list[ReleaseRef]]:
    """The items of ``entries`` in their order and the releases of their figures, from one query."""
    parts = ("pk", "document__pay", "document__outlook", "document__releases")
    rows = SheetRecord.objects.filter(pk__in={entry.onet for entry in entries}).values(*parts)
    figures = _figures(rows)
    items = [
        _item(request, entry, whys.get(entry.key), figures.get(entry.onet, ({}, None, None)))
        for entry in entries
    ]
    used = {
        (main.source, main.edition) for item in items for main in (item.pay, item.outlook) if main is not None
    }
    by_edition = {
        (ref.source, ref.edition): ref for refs, _pay, _outlook in figures.values() for ref in refs.values()
    }
    return items, [by_edition[key] for key in sorted(used)]


def _figures(
    rows: QuerySet[SheetRecord, dict[str, Any]],
) -> dict[str, tuple[Releases, Pay | None, Outlook | None]]:
    return {
        row["pk"]: (
            {key: ReleaseRef.model_validate(ref) for key, ref in row["document__releases"].items()},
            Pay.model_validate(row["document__pay"]) if row["document__pay"] else None,
            Outlook.model_validate(row["document__outlook"]) if row["document__outlook"] else None,
        )
        for row in rows
    }


def _item(
    request: HttpRequest,
    entry: Entry,
    why: Why | None,
    figures: tuple[Releases, Pay | None, Outlook | None],
) -> CareerItem:
    releases, pay, outlook = figures
    return CareerItem(
        slug=entry.slug,
        title=entry.title,
        soc=entry.onet[:7],
        onet=entry.onet,
        address=absolute(request, reverse("careers:career-detail", args=[entry.slug])),
        summary=entry.summary,
        why=why_words(why) if why else "",
        matched=Matched(kind=why.kind, text=why.text) if why else None,
        pay=_pay(pay, releases[pay.release]) if pay else None,
        outlook=_outlook(outlook, releases[outlook.release]) if outlook else None,
        education=level_name(entry.education),
        education_rank=entry.education,
        job_zone=entry.zone,
        interest_code=entry.interest,
        is_bright=entry.is_bright,
        clusters=sorted(entry.clusters),
    )


def _pay(pay: Pay, release: ReleaseRef) -> MainPay:
    return MainPay(
        unit="hour" if pay.is_hourly_only else "year",
        median=pay.main.median,
        employment=pay.employment,
        code=pay.figures_of.code,
        source=release.source,
        edition=release.edition,
    )


def _outlook(outlook: Outlook, release: ReleaseRef) -> MainOutlook:
    return MainOutlook(
        growth_percent=outlook.change_percent,
        annual_openings=outlook.annual_openings,
        base_year=outlook.base_year,
        target_year=outlook.target_year,
        code=outlook.figures_of.code,
        source=release.source,
        edition=release.edition,
    )


def why_words(why: Why) -> str:
    """Why a search found a career, in the words of the site's own list."""
    if why.kind in ("name", "specialty"):
        return _("Also called %(name)s") % {"name": why.text}
    if why.kind == "credential":
        return _("People who do this hold: %(name)s") % {"name": why.text}
    if why.kind == "tool":
        return _("Works with %(name)s") % {"name": why.text}
    if why.kind == "code":
        return _("Has the code %(code)s") % {"code": why.text}
    return _("What they do: “%(sentence)s”") % {"sentence": why.text}
