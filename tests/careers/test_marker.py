"""A draft cannot leak: a word of its own in every text of everything unpublished is on no public page.

Every address of the site is asked, so that a page that is added later is asked too.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from careers.documents.profile import Profile
from careers.editorial.models import Career, Guide
from careers.editorial.previews import preview_token
from careers.models import Notice, SubjectType
from careers.models.address import short_code
from careers.publishing.thawing import thaw_career
from careers.publishing.versions import VersionSubject, propose
from careers.publishing.working_copies import publish, record_save, withdraw
from tests.careers.editing import full_profile, make_career, short
from tests.careers.making import make_sheet, save_sheet
from tests.serving import ServedClient, served_client

pytestmark = pytest.mark.django_db

MARK = "zqmark"

#: What stands for the variable parts of addresses, by their names; each is tried. Add the name of a new part
#: here.
PARTS: dict[str, list[object]] = {
    "slug": ["lantern-keepers", "bell-ringers", "foghorn-keeper", "reading-pay", "health-science"],
    "number": [1, 2],
    "file": ["pictures/quay.png"],
    "short": [short_code("lantern-keepers"), short_code("bell-ringers")],
    "code": ["99-1234", "99-1234.00"],
    "onet": ["99-1234.00"],
    "cip": ["49.0309"],
    "unitid": [100654],
    "name": ["profiles"],
    "form": ["csv", "json"],
    "framework": ["16-clusters"],
    "element": ["skill-1"],
    "letter": ["l"],
}
#: Not public: the desk, and links that are signed.
CLOSED = (settings.ADMIN_PATH, "preview/")
QUERIES = ("", "?q=keeper", "?area=99", "?page=2")


@pytest.fixture
def client() -> Iterator[ServedClient]:
    """A visitor of the served application, so that kept pages are read too."""
    with served_client() as visitor:
        yield visitor


@pytest.fixture
def drafts() -> None:
    """Everything that can be written and is not public, each text with its mark."""
    ringers = make_sheet("Bell Ringers", onet="99-5678.00")
    save_sheet(ringers)
    published = make_career(short())
    publish(copy=published, by="a test")
    edit(published)
    never = full_profile(f"{MARK}-never-", title=f"{MARK} Ringer", slug="bell-ringers", onet=ringers.onet)
    make_career(never, sheet=False)
    make_career(own("foghorn-keeper", "own"), sheet=False)
    later = make_career(own(f"{MARK}-later", "later"), sheet=False)
    publish(copy=later, by="a test", publish_at=timezone.now() + dt.timedelta(days=1))
    gone = make_career(own(f"{MARK}-gone", "gone"), sheet=False)
    publish(copy=gone, by="a test")
    withdraw(copy=gone, by="a test")
    proposed = full_profile(f"{MARK}-proposed-")
    propose(
        subject=VersionSubject(SubjectType.CAREER, published.key), document=proposed, by="a test", note=MARK
    )
    guide = Guide.objects.create(
        title=f"{MARK} guide", slug="reading-pay", summary=MARK, body=f"<p>{MARK}</p>"
    )
    guide.careers.add(published)
    Notice.objects.create(text=f"{MARK} notice", starts_at=timezone.now() + dt.timedelta(days=1))


def own(slug: str, name: str) -> Profile:
    return full_profile(f"{MARK}-{name}-", title=f"{MARK} {name}", slug=slug, owns_address=True)


def edit(career: Career) -> None:
    """A draft on top of what is published."""
    thaw_career(career=career, profile=full_profile(f"{MARK}-edit-", slug=f"{MARK}-moved"))
    record_save(copy=career, by=f"{MARK} Ada")


def addresses() -> Iterator[str]:
    """Every public address: each route with each value of its variable parts."""
    for route in routes(get_resolver().url_patterns):
        if route.startswith(CLOSED):
            continue
        names = re.findall(r"<(?:\w+:)?(\w+)>", route)
        unknown = [name for name in names if name not in PARTS]
        assert not unknown, f"/{route}: say in PARTS what may stand for {unknown}."
        for values in product(*(PARTS[name] for name in names)):
            path = route
            for value in values:
                path = re.sub(r"<[^>]*>", str(value), path, count=1)
            yield f"/{path}"


def routes(found: Iterable[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in found:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def test_no_word_of_anything_unpublished_is_on_a_public_page(client: Client, drafts: None) -> None:
    asked = [path + query for path in addresses() for query in QUERIES]

    pages = {path: client.get(path, follow=True) for path in asked}

    leaks = [path for path, page in pages.items() if MARK in page.getvalue().decode(errors="replace")]
    assert leaks == []
    answered = [path for path, page in pages.items() if page.status_code == 200]
    assert "/careers/lantern-keepers/" in answered
    assert "/sitemap.xml" in answered
    assert [path for path, page in pages.items() if page.status_code >= 500 and "readyz" not in path] == []


def test_mark_is_found_where_a_draft_is_shown(client: Client, drafts: None) -> None:
    """The test before would find a leak: the preview, which shows drafts, has the mark."""
    career = Career.objects.get(key="99-1234.00")

    page = client.get(reverse("preview", args=[preview_token(career)]))

    assert page.getvalue().decode().count(MARK) > 50
