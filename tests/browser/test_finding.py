"""Finding careers with a browser: comparing, interests, saved lists, ways by skill, subject and title."""

import pytest
from playwright.sync_api import Browser, expect

from careers.models import Element, InterestProfile, Rating
from careers.search.index import rebuild_index
from tests.browsing import Visit
from tests.careers.interests.answering import answers_of
from tests.careers.making import make_outlook, make_pay, make_sheet, percentiles, save_release, save_sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

LONG = "Otolaryngologists, Electroneurodiagnostic Technologists, and Crystallographers"
SCORES = {
    "realistic": 6.1,
    "investigative": 3.2,
    "artistic": 1.4,
    "social": 2.2,
    "enterprising": 2.9,
    "conventional": 5.5,
}
RESULTS = f"/interests/results/?a={answers_of(tuple(SCORES.values())).text}"
FOUR = "/careers/compare/?c=lantern-keepers&c=long&c=bell-ringers&c=tide-readers"
PAGES = {
    "nothing to compare": "/careers/compare/",
    "two compared, a search": "/careers/compare/?c=lantern-keepers&c=long&q=tide",
    "four compared": FOUR,
    "interests": "/interests/",
    "one statement": "/interests/questions/?a=12&next=",
    "all statements, some missing": "/interests/all/?sent=1&s1=3",
    "results": RESULTS,
    "method": "/interests/method/",
    "one interest": "/interests/realistic/",
    "nothing saved": "/saved/",
    "list": "/list/?title=Jobs+by+the+sea&note=Pick+one&c=lantern-keepers&c=long",
    "skills": "/skills/",
    "skill": "/skills/climbing/",
    "subjects": "/subjects/",
    "subject": "/subjects/biology/",
    "software": "/technology/",
    "industries": "/industries/",
    "titles": "/titles/o/",
    "recent": "/recent/",
    "popular": "/popular/",
}

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())


@pytest.fixture(autouse=True)
def careers(chromium: Browser, db: None) -> None:
    hourly = make_pay(
        annual=percentiles(None, None, None, None, None),
        hourly=percentiles(15.2, 18.4, 25.9, 41.0, 177.5),
        is_hourly_only=True,
    )
    shrinking = make_outlook(change_percent=-25.1)
    sheets = [
        make_sheet(),
        make_sheet(LONG, onet="99-4321.00", slug="long", pay=hourly, outlook=shrinking),
        make_sheet("Bell Ringers", onet="99-5678.00", pay=None, outlook=None, entry=None),
        make_sheet("Tide Readers", onet="99-8765.00"),
    ]
    climbing = Element.objects.create(domain="skills", name="Climbing", slug="climbing", element_id="x")
    for place, sheet in enumerate(sheets):
        occupation = save_sheet(sheet).occupation
        Rating.objects.create(
            release=save_release("onet-skills"),
            occupation=occupation,
            element=climbing,
            importance=3 + place / 4,
            level=1 + place,
        )
        InterestProfile.objects.create(
            release=save_release("onet-interests"), occupation=occupation, code="RCI", **SCORES
        )
    rebuild_index()


@every_page
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_stands_in_anyones_way(visit: Visit, path: str, width: int, dark: bool) -> None:
    visitor = visit(path, width=width, dark=dark)

    assert visitor.axe() == []
    assert visitor.overflow() <= 0
    assert visitor.troubles == []


@every_page
def test_the_smallest_screen_needs_no_scrolling_sideways(visit: Visit, path: str) -> None:
    assert visit(path, width=320).overflow() <= 0


def test_ticked_careers_are_compared_within_three_tab_stops(visit: Visit) -> None:
    page = visit("/careers/", script=False).page
    page.get_by_label("Compare Tide Readers").check()
    last = page.get_by_label(f"Compare {LONG}")
    last.check()

    for _stop in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.cmpbar button')"):
            break
    page.keyboard.press("Enter")

    expect(page.get_by_role("columnheader")).to_have_count(2)


def test_a_career_is_added_to_a_comparison_without_script(visit: Visit) -> None:
    page = visit("/careers/compare/?c=lantern-keepers", script=False).page

    page.get_by_label("Find a career").fill("tide")
    page.locator("form.form--row").get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Tide Readers").click()

    expect(page.get_by_role("columnheader")).to_have_count(2)


def test_statements_are_answered_by_keyboard_without_script(visit: Visit) -> None:
    page = visit("/interests/questions/?a=" + "3" * 28, script=False).page

    for digit in ("Very much", "Not at all"):
        page.get_by_label(digit).focus()
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.wait_for_load_state()

    expect(page.get_by_role("heading", name="Your interests")).to_be_visible()


def test_a_career_is_saved_listed_and_removed_without_script(visit: Visit) -> None:
    page = visit("/careers/lantern-keepers/", script=False).page

    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Lantern Keepers")).to_be_visible()
    page.get_by_role("button", name="Remove Lantern Keepers").click()

    expect(page.get_by_text("Nothing is saved yet")).to_be_visible()
