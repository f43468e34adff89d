"""Every link and every form of every page type leads somewhere, through the application that is served.

No redirect goes round in a circle, no link is dead, no answer is an error.
"""

import datetime as dt
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import pytest
from django.conf import settings
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from django.utils import timezone

from careers.editorial.models import Career, Guide
from careers.models import Notice, Occupation
from careers.models.address import short_code
from careers.publishing.working_copies import publish
from schools.editorial import publishing as placements
from schools.editorial.models import Placement
from schools.models import School
from schools.placement import Kind
from tests.careers.making import make_sheet, save_sheet
from tests.markup import CHOSEN, Control, Form, Markup
from tests.serving import ServedClient, served_client
from tests.world import RECORDS, SLUG, small_world

pytestmark = pytest.mark.django_db

MAX_HOPS = 3
HOST = "http://testserver"
#: Pages that nobody links to: programs ask for them, or a visitor's own choice stands in the address.
UNLINKED = (
    "/",
    "/favicon.ico",
    "/robots.txt",
    "/sitemap.xml",
    "/oembed?url=" + f"{HOST}/careers/{SLUG}/",
    "/careers/suggest?q=cod",
    f"/list/?c={SLUG}",
    f"/c/{short_code(SLUG)}",
    f"/careers/compare/?c={SLUG}&c=bell-coder",
    "/schools/compare/?s=columbus-state-community-college&s=franklin-university",
    "/schools/placements/",
    "/interests/results/?a=555555555555555555555555555555",
    "/guides/reading-pay/",
)
#: Not public pages: the desk, signed links, what only takes a POST, files of a site that serves uploads, the
#: developers' gallery, and the API, whose own description is tested with everything that it allows.
CLOSED = (settings.ADMIN_PATH, "preview/", "careers/missing", "media/", "gallery/", "api/v1/")
#: What a visitor might type, by the control's name; otherwise `TYPED`.
TYPED_AS = {"near": "Columbus, OH", "miles": "25", "url": f"{HOST}/careers/{SLUG}/", "c": SLUG}
TYPED = "coding"
#: How many controls are filled in at once: the two lists with many filters get every three of them.
DEFAULT_COMBINED, COMBINED = 2, {"/schools/": 3, "/careers/": 3}


@dataclass
class Walk:
    """What was visited, by the name of its URL pattern, and what was wrong."""

    client: ServedClient
    names: set[str] = field(default_factory=set)
    troubles: list[str] = field(default_factory=list)
    _seen: set[object] = field(default_factory=set)

    def crawl(self, *addresses: str) -> None:
        """Visit the addresses, all that their pages link to, and so on; and submit the forms of each page."""
        waiting = deque((address, "a known page") for address in addresses)
        while waiting:
            address, origin = waiting.popleft()
            if not self._is_new(kind_of_address(address)):
                continue
            markup = self.visit(address, origin)
            if markup is None:
                continue
            waiting += [(link, address) for link in own_links(markup.links, address)]
            for form in markup.forms:
                self.submit(form, address)

    def visit(self, address: str, origin: str) -> Markup | None:
        """Follow ``address`` to its page. Nothing where it leads to no page of HTML, or is wrong."""
        hops = [address]
        while True:
            parts = urlsplit(hops[-1])
            response = self.client.get(parts.path, QUERY_STRING=parts.query)
            if response.status_code not in (301, 302, 303, 307, 308):
                break
            hops.append(urljoin(hops[-1], response["Location"]))
            if hops[-1] in hops[:-1] or len(hops) > MAX_HOPS + 1:
                self.troubles.append(f"{origin} → a loop: {' → '.join(hops)}")
                return None
            if not is_own(hops[-1]):
                return None
        if response.status_code != 200:
            self.troubles.append(f"{origin} → {response.status_code}: {' → '.join(hops)}")
            return None
        self.names |= {name for hop in hops if (name := name_of(hop))}
        if not response["Content-Type"].startswith("text/html"):
            return None
        return Markup(response.content.decode())

    def submit(self, form: Form, page: str) -> None:
        """Send a form of ``page`` that asks by GET: as it is, with each control filled in, with several."""
        action = urljoin(page, form.action or urlsplit(page).path)
        names = tuple(dict.fromkeys(control.name for control in form.controls if control.kind != "hidden"))
        if form.method != "get" or not is_own(action) or not self._is_new((name_of(action), names)):
            return
        most = COMBINED.get(urlsplit(action).path, DEFAULT_COMBINED)
        for count in range(most + 1):
            for filled in combinations(names, count):
                address = f"{urlsplit(action).path}?{urlencode(list(sent(form.controls, filled)))}"
                self.visit(address, f"the form of {page}")

    def _is_new(self, key: object) -> bool:
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new


