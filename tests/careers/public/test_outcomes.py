"""Every public way to a career or a guide gives the same answer to "what is public here?".

Asked of the application that is served, with its page cache, and twice, so that a kept page answers too.
"""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from careerportal import wsgi
from careerportal.pagecache.store import Store
from careers.documents.profile import Profile
from careers.editorial.models import Career, Guide
from careers.models import Area, Version
from careers.public.careers import PublicCareer, find_career, find_careers
from careers.public.guides import PublicGuide, find_guide
from careers.public.outcomes import Gone, Moved
from careers.publishing.working_copies import publish, record_save, withdraw
from tests.careers.editing import make_career, short
from tests.careers.making import make_sheet, save_sheet

pytestmark = pytest.mark.django_db

#: The slug that stands for each situation of a career, and of a guide.
CAREERS = {
    "never existed": "no-such-work",
    "figures alone": "rope-makers",
    "live": "bell-founders",
    "renamed": "bell-casters",
    "withdrawn": "fog-callers",
    "renamed and withdrawn": "mist-callers",
    "text withdrawn, figures left": "lantern-keepers",
    "scheduled": "tide-tellers",
}
GUIDES = {name: slug for name, slug in CAREERS.items() if "figures" not in name}

OK, NOT_FOUND, GONE = "200", "404", "410"
FOUND = f"301 {CAREERS['live']}"  # where the old slug of the live career leads
FOUND_GONE = f"301 {CAREERS['withdrawn']}"

#: What is told about the career of today, in the order of CAREERS.
TODAY = (NOT_FOUND, OK, OK, FOUND, GONE, FOUND_GONE, OK, NOT_FOUND)
#: What is told about a version that was published once, which stays for ever.
LASTING = (NOT_FOUND, NOT_FOUND, OK, FOUND, OK, FOUND_GONE, OK, NOT_FOUND)
#: What several careers are named by together: old slugs are followed.
TOGETHER = (NOT_FOUND, OK, OK, OK, GONE, GONE, OK, NOT_FOUND)

WAYS = {
    "page": ("/careers/{}/", TODAY),
    "handout": ("/careers/{}/handout.pdf", TODAY),
    "card": ("/careers/{}/embed/", TODAY),
    "versions": ("/careers/{}/versions/", LASTING),
    "version": ("/careers/{}/versions/1/", LASTING),
    "oembed": ("/oembed?url=http://localhost/careers/{}/", TOGETHER),
    "compare": ("/careers/compare/?c={}&c=harbor-pilots", TOGETHER),
    "shared list": ("/list/?c={}", TOGETHER),
    "api": ("/api/v1/careers/{}/", TODAY),
    "api figures": ("/api/v1/careers/{}/figures/", TODAY),
    # For figures alone the page has nothing to show; the API's list is empty.
    "api versions": ("/api/v1/careers/{}/versions/", (NOT_FOUND, OK, *LASTING[2:])),
    "api version": ("/api/v1/careers/{}/versions/1/", LASTING),
    "api compare": ("/api/v1/careers/compare/?c={}&c=harbor-pilots", TOGETHER),
}
GUIDE_WAYS = {"page": "/guides/{}/", "api": "/api/v1/guides/{}/"}


