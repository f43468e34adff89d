"""What a visitor with a browser meets, on pages with made figures that are as awkward as real ones."""

import re

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Browser

from careers.documents.sheet import Missing, TopAreas
from careers.search.index import rebuild_index
from tests.browsing import Visit
from tests.careers.making import make_outlook, make_pay, make_sheet, percentiles, save_sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

LONG = "Otolaryngologists, Electroneurodiagnostic Technologists, and Crystallographers"
PAGES = {
    "home": "/",
    "careers": "/careers/",
    "nothing found": "/careers/?q=zzzz",
    "career": "/careers/lantern-keepers/",
    "long title, shrinking, by the hour": "/careers/long/",
    "no figures": "/careers/bell-ringers/",
    "fields": "/clusters/",
    "field": "/clusters/health-science/",
    "areas": "/areas/?next=/careers/lantern-keepers/",
    "sources": "/sources/",
    "about": "/about/",
    "api": "/api/",
    "accessibility": "/accessibility/",
    "privacy": "/privacy/",
    "gallery of components": "/gallery/",
    "not found": "/no-such-page/",
}


@pytest.fixture(autouse=True)
def careers(chromium: Browser, db: None) -> None:
    save_sheet(make_sheet())
    hourly = make_pay(
        annual=percentiles(None, None, None, None, None),
        hourly=percentiles(15.2, 18.4, 25.9, 41.0, 177.5),
        is_hourly_only=True,
        top_areas=TopAreas(release="oews-industry", area_count=50, unknown_count=49, refused=True),
    )
    shrinking = make_outlook(target_employment=90_100, change=-30_200, change_percent=-25.1)
    save_sheet(make_sheet(LONG, onet="99-4321.00", slug="long", pay=hourly, outlook=shrinking))
    missing = Missing(reason="no-pay", nearest_slug="lantern-keepers", nearest_title="Lantern Keepers")
    save_sheet(
        make_sheet(
            "Bell Ringers",
            onet="99-5678.00",
            pay=None,
            outlook=None,
            entry=None,
            attainment=None,
            skills=None,
            knowledge=None,
            abilities=None,
            work_styles=None,
            interests=None,
            job_zone=None,
            technology=None,
            related=None,
            missing={"pay": missing, "outlook": missing, "ratings": missing},
        )
    )


every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())


@every_page
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(visit: Visit, path: str, dark: bool) -> None:
    visitor = visit(path, dark=dark)

    assert visitor.axe() == []
    assert visitor.resize(360).axe() == []


@every_page
def test_nothing_scrolls_sideways(visit: Visit, path: str) -> None:
    """On a small phone; at 400 %, when 1280 by 1024 pixels have room for 320 by 256; with large text."""
    visitor = visit(path, width=320, height=640)

    assert visitor.overflow() == 0
    assert visitor.resize(320, 256).overflow() == 0
    assert visitor.page.locator("h1").is_visible()
    visitor.resize(1280)
    visitor.page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")

    assert visitor.overflow() == 0


@every_page
def test_wide_text_spacing_clips_nothing(visit: Visit, path: str) -> None:
    """WCAG 1.4.12: line height 1.5, paragraphs 2, letters 0.12, words 0.16 em."""
    visitor = visit(path, width=360)

    clipped = visitor.page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
            word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
          document.adoptedStyleSheets.push(sheet);
          return [...document.querySelectorAll('body *')].filter((e) => {
            if (e.closest('svg, .vh')) return false;
            const s = getComputedStyle(e);
            return s.overflowX !== 'visible' && s.display !== 'inline'
              && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
              && !['auto', 'scroll'].includes(s.overflowY);
          }).map((e) => e.outerHTML.slice(0, 120));
        }"""
    )

    assert clipped == []
    assert visitor.overflow() == 0


@every_page
def test_page_obeys_its_policy_and_stays_on_the_site(visit: Visit, path: str) -> None:
    visitor = visit(path)

    expected = ["Failed to load resource"] if path == PAGES["not found"] else []
    assert [text[:23] for text in visitor.troubles] == expected


def test_first_visit_is_light(visit: Visit) -> None:
    visitor = visit("/careers/lantern-keepers/")

    assert len(set(visitor.requests)) <= 6


def test_every_page_has_one_heading_and_no_empty_one(visit: Visit) -> None:
    for path in PAGES.values():
        page = visit(path).page
        assert page.locator("h1").count() == 1, path
        assert all(text.strip() for text in page.locator("h1, h2, h3, h4").all_inner_texts()), path


def test_theme_is_chosen_and_remembered(visit: Visit) -> None:
    visitor = visit("/about/")

    visitor.page.get_by_role("button", name="Dark").click()
    visitor.open("/privacy/")

    assert visitor.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert visitor.page.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"


def test_without_script_nothing_is_shown_that_needs_it(visit: Visit) -> None:
    page = visit("/careers/lantern-keepers/", script=False).page

    assert not page.get_by_role("button", name="Dark").is_visible()
    assert not page.get_by_role("button", name="Copy link").is_visible()
    assert page.get_by_role("heading", name="Half earn between $38,500 and $64,900 a year").is_visible()


def test_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit("/careers/lantern-keepers/").page

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")


def test_search_field_finds_a_career_by_its_title(visit: Visit) -> None:
    rebuild_index()
    page = visit("/").page

    page.get_by_role("combobox").fill("lantern")
    page.keyboard.press("Enter")
    page.wait_for_url("**/careers/?q=lantern*")

    assert page.get_by_role("link", name="Lantern Keepers").is_visible()
    assert not page.get_by_role("link", name="Bell Ringers").is_visible()


def test_blazes_stay_visible_in_forced_colors(visit: Visit) -> None:
    page = visit("/careers/lantern-keepers/", forced=True).page

    fills = page.evaluate(
        """() => {
          const paper = getComputedStyle(document.body).backgroundColor;
          return [...document.querySelectorAll('.blaze')].map((e) => getComputedStyle(e).fill !== paper);
        }"""
    )
    assert fills
    assert all(fills)


def test_career_prints_on_two_letter_pages(visit: Visit) -> None:
    page = visit("/careers/lantern-keepers/").page

    pdf = page.pdf(format="Letter", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2


def test_page_for_a_failure_needs_no_database(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert "our side" in render_to_string("site/500.html", {"notices": []})
