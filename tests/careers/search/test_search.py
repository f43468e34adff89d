"""What people type, and what comes first."""

import pytest
from django.test.utils import CaptureQueriesContext

from careers.search.results import search

pytestmark = pytest.mark.usefixtures("world")


def titles(text: str) -> list[str]:
    return [hit.title for hit in search(text).items]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("registered nurses", "Registered Nurses", id="title"),
        pytest.param("Registered Nurse", "Registered Nurses", id="singular"),
        pytest.param("nurses, registered", "Registered Nurses", id="word order"),
        pytest.param("  REGISTERED   nurses ", "Registered Nurses", id="capitals and blanks"),
        pytest.param("coding specialist", "Medical Records Specialists", id="other title"),
        pytest.param("rn", "Registered Nurses", id="acronym"),
        pytest.param("xray tech", "Radiologic Technologists", id="hyphen left out"),
        pytest.param("x ray technicians", "Radiologic Technologists", id="hyphen as a blank"),
        pytest.param("crepe maker", "Cooks", id="accent left out"),
        pytest.param("telescope", "Astronomers", id="word of a duty"),
        pytest.param("look at the night sky", "Astronomers", id="phrase of a duty"),
        pytest.param("fix cars", "Automotive Service Technicians", id="synonym of a word"),
        pytest.param("big rig", "Heavy Truck Drivers", id="synonym of a phrase"),
        pytest.param("driving trucks", "Heavy Truck Drivers", id="the deed for the doer"),
        pytest.param("work in IT", "Computer User Support Specialists", id="acronym like a stop word"),
        pytest.param("29-2072", "Medical Records Specialists", id="SOC code"),
        pytest.param("29-2072.00", "Medical Records Specialists", id="O*NET-SOC code"),
        pytest.param("29207200", "Medical Records Specialists", id="code without punctuation"),
        pytest.param("codefinder", "Medical Records Specialists", id="software"),
    ],
)
def test_first_result(text: str, first: str) -> None:
    assert titles(text)[:1] == [first]


@pytest.mark.parametrize(
    ("text", "first", "meant"),
    [
        pytest.param("medicle coder", "Medical Records Specialists", "medical coder", id="wrong letters"),
        pytest.param("nrse", "Nurse Practitioners", "nurse", id="letter left out"),
        pytest.param("truckdriver", "Heavy Truck Drivers", "truck driver", id="blank left out"),
        pytest.param("astromoners", "Astronomers", "astronomers", id="two letters wrong"),
        pytest.param("astron", "Astronomers", "astronomers", id="not finished"),
    ],
)
def test_misspelled_words_find_and_say_what_was_searched_for(text: str, first: str, meant: str) -> None:
    results = search(text)

    assert results.items[0].title == first
    assert results.searched_for == meant


def test_well_spelt_search_says_nothing_of_spelling() -> None:
    assert search("medical coder").searched_for == ""


def test_title_comes_before_other_names() -> None:
    assert titles("nurse practitioner")[0] == "Nurse Practitioners"


def test_more_people_doing_the_work_breaks_ties() -> None:
    assert titles("truck driver")[:2] == ["Heavy Truck Drivers", "Light Truck Drivers"]


def test_why_names_the_title_that_matched() -> None:
    why = search("coding specialist").items[0].why

    assert why is not None
    assert (why.kind, why.text) == ("name", "Coding Specialist")


def test_why_quotes_the_duty_that_matched() -> None:
    why = search("telescope").items[0].why

    assert why is not None
    assert (why.kind, why.text) == ("text", "Look at the night sky through a telescope.")


def test_no_reason_is_given_where_the_title_is_one() -> None:
    assert search("registered nurses").items[0].why is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("   ", id="blanks"),
        pytest.param("?!*&%", id="signs"),
        pytest.param("\x00", id="NUL"),
        pytest.param("qqqqqqqqqqqq", id="no word"),
        pytest.param("99-9999", id="no such code"),
        pytest.param("\u0000\ud83d\ude80", id="a rocket"),
    ],
)
def test_nonsense_finds_nothing(text: str) -> None:
    results = search(text)

    assert (results.items, results.total, results.searched_for) == ([], 0, "")


@pytest.mark.parametrize("text", ["nurse " * 2000, "a" * 10_000, "the and of", "' OR 1=1 --", "%_%"])
def test_odd_queries_are_answered(text: str) -> None:
    assert search(text).total >= 0


def test_pages_of_results_follow_each_other() -> None:
    whole = titles("nurse")

    pages = [hit.title for offset in (0, 2) for hit in search("nurse", limit=2, offset=offset).items]

    assert len(whole) >= 3
    assert pages == whole[:4]


def test_results_can_be_restricted() -> None:
    results = search("nurse", within={"31-1131.00"})

    assert [hit.title for hit in results.items] == ["Nursing Assistants"]
    assert results.total == 1


@pytest.mark.parametrize(
    ("text", "most"), [("nurse", 10), ("coding specialist", 10), ("medicle coder", 16), ("29-2072", 4)]
)
def test_queries_are_few(text: str, most: int) -> None:
    from django.db import connection  # noqa: PLC0415

    with CaptureQueriesContext(connection) as queries:
        search(text)

    assert len(queries) <= most
