"""Schools in a real browser: every page in both themes and widths, and an editor who features a school."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Browser, expect

from careers.models import Occupation
from schools.editorial.models import Placement
from schools.editorial.publishing import publish
from schools.models import School
from schools.placement import Kind
from tests.browsing import Visit, Visitor
from tests.schools.conftest import loaded

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

CAREER = "/careers/medical-records-specialists/"
PAGES = {
    "finder": "/schools/",
    "narrowed": "/schools/?program=51.0713&near=columbus-oh&miles=100",
    "words": "/schools/?q=coding",
    "nothing found": "/schools/?q=zzzz",
    "unknown place": "/schools/?near=atlantis",
    "school": "/schools/columbus-state-community-college/",
    "closed school": "/schools/birmingham-southern-college/",
    "merged school": "/schools/wesley-college/",
    "program": "/programs/51.0713/",
    "programs": "/programs/?q=coding",
    "family": "/programs/?family=51",
    "compare": "/schools/compare/?s=columbus-state-community-college&s=franklin-university",
    "register": "/schools/placements/",
    "career": CAREER,
}


@pytest.fixture(scope="module")
def schools(chromium: Browser, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """After the browser, which must come before any connection."""
    with loaded(django_db_blocker):
        yield


@pytest.fixture
def placements(schools: None, db: None) -> None:
    now = timezone.now()
    for kind, unitid in ((Kind.PAID, 202806), (Kind.CHOSEN, 202222)):
        placement = Placement.objects.create(
            school=School.objects.get(pk=unitid),
            kind=kind,
            wording="Evening classes in coding.",
            starts_at=now,
            ends_at=now + dt.timedelta(days=9),
            paid_by="The Franklin Trust",
            reason="Its graduates teach here.",
        )
        placement.careers.set(Occupation.objects.filter(pk="29-2072.00"))
        publish(placement=placement, by="an editor")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_nothing_stands_in_anyones_way(
    visit: Visit, placements: None, path: str, width: int, dark: bool
) -> None:
    visitor = visit(path, width=width, dark=dark)

    assert visitor.axe() == []
    assert visitor.overflow() <= 0
    assert visitor.troubles == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_the_smallest_screen_needs_no_scrolling_sideways(visit: Visit, placements: None, path: str) -> None:
    assert visit(path, width=320).overflow() <= 0


def test_the_finder_works_without_script(visit: Visit, schools: None) -> None:
    page = visit("/schools/", script=False).page

    page.get_by_label("Career, program or school").fill("medical coder")
    page.get_by_label("Near (city and state, or ZIP code)").fill("Columbus, OH")
    page.get_by_role("button", name="Find schools").click()

    expect(page.locator("#res-h")).to_contain_text("within 50 miles of Columbus, OH")
    expect(page.get_by_role("link", name="Columbus State Community College")).to_be_visible()


def test_two_schools_are_ticked_and_compared(visit: Visit, schools: None) -> None:
    page = visit("/schools/?state=OH", script=False).page

    page.get_by_label("Compare Columbus State Community College").check()
    page.get_by_label("Compare Franklin University").check()
    page.get_by_role("button", name="Compare them").click()

    expect(page.get_by_role("columnheader")).to_have_count(2)


def editor(visit: Visit) -> Visitor:
    visitor = visit("/about/")
    user = User.objects.create_superuser("editor", "editor@example.org", "a long password")
    visitor._client.force_login(user)
    return visitor


def test_an_editor_places_previews_and_ends_a_placement(visit: Visit, schools: None) -> None:
    visitor = editor(visit)
    placement = Placement.objects.create(
        school=School.objects.get(pk=202806),
        kind=Kind.PAID,
        wording="Evening classes in coding.",
        starts_at=timezone.now(),
        ends_at=timezone.now() + dt.timedelta(days=9),
        paid_by="The Franklin Trust",
    )
    placement.careers.set(Occupation.objects.filter(pk="29-2072.00"))
    page = visitor.open(f"/admin/placements/placement/{placement.pk}/change/").page

    page.get_by_label("Wording").fill("Day classes in coding.")
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_role("link", name="Preview").click()
    expect(page.get_by_role("heading", name="Paid placement")).to_be_visible()
    expect(page.get_by_text("Day classes in coding.")).to_be_visible()
    visitor.open(f"/admin/placements/placement/{placement.pk}/change/")
    page.get_by_role("link", name="publish Publish").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("is published")).to_be_visible()
    visitor.open(CAREER)
    expect(page.get_by_text("Paid placement. The Franklin Trust pays for it.")).to_be_visible()
    visitor.open(f"/admin/placements/placement/{placement.pk}/change/")
    page.get_by_role("link", name="End it now").click()
    page.get_by_role("button", name="End it", exact=True).click()
    expect(page.get_by_text("It stays in the public register.")).to_be_visible()
    visitor.open(CAREER)
    expect(page.get_by_text("The Franklin Trust")).to_have_count(0)
    visitor.open("/schools/placements/")
    expect(page.get_by_text("Stopped early")).to_be_visible()
