"""What may be kept, and by what, is what the views declare."""

import pytest
from django.http import HttpResponse

from careerportal.pagecache.rules import KeyMaker, PageKey
from careers.web.public_page import public_page
from tests.careerportal.pagecache import pages


def key(address: str, keys: KeyMaker | None = None) -> PageKey | None:
    path, _mark, query = address.partition("?")
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "x"}
    return (keys or KeyMaker()).key(environ)


def test_parameter_that_a_view_adds_is_kept_without_another_word(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "/page/?color=red"
    assert key(address, KeyMaker(urlconf=pages.__name__)) is None

    wider = public_page(params=("area", "q", "color"))(lambda request: HttpResponse("page"))
    monkeypatch.setattr(pages.urlpatterns[0], "callback", wider)

    kept = key(address, KeyMaker(urlconf=pages.__name__))
    assert kept is not None
    assert kept.query == "color=red"


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/careers/?q=x&zone=2&zone=3&sort=pay&page=2",
        "/careers/compare/?c=a&c=b&q=x&swap=a",
        "/careers/nurses/?area=47900",
        "/careers/nurses/handout.pdf",
        "/careers/nurses/versions/2/",
        "/schools/?q=x&level=associate&level=bachelor&near=columbus-oh",
        "/programs/51.0713/",
        "/feeds/careers.atom",
        "/api/",
        "/api/v1/",
        "/api/v1/openapi.json",
        "/api/v1/careers/?cluster=a&cluster=b&cursor=x&limit=5",
        "/api/v1/careers/compare/?c=a&c=b",
        "/api/v1/careers/nurses/figures/?area=99&measure=A_MEDIAN",
        "/api/v1/areas/?state=NY&limit=2",
        "/api/v1/schools/100654/programs/",
    ],
)
def test_public_page_is_kept(address: str) -> None:
    assert key(address) is not None


@pytest.mark.parametrize(
    "address",
    [
        "/saved/",
        "/admin/",
        "/admin/account/login/",
        "/preview/abc/",
        "/interests/results/?a=123",
        "/interests/questions/?a=1",
        "/careers/suggest?q=n",
        "/careers/list.csv",
        "/api/v1/downloads/wages.csv",
        "/no-such-page",
        "/healthz",
        f"/careers/{'x' * 400}/",
    ],
)
def test_page_of_one_readers_own_or_none_at_all_is_not_kept(address: str) -> None:
    assert key(address) is None
