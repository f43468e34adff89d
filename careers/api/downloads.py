"""Whole tables at once, as CSV or JSON, sent while they are read. Each says its license and credit line."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from ninja import Router

from careers.api.catalog_documents import Download, DownloadList
from careers.api.figure_rows import projection_figures, wage_figures
from careers.api.figures import NATION, projection_rows, wage_rows
from careers.api.public_answer import public_answer
from careers.models import ContentVersion, Release, SubjectType, Version
from careers.reference import sources
from careers.web.csv_export import csv_lines
from careers.web.rendering import absolute

router = Router(tags=["Downloads"])

Rows = Iterator[dict[str, Any]]
CHUNK = 500


@dataclass(frozen=True, slots=True)
class DownloadTable:
    """``columns`` are those of the CSV; the JSON has all that ``rows`` give."""

    about: str
    columns: Sequence[str]
    rows: Callable[[], Rows]
    source: str = ""


FIGURE_COLUMNS = (
    *("source", "edition", "period", "code", "code_title", "group", "area", "area_title"),
    *("industry", "industry_title", "industry_level", "measure", "value", "unit", "status", "at_least"),
)
PROFILE_COLUMNS = (
    "slug",
    "title",
    "onet",
    "version",
    "published_at",
    "summary",
    "overview",
    "duties",
    "editor",
)


def _wages() -> Rows:
    rows = wage_rows().filter(release__source=sources.OEWS_NATIONAL, area=NATION)
    ordered = rows.order_by("-release__edition_order", "soc", "group")
    for item in wage_figures(ordered.iterator(CHUNK)):
        yield item.model_dump()


def _projections() -> Rows:
    for item in projection_figures(projection_rows().iterator(CHUNK)):
        yield item.model_dump()


def _profiles() -> Rows:
    live = Version.objects.live(timezone.now()).filter(subject_type=SubjectType.CAREER).order_by("slug")
    for row in live.defer("sheet").iterator(CHUNK):
        profile = row.document
        yield {
            "slug": row.slug,
            "title": row.title,
            "onet": row.onet,
            "version": row.number,
            "published_at": row.publish_at.isoformat() if row.publish_at else None,
            "summary": row.summary or "",
            "overview": profile.get("overview", ""),
            "duties": " ".join(f"{duty['verb']} {duty['rest']}" for duty in profile.get("duties", [])),
            "editor": profile.get("editor", ""),
            "profile": profile,
        }


TABLES: Mapping[str, DownloadTable] = {
    "wages": DownloadTable(
        "National wages and jobs by code, every loaded edition", FIGURE_COLUMNS, _wages, sources.OEWS_NATIONAL
    ),
    "projections": DownloadTable(
        "Expected jobs by code", FIGURE_COLUMNS, _projections, sources.EP_OCCUPATIONS
    ),
    "profiles": DownloadTable("What editors wrote about careers, as published", PROFILE_COLUMNS, _profiles),
}
Name = Literal["wages", "projections", "profiles"]
Form = Literal["csv", "json"]


@router.get("/downloads/", response=DownloadList, summary="Whole tables to download")
@public_answer()
def downloads(request: HttpRequest) -> DownloadList:
    """What there is, with licenses and the credit lines that are owed."""
    address = absolute(request, request.path)
    items = []
    for name, table in TABLES.items():
        license_name, lines = terms(table)
        items.append(
            Download(
                name=name,
                about=table.about,
                csv_address=f"{address}{name}.csv",
                json_address=f"{address}{name}.json",
                licence=license_name,
                credit_lines=lines,
            )
        )
    return DownloadList(items=items, total=len(items))


def terms(table: DownloadTable) -> tuple[str, list[str]]:
    """The license and the credit lines of a table, the newest edition's first."""
    if not table.source:
        return settings.TEXT_LICENSE, [f"{settings.SITE_NAME}, career profiles"]
    rows = list(Release.objects.of(table.source).newest_first().values_list("license", "credit_line"))
    return "; ".join(dict.fromkeys(name for name, _line in rows)), [line for _name, line in rows]


@router.get(
    "/downloads/{slug:name}.{slug:form}",
    summary="One whole table",
    openapi_extra={
        "responses": {
            200: {
                "description": "The table. Every row of the CSV ends in its license and credit line.",
                "content": {
                    "text/csv": {"schema": {"type": "string"}},
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "required": ["licence", "credit_lines", "items"],
                            "properties": {
                                "licence": {"type": "string"},
                                "credit_lines": {"type": "array", "items": {"type": "string"}},
                                "items": {"type": "array", "items": {"type": "object"}},
                            },
                        }
                    },
                },
            }
        }
    },
)
def download(request: HttpRequest, name: Name, form: Form) -> HttpResponseBase:
    """Sent as it is read, so there is no need to ask in pieces."""
    etag = f'W/"{name}-{form}-{ContentVersion.current()}"'
    same = get_conditional_response(request, etag=etag, response=HttpResponse())
    if isinstance(same, HttpResponseNotModified):
        return same
    table = TABLES[name]
    lines = _csv(table) if form == "csv" else _json(table)
    media_type = "text/csv; charset=utf-8" if form == "csv" else "application/json"
    response = StreamingHttpResponse(lines, content_type=media_type)
    response["ETag"] = etag
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _csv(table: DownloadTable) -> Iterator[str]:
    license_name, lines = terms(table)
    credit_of = _credits(table)
    rows = (
        [
            *(row[column] for column in table.columns),
            license_name,
            credit_of.get(row.get("edition", ""), lines[0]),
        ]
        for row in table.rows()
    )
    return csv_lines((*table.columns, "licence", "credit_line"), rows)


def _credits(table: DownloadTable) -> dict[str, str]:
    return (
        dict(Release.objects.of(table.source).values_list("edition", "credit_line")) if table.source else {}
    )


def _json(table: DownloadTable) -> Iterator[str]:
    license_name, lines = terms(table)
    head = json.dumps({"licence": license_name, "credit_lines": lines}, ensure_ascii=False)
    yield f'{head[:-1]}, "items": ['
    yield from _joined(json.dumps(row, ensure_ascii=False) for row in table.rows())
    yield "\n]}\n"


def _joined(documents: Iterable[str]) -> Iterator[str]:
    separator = "\n"
    for document in documents:
        yield separator + document
        separator = ",\n"
