"""Which addresses are looked at, what is kept, and what the commands say."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from careers.editorial.link_checker.addresses import addresses, check_all
from careers.editorial.link_checker.checker import CheckResult
from careers.editorial.models import Career, LinkCheck, Organization
from careers.models import KnownEdition, Notice, Release
from careers.publishing.working_copies import publish, record_save
from tests.careers.editing import full_profile, make_career

pytestmark = pytest.mark.django_db

State = LinkCheck.State


class Checkers:
    """Finds each address as it is told to; the rest are fine."""

    def __init__(self, **states: State) -> None:
        self.states = {f"https://{host}.example/": state for host, state in states.items()}

    def check(self, address: str) -> CheckResult:
        return CheckResult(self.states.get(address, State.FINE), 200)


def check(**states: State) -> None:
    list(check_all(checker=Checkers(**states)))  # type: ignore[arg-type]  # answers as a LinkChecker does


def test_addresses_of_public_texts_and_records_are_known() -> None:
    publish(copy=make_career(full_profile()), by="maker")
    Notice.objects.create(text="A workshop.", link_text="Sign up", link_address="https://workshop.example/")

    places = addresses()

    assert {"https://guild.example/", "https://tides.example/", "https://workshop.example/"} <= places.keys()
    titles = {place["title"] for place in places["https://guild.example/"]}
    assert titles == {"Lantern keeper", "GK: Guild of Keepers"}


def test_drafts_are_not_looked_at() -> None:
    career = make_career()
    career.resources.create(title="Tides", address="https://draft.example/")
    record_save(copy=career, by="maker")

    assert "https://draft.example/" not in addresses()


def test_link_is_dead_when_it_is_silent_twice() -> None:
    Organization.objects.create(key="guild", name="Guild", web="https://guild.example/")

    check(guild=State.SILENT)
    after_one = LinkCheck.objects.dead().count()
    check(guild=State.SILENT)
    after_two = LinkCheck.objects.dead().count()
    check()

    assert (after_one, after_two, LinkCheck.objects.dead().count()) == (0, 1, 0)
    assert LinkCheck.objects.get().failures == 0


def test_address_that_no_text_names_any_more_is_forgotten() -> None:
    guild = Organization.objects.create(key="guild", name="Guild", web="https://guild.example/")
    check(guild=State.GONE)
    guild.delete()

    check()

    assert not LinkCheck.objects.exists()


def test_command_says_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    Organization.objects.create(key="guild", name="Guild", web="https://guild.example/")
    Organization.objects.create(key="port", name="Port", web="https://port.example/")
    monkeypatch.setattr(
        "careers.management.commands.check_links.LinkChecker", lambda: Checkers(guild=State.GONE)
    )
    out = StringIO()

    call_command("check_links", stdout=out)

    assert out.getvalue().splitlines() == [
        "Gone: https://guild.example/ 200",
        "Looked at 2 addresses: 1 works, 1 gone.",
    ]


def test_stale_report_names_what_has_grown_stale() -> None:
    publish(copy=make_career(), by="maker")
    Career.objects.update(review_due_on="2020-01-01")
    KnownEdition.objects.create(family=Release.objects.get().family, edition="99.1", published_on="2026-01")
    LinkCheck.objects.create(address="https://guild.example/", state=State.GONE, checked_at=timezone.now())
    out = StringIO()

    call_command("stale_report", stdout=out)

    report = out.getvalue()
    assert "Lantern keeper: due 2020-01-01" in report
    assert "A newer edition is out: 99.1" in report
    assert "https://guild.example/: Gone" in report


def test_stale_report_is_silent_where_nothing_is_stale() -> None:
    out = StringIO()

    call_command("stale_report", stdout=out)

    assert out.getvalue() == ""
