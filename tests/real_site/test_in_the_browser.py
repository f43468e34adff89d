"""Real pages in a real browser: the awkward ones."""

import re

import pytest

from tests.browsing import Visit

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("real_site")]

LONGEST = (
    "grinding-lapping-polishing-and-buffing-machine-tool-setters-operators-and-tenders-metal-and-plastic"
)
PAGES = {
    "home": "/",
    "careers": "/careers/",
    "field": "/clusters/health-science/",
    "areas": "/areas/?next=/careers/actors/",
    "sources": "/sources/",
    "whole profile": "/careers/medical-records-specialists/",
    "by the hour only": "/careers/actors/",
    "no figures": "/careers/infantry/",
    "shrinking, with an area": "/careers/word-processors-and-typists/?area=18140",
    "the longest title": f"/careers/{LONGEST}/",
}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_real_page_is_sound(visit: Visit, path: str) -> None:
    visitor = visit(path)

    assert visitor.axe() == []
    assert visitor.overflow() == 0
    assert visitor.resize(360).axe() == []
    assert visitor.resize(320).overflow() == 0
    assert visitor.troubles == []


def test_career_prints_on_two_letter_pages(visit: Visit) -> None:
    pdf = visit("/careers/registered-nurses/").page.pdf(format="Letter", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
