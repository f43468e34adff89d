"""Pages are counted without a word about who reads them."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from careerportal import page_views
from careerportal.page_views import CountedApplication, flush
from careers.models import PageViewCount
from tests.careers.making import make_sheet, save_sheet
from tests.careers.views.test_guides import published

pytestmark = pytest.mark.django_db

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"


@pytest.fixture(autouse=True)
def careers() -> Iterator[None]:
    for place, title in enumerate(("Lantern Keepers", "Bell Ringers")):
        save_sheet(make_sheet(title, onet=f"99-{place + 1}000.00"))
    page_views._counts.clear()
    yield
    page_views._counts.clear()


def read(path: str, *, times: int = 1, status: str = "200 OK", **environ: Any) -> None:
    def answer(_environ: dict[str, Any], start: Any) -> list[bytes]:
        start(status, [])
        return []

    full_environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_USER_AGENT": BROWSER, **environ}
    for _time in range(times):
        CountedApplication(answer)(full_environ, lambda *_started: None)


def counted() -> dict[str, int]:
    flush()
    return dict(PageViewCount.objects.values_list("slug", "count"))


def test_readings_of_a_day_add_up() -> None:
    read("/careers/bell-ringers/", times=2)
    flush()
    read("/careers/bell-ringers/", status="304 Not Modified")

    assert counted() == {"bell-ringers": 3}


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; Examplebot/2.1)"},
        {"HTTP_USER_AGENT": ""},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {"REQUEST_METHOD": "HEAD"},
        {"status": "404 Not Found"},
        {"PATH_INFO": "/careers/no-such-career/"},
        {"PATH_INFO": "/careers/bell-ringers/handout.pdf"},
    ],
    ids=["robot", "nameless", "prefetch", "head", "not found", "unknown", "another page"],
)
def test_what_is_no_reading_is_not_counted(environ: dict[str, Any]) -> None:
    read("/careers/bell-ringers/", **environ)

    assert counted() == {}


def test_old_counts_are_forgotten() -> None:
    today = timezone.localdate()
    PageViewCount.add({("bell-ringers", today - dt.timedelta(days=days)): 1 for days in (1, 100)})

    assert counted() == {"bell-ringers": 1}


def test_guides_are_counted_apart_and_the_most_read_are_listed(client: Client) -> None:
    published("Bells", "bells")
    published("Ropes", "ropes")
    read("/guides/bells/", times=2)
    read("/guides/no-such-guide/")
    flush()

    page = client.get("/guides/").content.decode()

    assert list(PageViewCount.objects.values_list("subject_type", "slug")) == [("guide", "bells")]
    popular = page[page.index(">Popular</h2>") :]
    assert "Bells" in popular
    assert "Ropes" not in popular


def test_popular_lists_the_most_read_of_four_weeks_first(client: Client) -> None:
    today = timezone.localdate()
    PageViewCount.add(
        {
            ("bell-ringers", today): 2,
            ("bell-ringers", today - dt.timedelta(days=40)): 90,
            ("lantern-keepers", today - dt.timedelta(days=3)): 5,
        }
    )

    page = client.get("/popular/").content.decode()

    assert page.index(">Lantern Keepers</a>") < page.index(">Bell Ringers</a>")
