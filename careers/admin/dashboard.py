"""The front page of the admin: what waits for the editor who opens it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from careers.editorial import attention
from careers.editorial.models import Career, Guide, LinkCheck, State
from careers.editorial.models.working_copy import WorkingCopy
from careers.editorial.people import RequestUser
from careers.models import Version, ZeroResultSearch

MAX_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a card, with a link to the page that deals with it."""

    title: str
    note: str
    link: str


@dataclass(frozen=True, slots=True)
class Card:
    """A list of items under a title. ``link`` leads to all of them where more exist than are shown."""

    title: str
    nothing: str
    items: list[Item] = field(default_factory=list)
    count: int = 0
    link: str = ""


def fill(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The context of the front page; Unfold calls this."""
    cards = [card for card in _cards(request.user) if card is not None]
    return {
        **context,
        "title": _("Desk"),
        "cards": cards,
        "may_write": request.user.has_perm("editorial.add_career"),
    }


def _cards(user: RequestUser) -> Iterator[Card | None]:
    yield _texts(
        _("Waiting for you"),
        _("Nothing waits for you."),
        attention.waiting_for(user),
        _state,
        _list(state=None),
    )
    if user.has_perm("editorial.change_career"):
        drafts = _("Drafts")
        yield _texts(
            drafts, _("No drafts in work."), attention.drafts(user), _saved, _list(state__exact=State.DRAFT)
        )
    yield _card(_("Scheduled"), _("Nothing is scheduled."), _scheduled(), _list())
    due = attention.due_for_review()
    yield _texts(_("Past their review date"), _("Nothing is overdue."), due, _due, _list(needs="review"))
    yield _superseded()
    yield _releases()
    yield _links()
    yield _proposed()
    if user.has_perm("careers.change_zeroresultsearch"):
        yield _searches()


def _card(title: str, nothing: str, items: Iterable[Item], link: str = "") -> Card:
    rows = list(items)
    return Card(title, nothing, rows[:MAX_SHOWN], len(rows), link if len(rows) > MAX_SHOWN else "")


def _texts(title: str, nothing: str, copies: Iterable[WorkingCopy], note: Any, link: str) -> Card:
    return _card(title, nothing, (Item(copy.title, note(copy), form_of(copy)) for copy in copies), link)


def _list(**filters: Any) -> str:
    query = "&".join(f"{name}={value}" for name, value in filters.items() if value)
    return reverse("admin:editorial_career_changelist") + (f"?{query}" if query else "")


def form_of(copy: WorkingCopy) -> str:
    return reverse(f"admin:editorial_{copy.subject_type}_change", args=[copy.pk])


def _state(copy: WorkingCopy) -> str:
    words = {"state": State(copy.state).label, "note": copy.state_note}
    return _("%(state)s: %(note)s") % words if copy.state_note else str(words["state"])


def _saved(copy: WorkingCopy) -> str:
    if copy.changed_at is None:
        return _("%(score)d %% complete") % {"score": copy.completeness}
    words = {
        "score": copy.completeness,
        "who": copy.changed_by,
        "day": date_format(timezone.localtime(copy.changed_at)),
    }
    return _("%(score)d %% complete; saved by %(who)s, %(day)s") % words


def _due(copy: WorkingCopy) -> str:
    return _("due %(day)s") % {"day": date_format(copy.review_due_on or timezone.localdate())}


def _scheduled() -> Iterator[Item]:
    versions = list(attention.scheduled())
    forms = _forms(versions)
    for version in versions:
        moment = date_format(timezone.localtime(version.publish_at), "DATETIME_FORMAT")
        note = _("version %(number)d, %(moment)s") % {"number": version.number, "moment": moment}
        yield Item(version.title, note, forms.get((version.subject_type, version.subject_key), ""))


def _superseded() -> Card:
    superseded = attention.superseded(limit=MAX_SHOWN)
    keys = dict(
        Career.objects.filter(key__in=[text.key for text in superseded.texts]).values_list("key", "pk")
    )
    items = [
        Item(
            text.title,
            "; ".join(text.changes),
            reverse("admin:editorial_career_change", args=[keys[text.key]]),
        )
        for text in superseded.texts
        if text.key in keys
    ]
    return Card(
        _("Texts older than their figures"),
        _("No figures are newer than the texts."),
        items,
        superseded.count,
        _list(),
    )


def _releases() -> Card:
    items = (
        Item(str(release), clause, reverse("admin:careers_release_change", args=[release.pk]))
        for release, clause in attention.overtaken_releases()
    )
    return _card(_("Figures to load"), _("The newest editions that are known of are loaded."), items)


def _links() -> Card:
    listed = reverse("admin:editorial_linkcheck_changelist")
    items = (
        Item(
            link.address,
            _("%(state)s; in %(places)s")
            % {
                "state": link.get_state_display(),
                "places": ", ".join(place["title"] for place in link.used_in[:3]),
            },
            reverse("admin:editorial_linkcheck_change", args=[link.pk]),
        )
        for link in attention.dead_links()
    )
    nothing = (
        _("No dead link is known.")
        if LinkCheck.objects.exists()
        else _("Nobody has looked yet: run check_links.")
    )
    return _card(_("Dead links"), nothing, items, listed)


def _proposed() -> Card:
    """The newer shipped texts. The link is always there: its page accepts many at once."""
    items = list(_proposals())
    link = reverse("admin:editorial_career_proposals") if items else ""
    nothing = _("None waits for an answer.")
    return Card(_("Newer shipped texts"), nothing, items[:MAX_SHOWN], len(items), link)


def _proposals() -> Iterator[Item]:
    versions = list(attention.waiting_proposals())
    keys = dict(
        Career.objects.filter(key__in=[version.subject_key for version in versions]).values_list("key", "pk")
    )
    for version in versions:
        link = reverse(
            "admin:editorial_career_proposal",
            kwargs={"object_id": keys[version.subject_key], "number": version.number},
        )
        yield Item(version.title, version.note, link)


def _searches() -> Card:
    listed = reverse("admin:careers_zeroresultsearch_changelist")
    searches = ZeroResultSearch.objects.filter(is_dealt_with=False)
    items = (Item(search.text, _("%(count)d times") % {"count": search.count}, listed) for search in searches)
    return _card(_("Searches that found nothing"), _("None is open."), items, listed)


def _forms(versions: Iterable[Version]) -> dict[tuple[str, str], str]:
    """The addresses of forms by type and key. Placements, whose forms are elsewhere, are left out."""
    keys = {(version.subject_type, version.subject_key) for version in versions}
    return {
        (model.subject_type, copy.key): form_of(copy)
        for model in (Career, Guide)
        for copy in model.objects.filter(key__in=[key for kind, key in keys if kind == model.subject_type])
    }
