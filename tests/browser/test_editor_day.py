"""An editor's whole day in a real browser, at a desk and on a phone; no barrier on the screens it meets."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from careers.editorial.models import Career, Guide, State
from careers.models import Version
from careers.publishing.working_copies import publish, record_save
from tests.browsing import Visit, Visitor
from tests.careers.editing import (
    ADMINISTRATOR,
    REVIEWER,
    WRITER,
    full_profile,
    make_career,
    make_person,
    short,
)
from tests.careers.making import make_sheet, save_sheet

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

expect.set_options(timeout=20_000)  # two cores may be shared by many

WIDTHS = pytest.mark.parametrize("width", [1280, 390], ids=["desk", "phone"])


@pytest.fixture(autouse=True)
def people(chromium: Browser, db: None) -> None:
    make_person("ann", WRITER, is_staff=True, first_name="Ann", last_name="Quill")
    make_person("rae", REVIEWER, is_staff=True, first_name="Rae", last_name="Read")


def log_in(visit: Visit, name: str, width: int) -> Visitor:
    visitor = visit("/admin/", width=width)
    visitor.page.get_by_label("Login").fill(name)
    visitor.page.get_by_label("Password", exact=True).fill("secret")
    visitor.page.get_by_role("button", name="Log in", exact=True).click()
    expect(visitor.page.get_by_text("Waiting for you")).to_be_visible()
    return visitor


def press(page: Page, name: str) -> None:
    """A button at the top of a text: on a phone they are behind a menu, and some are under “More”."""
    step = page.get_by_role("link", name=name).and_(page.locator(":visible"))
    behind, more = (
        page.locator("a:visible", has_text="more_horiz"),
        page.locator("ul a:visible", has_text="More"),
    )
    for menu in (behind.first, more.last):
        if not step.count():
            menu.click()
            page.wait_for_timeout(300)  # it opens by moving
    step.first.click()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("Saved as a draft.")).to_be_visible()


def open_chapter(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Chapters").get_by_role("link", name=name).click()


def write_from_nothing(writer: Visitor) -> Career:
    page = writer.page
    page.get_by_role("link", name="Write a career").click()
    page.get_by_label("Title").fill("Lantern keeper")
    page.locator(".select2-selection").first.click()
    page.locator(".select2-search__field").fill("Lantern")
    page.locator(".select2-results__option", has_text="Lantern Keepers").click()
    page.get_by_label("Slug").fill("lantern-keepers")
    save(page)
    page.get_by_label("Summary").fill("Keep the lanterns along the river lit, so that boats find home.")
    open_chapter(page, "The work")
    page.get_by_label("Overview").fill("Boats come home by your light.")
    page.get_by_text("Add another Duty").click()
    page.locator("input[name=duties-0-verb]").fill("Trim")
    page.locator("textarea[name=duties-0-rest]").fill("each wick before dusk.")
    save(page)
    assert page.locator("input[name=duties-0-verb]").input_value() == "Trim"
    return Career.objects.get()


def preview_and_send(writer: Visitor, text: str) -> None:
    writer.open(f"{text}/preview/")
    expect(writer.page.get_by_text("Boats come home by your light.")).to_be_visible()
    assert not Version.objects.exists()
    writer.open(f"{text}/change/")
    press(writer.page, "Send for review")
    writer.page.get_by_label("Note").fill("Please read it.")
    writer.page.get_by_role("button", name="Send for review").click()
    expect(writer.page.get_by_text("Sent for review.")).to_be_visible()


def review_and_publish(reviewer: Visitor) -> None:
    page = reviewer.page
    page.get_by_role("link", name="Lantern keeper").first.click()
    press(page, "Approve")
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_text("Approved. It can be published.")).to_be_visible()
    press(page, "Publish now")
    page.get_by_role("button", name="Publish now").click()
    expect(page.get_by_text("Published. Readers see it now.")).to_be_visible()
    assert Version.objects.live().get().document["overview"] == "Boats come home by your light."


def edit_again_and_compare(writer: Visitor, reader: Visitor, text: str) -> None:
    page = writer.page
    writer.open(f"{text}/change/#work")
    page.get_by_label("Overview").fill("Boats find the harbor by your light.")
    save(page)
    reader.open("/careers/lantern-keepers/")
    expect(reader.page.get_by_text("Boats come home by your light.")).to_be_visible()
    writer.open(f"{text}/history/")
    page.get_by_role("link", name="Compare with the draft").click()
    expect(page.locator("ins", has_text="find the harbor")).to_be_visible()


def schedule(reviewer: Visitor, text: str) -> None:
    page = reviewer.page
    reviewer.open(f"{text}/change/")
    press(page, "Schedule")
    day = timezone.localtime() + dt.timedelta(days=3)
    page.locator("input[name=publish_at_0]").fill(f"{day:%Y-%m-%d}")
    page.locator("input[name=publish_at_1]").fill("09:30:00")
    page.get_by_role("button", name="Schedule").click()
    expect(page.get_by_text("Scheduled.", exact=True)).to_be_visible()
    assert Version.objects.scheduled().get().document["overview"] == "Boats find the harbor by your light."


def bring_back(reviewer: Visitor, text: str) -> None:
    reviewer.open(f"{text}/versions/1/revert/")
    reviewer.page.get_by_role("button", name="Bring it back").click()
    expect(reviewer.page.get_by_text("Version 1 is the draft now.")).to_be_visible()


@WIDTHS
def test_editor_has_a_whole_day(visit: Visit, width: int) -> None:
    save_sheet(make_sheet())
    writer = log_in(visit, "ann", width)

    career = write_from_nothing(writer)
    text = f"/admin/editorial/career/{career.pk}"
    preview_and_send(writer, text)
    reviewer = log_in(visit, "rae", width)
    review_and_publish(reviewer)
    edit_again_and_compare(writer, visit("/about/", width=width), text)
    schedule(reviewer, text)
    bring_back(reviewer, text)

    career.refresh_from_db()
    assert (career.overview, career.state) == ("Boats come home by your light.", State.DRAFT)
    assert writer.troubles == reviewer.troubles == []


@pytest.fixture
def screens() -> dict[str, str]:
    """Every kind of screen that editors use, by name."""
    career = make_career(full_profile())
    publish(copy=career, by="maker")
    career.refresh_from_db()
    career.overview = "By the river."
    career.save()
    record_save(copy=career, by="maker")
    text = f"/admin/editorial/career/{career.pk}"
    guild = career.associations.get().organization_id
    return {
        "desk": "/admin/",
        "list": "/admin/editorial/career/",
        "new": "/admin/editorial/career/add/",
        **{
            f"form, {chapter}": f"{text}/change/#{chapter}"
            for chapter in ("page", "work", "pay", "begin", "more")
        },
        "publish": f"{text}/step/publish/",
        "schedule": f"{text}/step/schedule/",
        "history": f"{text}/history/",
        "compare": f"{text}/compare/?from=1&to=draft",
        "bring back": f"{text}/versions/1/revert/",
        "link": f"{text}/link/",
        "record": f"/admin/editorial/organization/{guild}/change/",
        "republish": f"/admin/editorial/organization/{guild}/republish/",
        "import": "/admin/editorial/organization/import/",
        "notice": "/admin/careers/notice/add/",
        "links": "/admin/editorial/linkcheck/",
    }


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)], ids=["desk, light", "phone, dark"])
def test_screens_have_no_serious_barrier(
    visit: Visit, screens: dict[str, str], width: int, dark: bool
) -> None:
    visitor = log_in(visit, "rae", width)
    visitor.page.emulate_media(color_scheme="dark" if dark else "light")

    found, wide = {}, {}
    for name, path in screens.items():
        visitor.page.goto("about:blank")  # the same form at another chapter is opened anew
        visitor.open(path)
        visitor.page.wait_for_timeout(300)  # what opens by moving has come to rest
        if serious := visitor.axe(impact={"serious", "critical"}):
            found[name] = serious
        if overflow := visitor.overflow():
            wide[name] = overflow

    assert (found, wide) == ({}, {})
    assert visitor.troubles == []


@pytest.mark.parametrize("width", [1280, 390])
def test_log_in_has_no_barrier(visit: Visit, width: int) -> None:
    visitor = visit("/admin/account/login/", width=width)

    assert visitor.axe() == []
    assert visitor.overflow() == 0
    assert visitor.troubles == []


def test_fields_that_need_an_answer_first_come_with_it(visit: Visit) -> None:
    career = make_career()
    visitor = log_in(visit, "ann", 1280)
    visitor.open(f"/admin/editorial/career/{career.pk}/change/#begin")

    visitor.page.locator("select[name=licensing_is_required]").select_option("no")
    hidden = visitor.page.get_by_label("Licensing by whom").is_visible()
    visitor.page.locator("select[name=licensing_is_required]").select_option("varies")

    assert not hidden
    expect(visitor.page.get_by_label("Licensing by whom")).to_be_visible()


def test_guide_opened_and_saved_says_what_it_said(visit: Visit) -> None:
    body = (
        "<p>Take the short way.</p><h2>What each is</h2><p>A <strong>certificate</strong> is short.</p>"
        '<p>A degree opens <a href="https://guild.example/">more doors</a>.</p>'
        "<ul><li>One</li><li>Two</li></ul>"
    )
    guide = Guide.objects.create(title="Which one?", slug="which-one", summary="How to choose.", body=body)
    record_save(copy=guide, by="maker")
    visitor = log_in(visit, "ann", 1280)
    visitor.open(f"/admin/editorial/guide/{guide.pk}/change/#guide")
    expect(visitor.page.locator("trix-editor")).to_contain_text("more doors")

    save(visitor.page)

    before, after = body, Guide.objects.get().body
    assert after == before
    assert visitor.troubles == []


def test_check_leads_to_its_field(visit: Visit) -> None:
    career = make_career(short(slug="lamp-lighter", owns_address=True))
    visitor = log_in(visit, "ann", 1280)
    visitor.open(f"/admin/editorial/career/{career.pk}/change/#work")

    visitor.page.get_by_role("link", name="Whose figures these are").click()

    expect(visitor.page.get_by_label("Figures note")).to_be_focused()


def test_administrator_sees_accounts_without_a_barrier(visit: Visit) -> None:
    boss = make_person("boss", ADMINISTRATOR, is_staff=True)
    visitor = log_in(visit, "boss", 1280)

    for path in ("/admin/auth/user/", f"/admin/auth/user/{boss.pk}/change/", "/admin/careers/auditentry/"):
        visitor.open(path)
        assert visitor.axe(impact={"serious", "critical"}) == [], path
    assert User.objects.count() == 3
