"""Parameters in any order lead to a page, and never round in a circle."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from urllib.parse import urlencode

import pytest

from careers.listing.facets import FACET_NAMES
from schools.finder.query import PARAMETERS
from tests.careerportal.served.conftest import Visitor

pytestmark = pytest.mark.django_db

FINDER = {
    "q": "nursing",
    "program": "51.0713",
    "career": "medical-records-specialists",
    "state": "OH",
    "near": "Columbus, OH",
    "miles": "25",
    "level": "certificate",
    "control": "1",
    "size": "2",
    "online": "1",
    "cost": "5000",
    "sort": "finish",
    "page": "1",
}
LIST = {
    "q": "lantern",
    "cluster": "",
    "education": "3",
    "degree": "no",
    "pay": "-35000",
    "growth": "growing",
    "openings": "-1000",
    "bright": "1",
    "interest": "R",
    "zone": "2",
    "sort": "pay",
    "page": "1",
    "told": "1",
}


def addresses(path: str, values: Mapping[str, str], sizes: tuple[int, ...] = (1, 2, 3)) -> Iterator[str]:
    """Each few of the parameters, in the order of the alphabet and in the opposite one."""
    for size in sizes:
        for names in combinations(sorted(values), size):
            for ordered in (names, names[::-1]):
                yield f"{path}?{urlencode([(name, values[name]) for name in ordered])}"


def test_every_control_is_tried() -> None:
    assert set(FINDER) == set(PARAMETERS)
    assert set(LIST) == {"q", *FACET_NAMES, "sort", "page", "told"}


@pytest.mark.usefixtures("schools")
def test_no_combination_of_the_finders_controls_redirects_in_a_circle(visitor: Visitor) -> None:
    replies = [visitor.follow(address) for address in addresses("/schools/", FINDER)]

    assert {reply.status for reply in replies} == {200}


@pytest.mark.usefixtures("schools")
def test_city_in_words_leads_to_its_own_address(visitor: Visitor) -> None:
    reply = visitor.follow("/schools/?near=Columbus%2C+OH&q=nursing")

    assert (reply.status, reply.address) == (200, "/schools/?q=nursing&near=columbus-oh")


def test_no_combination_of_the_lists_filters_fails(visitor: Visitor) -> None:
    replies = [visitor.get(address) for address in addresses("/careers/", LIST, sizes=(1, 2))]

    assert {reply.status for reply in replies} == {200}
