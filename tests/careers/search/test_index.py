"""The index follows what is loaded and published."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from careers.listing.entries import entries
from careers.models import (
    ContentVersion,
    OtherTitle,
    SearchSubject,
    SearchTerm,
    SearchWord,
    Synonym,
    Version,
    ZeroResultSearch,
)
from careers.search.index import rebuild_index, refresh_relations
from careers.search.reindex import reindex, reindex_due
from careers.search.results import search
from tests.careers.making import make_sheet, save_release, save_sheet
from tests.careers.search.conftest import WORLD

pytestmark = pytest.mark.django_db

NOW = timezone.now()
CODE = "99-1234.00"


@pytest.fixture
def keepers() -> None:
    save_sheet(make_sheet())
    save_sheet(make_sheet("Harbor Pilots", onet="99-5555.00", soc="99-5555", slug="harbor-pilots"))


def publish(key: str = CODE, number: int = 1, **values: Any) -> Version:
    document = {
        "title": "Lantern Keepers",
        "slug": "lantern-keepers",
        "onet": CODE,
        "summary": "Keep the lamps of a harbor burning.",
        "duties": [{"verb": "Trim", "rest": "the wicks at dusk."}],
        **values.pop("document", {}),
    }
    return Version.objects.create(
        **{
            "subject_type": "career",
            "subject_key": key,
            "number": number,
            "document": document,
            "by": "ada",
            "publish_at": NOW - dt.timedelta(days=1),
            **values,
        }
    )


def slugs_for(text: str) -> list[str]:
    return [hit.slug for hit in search(text).items]


def state() -> dict[str, tuple[list[int], float]]:
    rows = SearchTerm.objects.exclude(numbers=b"")
    return {
        row.term: (sorted(memoryview(bytes(row.numbers)).cast("I").tolist()), round(row.rarity, 6))
        for row in rows
    }


def test_agency_titles_are_found_and_vanished_ones_are_not(keepers: None) -> None:
    release = save_release("onet-alternate-titles")
    for title, is_vanished in (("Wickie (Wick Trimmer)", False), ("Lampist", True)):
        OtherTitle.objects.create(
            release=release, occupation_id=CODE, kind="alternate", title=title, is_vanished=is_vanished
        )

    rebuild_index()

    assert slugs_for("wickie") == ["lantern-keepers"]
    assert slugs_for("wick trimmer") == ["lantern-keepers"]
    assert slugs_for("lampist") == []


def test_published_text_is_found_and_shown(keepers: None) -> None:
    publish()

    reindex(CODE)

    hit = search("trim the wicks").items[0]
    assert (hit.slug, hit.summary) == ("lantern-keepers", "Keep the lamps of a harbor burning.")


def test_text_that_is_not_live_is_not_found(keepers: None) -> None:
    publish(number=1, publish_at=NOW + dt.timedelta(days=1))
    publish("99-5555.00", publish_at=None)

    rebuild_index()

    assert slugs_for("wicks") == []


def test_withdrawn_text_leaves_the_index_and_the_figures_stay(keepers: None) -> None:
    version = publish()
    rebuild_index()
    Version.objects.filter(pk=version.pk).update(withdraw_at=timezone.now())

    reindex(CODE)

    assert slugs_for("wicks") == []
    assert slugs_for("lantern keepers") == ["lantern-keepers"]


def test_withdrawal_by_schedule_needs_no_clock(keepers: None) -> None:
    own = publish(
        "wick-maker",
        document={"title": "Wick Maker", "slug": "wick-maker", "owns_address": True, "onet": CODE},
    )
    version = publish()
    rebuild_index()

    Version.objects.filter(pk__in=[own.pk, version.pk]).update(withdraw_at=timezone.now())

    assert [hit.slug for hit in search("lantern keepers").items] == ["lantern-keepers"]
    assert search("lantern keepers").items[0].summary == ""
    assert [entry.slug for entry in entries()] == ["harbor-pilots", "lantern-keepers"]


def test_pages_kept_meanwhile_are_made_anew(keepers: None) -> None:
    rebuild_index()
    publish()
    before = ContentVersion.current()

    reindex(CODE)

    assert ContentVersion.current() > before


def test_career_with_its_own_address_comes_and_goes(keepers: None) -> None:
    version = publish(
        "wick-maker", document={"title": "Wick Maker", "slug": "wick-maker", "owns_address": True}
    )
    rebuild_index()
    assert slugs_for("wick maker")[0] == "wick-maker"

    Version.objects.filter(pk=version.pk).update(withdraw_at=timezone.now())
    reindex("wick-maker")

    assert not SearchSubject.objects.filter(key="wick-maker").exists()
    assert "wick-maker" not in slugs_for("wick maker")


def test_reading_one_page_anew_is_as_good_as_a_whole_index(keepers: None) -> None:
    rebuild_index()
    publish()
    reindex(CODE)
    in_part = state()

    rebuild_index()

    assert in_part == state()


def test_reading_a_page_anew_twice_changes_nothing(keepers: None) -> None:
    publish()
    reindex(CODE)
    once = state()

    reindex(CODE)

    assert state() == once


def test_clock_reads_what_went_live_by_schedule(keepers: None) -> None:
    rebuild_index()
    publish()

    assert reindex_due() == "Read 1 careers anew for search."
    assert reindex_due() is None
    assert slugs_for("wicks") == ["lantern-keepers"]


def test_numbers_of_subjects_outlive_a_new_index(keepers: None) -> None:
    rebuild_index()
    before = dict(SearchSubject.objects.values_list("key", "number"))

    rebuild_index()

    assert dict(SearchSubject.objects.values_list("key", "number")) == before


def test_editors_synonym_works_and_can_be_switched_off() -> None:
    rebuild_index(WORLD)
    assert slugs_for("stargazer") == []

    synonym = Synonym.objects.create(words="stargazer, star watcher", means="astronomer", weight=1)
    refresh_relations()
    assert slugs_for("stargazer") == ["astronomers"]
    assert slugs_for("star watcher")[0] == "astronomers"

    Synonym.objects.filter(pk=synonym.pk).update(is_used=False)
    refresh_relations()
    assert slugs_for("stargazer") == []


def test_switched_off_shipped_synonym_stays_off() -> None:
    rebuild_index(WORLD)
    Synonym.objects.filter(words__startswith="fix,").update(is_used=False)

    rebuild_index(WORLD)

    assert Synonym.objects.filter(words__startswith="fix,", is_used=True).count() == 0


def test_words_for_corrections_are_those_of_the_index(keepers: None) -> None:
    publish()

    rebuild_index()

    assert {"lantern", "wicks", "harbor"} <= set(SearchWord.objects.values_list("word", flat=True))


def test_reported_search_is_counted_and_comes_back() -> None:
    day = dt.date(2026, 3, 1)
    ZeroResultSearch.report("dragon tamer", on=day)
    ZeroResultSearch.objects.update(is_dealt_with=True)

    ZeroResultSearch.report("dragon tamer", on=day + dt.timedelta(days=1))

    row = ZeroResultSearch.objects.get()
    assert (row.count, row.first_on, row.last_on) == (2, day, day + dt.timedelta(days=1))
    assert not row.is_dealt_with
