"""Versions, guides, cards and notices in a browser."""

import pytest
from playwright.sync_api import Browser

from careers.editorial.models import Guide
from careers.models import Notice
from careers.publishing.working_copies import publish, record_save
from careers.views.embed import HEIGHT, WIDTH
from tests.browsing import Visit
from tests.careers.editing import full_profile, make_career
from tests.careers.making import make_sheet, save_sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

CARD = "/careers/lantern-keepers/embed/"
LONG = "Otolaryngologists, Electroneurodiagnostic Technologists, and Crystallographers"
PAGES = {
    "career with everything": "/careers/lantern-keepers/",
    "versions": "/careers/lantern-keepers/versions/",
    "version that was changed": "/careers/lantern-keepers/versions/1/",
    "guides": "/guides/",
    "guide": "/guides/pay/",
    "card": CARD,
    "card of a long title": "/careers/long/embed/",
    "how to embed": "/embed/",
}
BODY = "<h2>Half</h2><p>Half earn <strong>less</strong>.</p><ul><li>Ask <a href='https://x.example/'>them</a>.</li></ul>"

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())


@pytest.fixture(autouse=True)
def texts(chromium: Browser, db: None) -> None:
    save_sheet(make_sheet("Bell Ringers", onet="99-5678.00"))
    save_sheet(make_sheet(LONG, onet="99-4321.00", slug="long"))
    career = make_career(full_profile(title="Lantern keeper", picture=None))
    publish(copy=career, by="a test", note="First text.")
    career.refresh_from_db()
    career.overview = "Ships find home by your light."
    career.save()
    record_save(copy=career, by="a test")
    publish(copy=career, by="a test", note="Ships, not boats.")
    for title, slug in (("Reading a pay figure", "pay"), ("Choosing a school", "school")):
        guide = Guide.objects.create(title=title, slug=slug, summary="What it tells.", body=BODY)
        guide.careers.add(career)
        publish(copy=guide, by="a test")
    Notice.objects.create(
        text="Come to the career fair.", link_text="Sign up for it", link_address="https://fair.example/"
    )


@every_page
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(visit: Visit, path: str, width: int, dark: bool) -> None:
    visitor = visit(path, width=width, dark=dark)

    assert visitor.axe() == []


@every_page
def test_nothing_scrolls_sideways_on_a_small_phone(visit: Visit, path: str) -> None:
    assert visit(path, width=320, height=640).overflow() == 0


@every_page
def test_page_obeys_its_policy_and_stays_on_the_site(visit: Visit, path: str) -> None:
    assert visit(path).troubles == []


@pytest.mark.parametrize(
    ("path", "width"),
    [(CARD, WIDTH), (CARD, 320), ("/careers/long/embed/", WIDTH)],
    ids=["usual", "in a narrow column", "long title"],
)
def test_card_fits_its_frame(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width, height=HEIGHT, script=False).page

    assert page.evaluate("document.documentElement.scrollHeight") <= HEIGHT


def test_changes_since_a_version_are_read_without_script(visit: Visit) -> None:
    page = visit(PAGES["version that was changed"], script=False).page

    page.get_by_text("What changed since").click()

    assert page.locator("ins").first.is_visible()


def test_explaining_page_shows_a_card_in_its_frame(visit: Visit) -> None:
    page = visit("/embed/").page
    page.locator("iframe").scroll_into_view_if_needed()

    assert page.frame_locator("iframe").get_by_role("heading", level=1).is_visible()


def test_old_version_prints_the_way_back_to_itself(visit: Visit) -> None:
    page = visit(PAGES["version that was changed"]).page
    page.emulate_media(media="print")

    assert "/careers/lantern-keepers/versions/1/" in page.locator(".print-head").inner_text()
