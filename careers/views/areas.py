"""The area picker: a page of its own, since its options weigh more than a whole career page."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_safe

from careers.models import Area
from careers.sheets.area_pay import areas_by_state
from careers.web import query_params
from careers.web.public_page import public_page
from careers.web.rendering import PublicPage, render_public

#: Pages that show figures of the reader's area.
PAGES_WITH_AREAS = ("careers:career-detail",)
MAX_PATH_LENGTH = 300


@require_safe
@public_page(params=("next",))
def area_list(request: HttpRequest) -> PublicPage:
    """Every area that pay is published for; each leads back to the page that the reader came from."""
    target = own_page(query_params.text(request, "next", MAX_PATH_LENGTH))
    return render_public(
        request, "careers/area_list.html", {"states": areas_by_state(), "target": target, "link": link}
    )


def own_page(path: str) -> str:
    """``path`` where it is a page of this site that shows figures of an area, else nothing."""
    try:
        return path if path.startswith("/") and resolve(path).view_name in PAGES_WITH_AREAS else ""
    except Resolver404:
        return ""


def link(target: str, area: Area) -> str:
    """The address of ``target`` with the figures of ``area``."""
    return f"{target}?{urlencode({'area': area.code})}#here"
