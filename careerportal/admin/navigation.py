"""The admin's navigation: only the lists that the user may open."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

#: Title, then icon, label and the model whose list it is. Models that a site lacks are left out.
GROUPS: tuple[tuple[Any, tuple[tuple[str, Any, str], ...]], ...] = (
    (
        _("Texts"),
        (
            ("work", _("Careers"), "editorial.career"),
            ("article", _("Guides"), "editorial.guide"),
            ("campaign", _("Notices"), "careers.notice"),
            ("history", _("Published versions"), "careers.version"),
        ),
    ),
    (
        _("Shared records"),
        (
            ("groups", _("Organizations"), "editorial.organization"),
            ("workspace_premium", _("Certifications"), "editorial.certification"),
            ("menu_book", _("Courses"), "editorial.course"),
            ("school", _("High-school subjects"), "editorial.schoolsubject"),
            ("link", _("Links"), "editorial.linkcheck"),
        ),
    ),
    (
        _("Search"),
        (
            ("compare_arrows", _("Synonyms"), "careers.synonym"),
            ("search_off", _("Searches that found nothing"), "careers.zeroresultsearch"),
        ),
    ),
    (
        _("Schools"),
        (
            ("account_balance", _("Schools"), "schools.school"),
            ("sell", _("Placements"), "placements.placement"),
        ),
    ),
    (
        _("Figures"),
        (
            ("inventory_2", _("Releases"), "careers.release"),
            ("event_upcoming", _("Known editions"), "careers.knownedition"),
            ("badge", _("Occupations"), "careers.occupation"),
            ("description", _("Sheets"), "careers.sheetrecord"),
            ("payments", _("Wages"), "careers.wage"),
            ("trending_up", _("Projections"), "careers.projection"),
            ("star", _("Ratings"), "careers.rating"),
            ("map", _("Areas"), "careers.area"),
            ("factory", _("Industries"), "careers.industry"),
        ),
    ),
    (
        _("People"),
        (
            ("person", _("Accounts"), "auth.user"),
            ("verified_user", _("Roles"), "auth.group"),
            ("receipt_long", _("Audit log"), "careers.auditentry"),
        ),
    ),
)


def groups(request: HttpRequest) -> list[dict[str, Any]]:
    """The groups of links that the request's user may open."""
    desk = {"title": _("Desk"), "icon": "inbox", "link": reverse("admin:index")}
    shown: list[dict[str, Any]] = [{"title": None, "items": [desk]}]
    for title, links in GROUPS:
        items = [item for link in links if (item := _item(request, *link))]
        if items:
            shown.append({"title": title, "separator": True, "items": items})
    return shown


def _item(request: HttpRequest, icon: str, title: Any, model: str) -> dict[str, Any] | None:
    app, name = model.split(".")
    if not any(request.user.has_perm(f"{app}.{action}_{name}") for action in ("view", "change")):
        return None
    try:
        return {"title": title, "icon": icon, "link": reverse(f"admin:{app}_{name}_changelist")}
    except NoReverseMatch:
        return None
