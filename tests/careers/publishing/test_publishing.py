"""Publishing, scheduling, withdrawing and reverting, as an editor and a visitor notice them."""

import datetime as dt
from unittest import mock

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from careers.editorial.models import Career, Guide, State
from careers.editorial.saving import EditConflictError
from careers.models import Address, AuditEntry, ContentVersion, SheetRecord, Version
from careers.publishing import addresses, working_copies
from careers.publishing.problems import NotPublishableError
from careers.publishing.versions import CannotWithdrawError, cancel
from careers.publishing.working_copies import publish, record_save, revert, withdraw
from tests.careers.editing import REVIEWER, WRITER, full_profile, make_career, make_person, short
from tests.careers.making import make_sheet

pytestmark = pytest.mark.django_db

PAGE = "/careers/lantern-keepers/"
LINE = "Keep the lanterns along the river lit, so that boats find home."


@pytest.fixture
def reviewer() -> User:
    return make_person("rita", REVIEWER, first_name="Rita", last_name="Roe")


def edit(career: Career, **values: str) -> Career:
    """What a save at the desk does."""
    career.refresh_from_db()
    for name, value in values.items():
        setattr(career, name, value)
    career.save()
    record_save(copy=career, by="wes")
    return career


def body(client: Client, path: str = PAGE) -> str:
    return client.get(path).content.decode()


def test_draft_is_not_on_the_page_and_a_published_text_is(client: Client, reviewer: User) -> None:
    career = make_career()
    before = body(client)

    publish(copy=career, by=reviewer, note="First.")

    assert LINE not in before
    assert LINE in body(client)


def test_editing_a_published_career_changes_nothing_public(client: Client, reviewer: User) -> None:
    career = make_career()
    publish(copy=career, by=reviewer)

    edit(career, summary="Something else altogether.")

    assert LINE in body(client)
    assert Career.objects.get().state == State.DRAFT


def test_version_holds_text_and_figures_of_its_day(reviewer: User) -> None:
    version = publish(copy=make_career(), by=reviewer, note="First.")

    SheetRecord.objects.update(document=make_sheet(title="Changed").model_dump(mode="json"))
    version.refresh_from_db()

    assert (version.number, version.by, version.note) == (1, "Rita Roe", "First.")
    assert version.document["summary"] == LINE
    assert version.sheet is not None
    assert version.sheet["title"] == "Lantern Keepers"


def test_versions_are_numbered_in_order(reviewer: User) -> None:
    career = make_career()

    numbers = [publish(copy=edit(career, overview=f"Text {i}."), by=reviewer).number for i in range(3)]

    assert numbers == [1, 2, 3]


def test_publishing_makes_cached_pages_stale_and_is_in_the_audit_log(reviewer: User) -> None:
    career = make_career()
    before = ContentVersion.current()

    publish(copy=career, by=reviewer, note="First.")

    assert ContentVersion.current() > before
    entry = AuditEntry.objects.about("career", career.key).get()
    assert (entry.who, entry.action, entry.title, entry.note) == (
        "Rita Roe",
        "published version 1",
        "Lantern keeper",
        "First.",
    )


def test_writer_may_not_publish() -> None:
    career = make_career()

    with pytest.raises(PermissionDenied):
        publish(copy=career, by=make_person("wes", WRITER))

    assert not Version.objects.exists()


def test_text_with_errors_is_not_published_and_each_names_its_field(reviewer: User) -> None:
    career = make_career(short(summary="", duties=[], pay_notes=[{"text": "Big ports pay more."}]))

    with pytest.raises(NotPublishableError) as caught:
        publish(copy=career, by=reviewer)

    assert {problem.field for problem in caught.value.problems} == {"summary", "duties", "pay_notes"}
    assert not Version.objects.exists()


def test_full_profile_is_published_without_an_error(client: Client, reviewer: User) -> None:
    publish(copy=make_career(full_profile()), by=reviewer)

    assert "Boats come home by your light." in body(client)


def test_scheduled_text_is_public_from_its_moment_on(client: Client, reviewer: User) -> None:
    career = make_career()
    publish(copy=career, by=reviewer)
    edit(career, summary="Tend the lights on the river by night.")
    at = timezone.now() + dt.timedelta(hours=1)

    version = publish(copy=career, by=reviewer, publish_at=at)

    assert version.status() == "scheduled"
    assert LINE in body(client)
    with mock.patch("django.utils.timezone.now", return_value=at):
        assert "Tend the lights on the river by night." in body(client)


def test_later_decision_takes_the_place_of_a_schedule(reviewer: User) -> None:
    career = make_career()
    first = publish(copy=career, by=reviewer, publish_at=timezone.now() + dt.timedelta(days=1))

    second = publish(copy=edit(career, overview="Sooner."), by=reviewer)

    first.refresh_from_db()
    assert (first.status(), second.status()) == ("called-off", "published")


def test_schedule_can_be_called_off(reviewer: User) -> None:
    version = publish(copy=make_career(), by=reviewer, publish_at=timezone.now() + dt.timedelta(days=1))

    cancel(version=version, by="Rita Roe")

    assert not Version.objects.scheduled().exists()


def test_withdrawing_at_an_occupations_address_gives_back_its_page_of_figures(
    client: Client, reviewer: User
) -> None:
    career = make_career()
    publish(copy=career, by=reviewer)

    withdraw(copy=career, by=reviewer, note="Under review.")

    response = client.get(PAGE)
    assert response.status_code == 200
    assert LINE not in response.content.decode()
    assert Career.objects.get().summary == LINE