def sent(controls: list[Control], filled: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What a browser sends of the form, in its order, once a visitor has filled in some of its controls.

    A box that was checked is cleared.
    """
    waiting = set(filled)
    for control in controls:
        if control.name in waiting:
            waiting.remove(control.name)
            if control.kind not in CHOSEN or control.value is None:
                yield control.name, typed(control)
        elif control.value is not None and not (control.kind == "radio" and control.name in filled):
            yield control.name, control.value


def typed(control: Control) -> str:
    offered = [value for value in control.options if value not in ("", control.value)]
    return offered[-1] if offered else TYPED_AS.get(control.name, TYPED)


def kind_of_address(address: str) -> object:
    """Addresses that are one to the walk: all with the same path, or the same page type and parameters."""
    parts = urlsplit(address)
    if not parts.query:
        return parts.path
    return name_of(address) or parts.path, tuple(sorted({name for name, _value in parse_qsl(parts.query)}))


def own_links(links: list[str], page: str) -> Iterator[str]:
    """Addresses of this site's public pages, without the place on the page."""
    for link in links:
        address = urljoin(f"{HOST}{page}", link)
        if address.startswith(f"{HOST}/"):
            parts = urlsplit(address)
            own = parts.path + (f"?{parts.query}" if parts.query else "")
            if is_own(own):
                yield own


def is_own(address: str) -> bool:
    is_elsewhere = bool(urlsplit(address).netloc) and not address.startswith(f"{HOST}/")
    return not is_elsewhere and not urlsplit(address).path.lstrip("/").startswith(CLOSED)


def name_of(address: str) -> str:
    """The name of the URL pattern, with its namespace; empty for a static file."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


def public_names(
    patterns: list[URLPattern | URLResolver], route: str = "", namespace: str = ""
) -> Iterator[str]:
    """The named URL patterns of public pages."""
    for pattern in patterns:
        whole = route + str(pattern.pattern)
        if whole.startswith(CLOSED):
            continue
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from public_names(pattern.url_patterns, whole, inner)
        elif pattern.name:
            yield namespace + pattern.name


@pytest.fixture(scope="module")
def walk(django_db_setup: None, django_db_blocker: Any) -> Iterator[Walk]:
    """The walk through the small world, with a guide, a paid and a chosen placement, and a notice."""
    with small_world(django_db_blocker), served_client() as client:
        add_bell_ringers()
        add_guide()
        add_placement(202806, kind=Kind.PAID, paid_by="The Franklin Trust")
        add_placement(202222, kind=Kind.CHOSEN, reason="Its graduates teach here.")
        Notice.objects.create(text="Career fair.", starts_at=timezone.now() - dt.timedelta(days=1))
        walk = Walk(client)
        walk.crawl(*UNLINKED)
        yield walk


def add_bell_ringers() -> None:
    """The career to which the published texts lead, with nothing that has pages of its own."""
    chapters = ("skills", "knowledge", "abilities", "work_styles", "technology", "related", "clusters", "pay")
    save_sheet(make_sheet("Bell Ringers", onet="99-5678.00", **dict.fromkeys(chapters)))


def add_guide() -> None:
    guide = Guide.objects.create(
        title="Reading pay",
        slug="reading-pay",
        summary="What pay tells.",
        body="<p>Half earn less.</p>",
    )
    guide.careers.set(Career.objects.filter(key=RECORDS))
    publish(copy=guide, by="a test")


def add_placement(unitid: int, **values: Any) -> None:
    now = timezone.now()
    placement = Placement.objects.create(
        school=School.objects.get(pk=unitid),
        wording="Evening classes in coding.",
        starts_at=now - dt.timedelta(days=1),
        ends_at=now + dt.timedelta(days=30),
        **values,
    )
    placement.careers.set(Occupation.objects.filter(pk=RECORDS))
    placements.publish(placement=placement, by="an editor")


def test_no_link_and_no_form_leads_to_a_loop_an_error_or_nowhere(walk: Walk) -> None:
    assert walk.troubles == []


def test_every_type_of_public_page_is_visited(walk: Walk) -> None:
    assert set(public_names(get_resolver().url_patterns)) - walk.names == set()
