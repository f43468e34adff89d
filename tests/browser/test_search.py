"""Searching with a browser: suggestions by keyboard, and the way from results to comparing."""

import pytest
from playwright.sync_api import Browser, expect

from careers.search.index import rebuild_index
from tests.browsing import Visit
from tests.careers.making import make_outlook, make_sheet, save_sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def careers(chromium: Browser, db: None) -> None:
    save_sheet(make_sheet())
    save_sheet(make_sheet("Lantern Lighters", onet="99-2000.00"))
    save_sheet(make_sheet("Bell Ringers", onet="99-3000.00", outlook=make_outlook(change_percent=-4.0)))
    rebuild_index()


def test_suggestion_is_chosen_by_keyboard(visit: Visit) -> None:
    page = visit("/careers/").page
    field = page.get_by_role("combobox", name="Search careers")

    field.press_sequentially("lant")
    options = page.locator("[role=option]")
    expect(options).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    field.press("ArrowUp")
    field.press("ArrowUp")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    title = options.nth(1).inner_text()
    field.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_escape_closes_suggestions_and_enter_searches(visit: Visit) -> None:
    page = visit("/careers/").page
    field = page.get_by_role("combobox", name="Search careers")

    field.press_sequentially("bell")
    expect(page.locator("[role=option]")).to_have_count(1)
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press("Enter")

    expect(page.get_by_role("heading", name="1 career")).to_be_visible()


def test_field_is_plain_without_script(visit: Visit) -> None:
    page = visit("/careers/", script=False).page

    page.get_by_role("searchbox", name="Search careers").fill("bell")
    page.get_by_role("button", name="Search").click()

    expect(page.get_by_role("link", name="Bell Ringers")).to_be_visible()


def test_open_suggestions_pass_axe(visit: Visit) -> None:
    visitor = visit("/careers/?q=lantern&growth=shrinking")
    field = visitor.page.get_by_role("combobox", name="Search careers")
    field.fill("")
    field.press_sequentially("lant")
    expect(visitor.page.locator("[role=option]")).to_have_count(2)
    field.press("ArrowDown")

    assert visitor.axe() == []


@pytest.mark.parametrize(
    "path", ["/careers/?q=lantern", "/careers/?sort=pay&education=4", "/careers/?q=bell&pay=-35000"]
)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_results(visit: Visit, path: str, dark: bool) -> None:
    visitor = visit(path, dark=dark)

    assert visitor.axe() == []
    assert visitor.resize(360).axe() == []
    assert visitor.resize(320).overflow() == 0


def test_compare_button_is_near_the_last_box(visit: Visit) -> None:
    page = visit("/careers/?q=lantern").page

    page.get_by_role("checkbox", name="Compare Lantern Lighters").check()
    page.get_by_role("checkbox", name="Compare Lantern Keepers").check()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Compare them":
            return
    pytest.fail("The button is more than three tab stops away.")