def test_withdrawal_can_be_scheduled(client: Client, reviewer: User) -> None:
    career = make_career()
    publish(copy=career, by=reviewer)
    at = timezone.now() + dt.timedelta(hours=1)

    withdraw(copy=career, by=reviewer, at=at)

    assert LINE in body(client)
    with mock.patch("django.utils.timezone.now", return_value=at):
        assert LINE not in body(client)


def test_withdrawing_what_is_not_public_says_so(reviewer: User) -> None:
    with pytest.raises(CannotWithdrawError, match="Nothing of 99-1234"):
        withdraw(copy=make_career(), by=reviewer)


def test_old_version_comes_back_as_the_working_copy_only(client: Client, reviewer: User) -> None:
    career = make_career(full_profile())
    first = publish(copy=career, by=reviewer)
    publish(copy=edit(career, summary="Tend the lights on the river by night."), by=reviewer)

    revert(copy=career, version=first, by=make_person("wes", WRITER))

    assert Career.objects.get().summary == first.document["summary"]
    assert "Tend the lights on the river by night." in body(client)


def test_version_of_another_text_is_not_brought_back(reviewer: User) -> None:
    career = make_career()
    guide = Guide.objects.create(title="Pay", slug="pay", summary="Read it.", body="<p>Half earn less.</p>")
    version = publish(copy=guide, by=reviewer)

    with pytest.raises(ValueError, match="is not a version of"):
        revert(copy=career, version=version, by=reviewer)


def test_publishing_what_somebody_changed_meanwhile_is_refused(reviewer: User) -> None:
    career = make_career()
    seen = career.lock_version
    edit(career, overview="By someone else.")

    with pytest.raises(EditConflictError):
        publish(copy=career, by=reviewer, seen=seen)


def test_failure_in_the_middle_leaves_nothing_behind(reviewer: User) -> None:
    career = make_career()
    before = ContentVersion.current()

    with (
        mock.patch.object(working_copies, "assign_address", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        publish(copy=edit(career, slug="lamp-keepers"), by=reviewer)

    assert not Version.objects.exists()
    assert not AuditEntry.objects.exists()
    assert ContentVersion.current() == before


def test_editor_hears_that_somebody_else_published(
    reviewer: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    career = make_career()
    career.editor = make_person("wes", WRITER)
    career.save()

    with django_capture_on_commit_callbacks(execute=True):
        publish(copy=career, by=reviewer, note="Well done.")

    assert [message.to for message in mail.outbox] == [["wes@desk.example"]]
    assert "Rita Roe published “Lantern keeper”." in mail.outbox[0].body
    assert "Well done." in mail.outbox[0].body


class TestAddresses:
    def test_old_slugs_lead_on_for_ever_through_several_changes(self, client: Client, reviewer: User) -> None:
        career = make_career()
        for slug in ("lamp-keepers", "light-wardens"):
            publish(copy=edit(career, slug=slug), by=reviewer)

        for old in ("lantern-keepers", "lamp-keepers"):
            response = client.get(f"/careers/{old}/")
            assert (response.status_code, response["Location"]) == (301, "/careers/light-wardens/")
        assert LINE in body(client, "/careers/light-wardens/")

    def test_career_may_move_back_to_an_address_it_had(self, client: Client, reviewer: User) -> None:
        career = make_career()
        for slug in ("lamp-keepers", "lantern-keepers"):
            publish(copy=edit(career, slug=slug), by=reviewer)

        assert client.get(PAGE).status_code == 200
        assert client.get("/careers/lamp-keepers/")["Location"] == PAGE

    def test_draft_slug_has_no_page(self, client: Client, reviewer: User) -> None:
        career = make_career()
        publish(copy=career, by=reviewer)

        edit(career, slug="lamp-keepers")

        assert client.get("/careers/lamp-keepers/").status_code == 404

    def test_scheduled_slug_moves_when_its_moment_has_come(self, client: Client, reviewer: User) -> None:
        career = make_career()
        publish(copy=career, by=reviewer)
        at = timezone.now() + dt.timedelta(hours=1)
        publish(copy=edit(career, slug="lamp-keepers"), by=reviewer, publish_at=at)

        early = (addresses.assign_due(), client.get("/careers/lamp-keepers/").status_code)
        late = (addresses.assign_due(now=at), client.get(PAGE).status_code)

        assert early == (None, 404)
        assert late == ("Moved 1 careers to their new addresses.", 301)

    def test_address_of_another_career_is_not_taken(self, reviewer: User) -> None:
        Address.objects.create(slug="bell-ringers", career_key="bell-ringers")

        with pytest.raises(NotPublishableError, match="Another career has or had"):
            publish(copy=make_career(short(slug="bell-ringers")), by=reviewer)

    def test_career_that_shares_its_occupation_has_a_page_of_its_own(
        self, client: Client, reviewer: User
    ) -> None:
        note = "The Bureau counts keepers and lamplighters together."
        career = make_career(
            short(title="Lamplighter", slug="lamplighter", owns_address=True, figures_note=note)
        )
        before = client.get("/careers/lamplighter/").status_code

        publish(copy=career, by=reviewer)

        assert before == 404
        assert note in body(client, "/careers/lamplighter/")
        assert note not in body(client)


def test_text_is_not_withdrawn_before_it_is_published(reviewer: User) -> None:
    now = timezone.now()

    with pytest.raises(ValueError, match="not before"):
        publish(copy=make_career(), by=reviewer, publish_at=now + dt.timedelta(days=2), withdraw_at=now)
