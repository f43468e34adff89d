"""The sitemap has every page that search engines may list, and no address that is none."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from careers.web.public_page import page_params
from tests.careerportal.served.conftest import Reply, Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("schools")]


@pytest.fixture
def listed(visitor: Visitor) -> list[str]:
    """The paths in the sitemap."""
    page = visitor.get("/sitemap.xml").body.decode()
    return [urlsplit(address).path for address in re.findall(r"<loc>(.*?)</loc>", page)]


def kept_routes(patterns: Iterable[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    """Each route whose view is declared as a public page."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from kept_routes(pattern.url_patterns, route)
        elif page_params(pattern.callback) is not None:
            yield route


def may_be_listed(path: str, reply: Reply, closed: list[str]) -> bool:
    """Whether ``reply`` is a page that search engines may list; ``closed`` is what robots.txt disallows."""
    page = reply.body.decode(errors="replace")
    return (
        reply.headers["Content-Type"].startswith("text/html")
        and 'name="robots" content="noindex' not in page
        and not path.startswith(tuple(closed))
    )


def test_every_kept_page_without_parameters_is_in_it(visitor: Visitor, listed: list[str]) -> None:
    closed = re.findall(r"Disallow: (.*)", visitor.get("/robots.txt").body.decode())
    paths = [route for route in kept_routes(get_resolver().url_patterns) if not re.search(r"[<(]", route)]
    replies = {path: visitor.get(path) for path in paths}

    pages = {path for path, reply in replies.items() if may_be_listed(path, reply, closed)}

    assert len(pages) > 20
    assert pages - set(listed) == set()


@pytest.mark.parametrize(
    "name",
    [
        *("careers:career-detail", "careers:interest-detail", "careers:skills-detail"),
        *("careers:knowledge-detail", "careers:abilities-detail", "careers:work-styles-detail"),
        *("careers:technology-detail", "careers:subject-detail", "careers:title-letter"),
        *("schools:school-detail", "schools:program-detail"),
    ],
)
def test_every_kind_of_page_is_in_it(listed: list[str], name: str) -> None:
    assert name in {resolve(path).view_name for path in listed}


def test_every_address_in_it_is_a_page(visitor: Visitor, listed: list[str]) -> None:
    statuses = {path: visitor.get(path).status for path in listed}

    assert len(set(listed)) == len(listed)
    assert {path for path, status in statuses.items() if status != 200} == set()