@pytest.fixture(autouse=True)
def _served(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty page cache. A request closes old connections, which here are the test's."""
    cached = wsgi._cached
    monkeypatch.setattr(cached, "store", Store(1024 * 1024))
    monkeypatch.setattr("careerportal.pagecache.version.close_old_connections", lambda: None)
    cached.version.forget()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    cached.version.forget()


def ask(address: str) -> tuple[str, dict[str, str], bytes]:
    """The status, headers and body that the served application answers ``address`` with."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
    }
    started: list[Any] = []
    body = b"".join(wsgi.application(environ, lambda *start: started.append(start)))
    status, headers = started[0][:2]
    return status[:3], dict(headers), body


def answer(way: str, slug: str) -> str:
    """The status; for a redirect with the slug that it leads to."""
    address = way.format(slug)
    status, headers, _body = ask(address)
    assert ask(address)[0] == status
    if status != "301":
        return status
    before, after = way.split("{}")
    location = headers["Location"]
    assert location.startswith(before)
    assert location.endswith(after)
    return f"301 {location[len(before) : len(location) - len(after)]}"


def change_slug(copy: Career | Guide, slug: str) -> None:
    copy.refresh_from_db()
    copy.slug = slug
    copy.save()
    record_save(copy=copy, by="a test")
    publish(copy=copy, by="a test")


def fill(make: Callable[[str], Career | Guide], slugs: dict[str, str]) -> None:
    """Publish, move, withdraw and schedule what ``slugs`` name, all with addresses of their own."""
    live = make(slugs["renamed"])
    publish(copy=live, by="a test")
    change_slug(live, slugs["live"])
    gone = make(slugs["renamed and withdrawn"])
    publish(copy=gone, by="a test")
    change_slug(gone, slugs["withdrawn"])
    withdraw(copy=gone, by="a test")
    publish(copy=make(slugs["scheduled"]), by="a test", publish_at=timezone.now() + dt.timedelta(days=1))


@pytest.fixture
def careers() -> None:
    Area.objects.create(code="99", title="U.S.", kind=Area.Kind.NATION)
    save_sheet(make_sheet("Harbor Pilots", onet="99-2000.00"))
    save_sheet(make_sheet("Rope Makers", onet="99-3000.00"))
    with_figures = make_career()
    publish(copy=with_figures, by="a test")
    withdraw(copy=with_figures, by="a test")
    fill(lambda slug: make_career(own(slug), sheet=False), CAREERS)


def own(slug: str) -> Profile:
    note = "The Bureau counts keepers and ringers together."
    return short(slug=slug, title=slug.title(), owns_address=True, figures_note=note)


@pytest.fixture
def guides() -> None:
    fill(lambda slug: Guide.objects.create(title=slug, slug=slug, summary="s", body="<p>b</p>"), GUIDES)


@pytest.mark.usefixtures("careers")
@pytest.mark.parametrize(("way", "expected"), WAYS.values(), ids=WAYS)
def test_every_way_to_a_career_gives_one_answer(way: str, expected: tuple[str, ...]) -> None:
    answers = {name: answer(way, slug) for name, slug in CAREERS.items()}

    assert answers == dict(zip(CAREERS, expected, strict=True))


@pytest.mark.usefixtures("guides")
@pytest.mark.parametrize("way", GUIDE_WAYS.values(), ids=GUIDE_WAYS)
def test_both_ways_to_a_guide_give_one_answer(way: str) -> None:
    answers = {name: answer(way, slug) for name, slug in GUIDES.items()}

    assert answers == {
        "never existed": NOT_FOUND,
        "live": OK,
        "renamed": FOUND,
        "withdrawn": GONE,
        "renamed and withdrawn": FOUND_GONE,
        "scheduled": NOT_FOUND,
    }


@pytest.mark.usefixtures("careers", "guides")
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("careers/bell-casters/", 301),
        ("guides/bell-casters/", 301),
        ("careers/fog-callers/", 410),
        ("guides/fog-callers/", 410),
        ("guides/no-such-work/", 404),
    ],
)
def test_api_says_what_became_of_it_in_a_problem_document(path: str, status: int) -> None:
    code, headers, body = ask(f"/api/v1/{path}")

    assert (code, headers["Content-Type"]) == (str(status), "application/problem+json")
    assert f'"status": {status}'.encode() in body


@pytest.mark.usefixtures("careers")
def test_figures_are_back_where_a_text_is_withdrawn() -> None:
    page = ask("/careers/lantern-keepers/")[2].decode()

    assert "$50,100" in page
    assert "Keep the lanterns along the river lit" not in page


@pytest.mark.usefixtures("careers")
def test_one_and_many_are_found_alike(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    now = timezone.now()
    public = ("live", "figures alone", "text withdrawn, figures left")

    with django_assert_num_queries(3):  # addresses, texts, and what is withdrawn
        together = find_careers(CAREERS.values(), now=now)
    with django_assert_num_queries(2):
        alone = find_career(CAREERS["live"], now=now)

    assert together[CAREERS["live"]] == together[CAREERS["renamed"]] == alone
    assert together[CAREERS["withdrawn"]] == together[CAREERS["renamed and withdrawn"]]
    assert isinstance(together[CAREERS["withdrawn"]], Gone)
    assert all(isinstance(together[CAREERS[name]], PublicCareer) for name in public)
    assert find_career(CAREERS["renamed"], now=now) == Moved(CAREERS["live"])
    assert not together.keys() & {CAREERS["never existed"], CAREERS["scheduled"]}


@pytest.mark.usefixtures("careers")
def test_withdrawal_to_come_is_not_yet_one() -> None:
    now = timezone.now()
    live = find_career(CAREERS["live"], now=now)
    assert isinstance(live, PublicCareer)
    assert live.version is not None
    Version.objects.filter(pk=live.version.pk).update(withdraw_at=now + dt.timedelta(hours=1))

    assert isinstance(find_career(CAREERS["live"], now=now), PublicCareer)
    assert isinstance(find_career(CAREERS["live"], now=now + dt.timedelta(hours=2)), Gone)


def test_slug_that_another_guide_took_over_answers_for_that_guide() -> None:
    first = Guide.objects.create(title="First", slug="pay", summary="s", body="<p>b</p>")
    publish(copy=first, by="a test")
    change_slug(first, "all-about-pay")
    second = Guide.objects.create(title="Second", slug="pay-again", summary="s", body="<p>b</p>")
    change_slug(second, "pay")
    before = find_guide("pay", now=timezone.now())

    withdraw(copy=second, by="a test")

    assert isinstance(before, PublicGuide)
    assert before.document.title == "Second"
    assert find_guide("pay", now=timezone.now()) == Gone("Second")
