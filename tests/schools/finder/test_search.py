"""Finding schools."""

import pytest
from django.http import QueryDict

from careers.models import Occupation
from schools.finder import FinderQuery, FinderResults, find_place, find_subject, search
from schools.listings import rebuild_listings
from schools.models import Program, School, SchoolFigures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("schools")]
CODING = "51.0713"


def find(address: str) -> FinderResults:
    query = FinderQuery.of(QueryDict(address))
    subject = find_subject(program=query.program, career=query.career, words=query.q)
    return search(query, programs=subject.programs, place=find_place(query.near, state=query.state))


def names(results: FinderResults) -> list[str]:
    schools = School.objects.in_bulk([row.unitid for row in results.schools])
    return [schools[row.unitid].name for row in results.schools]


def test_only_open_schools_are_found_and_counted() -> None:
    results = find("")

    assert results.count == 22 - 6  # 3 closed, 1 merged, 1 reported with its parent, 1 office
    assert not {"Birmingham-Southern College", "Wesley College"} & set(names(results))


def test_schools_of_a_program_come_with_most_who_finish_first() -> None:
    results = find(f"program={CODING}")

    counts = [row.completions for row in results.schools]
    assert counts == sorted(counts, key=lambda count: -(count or 0))
    school = results.schools[0].unitid
    newest = Program.objects.newest().filter(school=school, cip=CODING)
    assert counts[0] == sum(program.completions for program in newest)


def test_a_career_finds_the_programs_that_lead_to_it() -> None:
    by_career = find("career=medical-records-specialists")

    taught = Program.objects.newest().filter(cip__in=["51.0707", CODING]).values("school").distinct()
    assert by_career.count == taught.count() > 0


@pytest.mark.parametrize("words", ["coding", "medical coder", "Medical Records Specialists"])
def test_words_find_programs_and_careers(words: str) -> None:
    assert find(f"q={words}").count > 0


def test_a_level_counts_those_who_finish_at_it() -> None:
    everyone = {row.unitid: row.completions for row in find(f"program={CODING}").schools}

    results = find(f"program={CODING}&level=associate")

    assert results.count == find(f"program={CODING}").facets["level"]["associate"]
    assert all((row.completions or 0) <= (everyone[row.unitid] or 0) for row in results.schools)


def test_each_choice_leads_to_as_many_schools_as_it_says() -> None:
    facets = find("").facets

    for name in ("state", "control", "size", "level", "cost"):
        for value, count in facets[name].items():
            if value:
                assert find(f"{name}={value}").count == count, (name, value)


def test_distance_is_in_miles_and_nearest_first() -> None:
    """From Columbus to Dayton it is about 66 miles in a straight line."""
    results = find("near=columbus-oh&miles=100")

    miles = [row.distance or 0 for row in results.schools]
    assert miles == sorted(miles)
    dayton = next(row for row in results.schools if row.unitid == 205470)
    assert 60 < (dayton.distance or 0) < 72
    assert "Sinclair Community College" not in names(find("near=columbus-oh"))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("Columbus, OH", "columbus-oh", id="city and code"),
        pytest.param("columbus, ohio", "columbus-oh", id="city and state"),
        pytest.param("Columbus", "columbus-oh", id="the only city of its name"),
        pytest.param("43215", "43215", id="ZIP code"),
        pytest.param("43299", "43299", id="ZIP code without a school"),
        pytest.param("franklin-university", "franklin-university", id="school"),
    ],
)
def test_places_that_are_known(text: str, key: str) -> None:
    place = find_place(text)

    assert place is not None
    assert place.key == key
    assert place.latitude == pytest.approx(40.0, abs=0.1)
    assert "Miles are in a straight line" in place.from_text


def test_a_place_that_is_not_known_says_so() -> None:
    place = find_place("Atlantis")

    assert place is not None
    assert not place.is_known


def test_an_unknown_place_does_not_empty_the_list() -> None:
    assert find("near=atlantis").count == find("").count


def test_tuition_does_not_rank_where_too_many_publish_none() -> None:
    assert find("sort=cost").is_cost_sort_refused
    assert find("sort=cost").sort == "name"


def test_tuition_ranks_where_nearly_all_publish_it() -> None:
    results = find("sort=cost&state=OH")

    assert not results.is_cost_sort_refused
    tuition = dict(SchoolFigures.objects.values_list("school", "tuition_in_state"))
    shown = [tuition[row.unitid] for row in results.schools]
    assert shown == sorted(shown, key=lambda amount: amount or 0)


def test_listings_are_the_same_when_built_again() -> None:
    before = find("").facets

    rebuild_listings()

    assert find("").facets == before


def test_finding_is_one_query(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]  # the newest release, and the search
        search(FinderQuery(), programs=[CODING])


def test_programs_are_asked_for_by_occupation() -> None:
    occupation = Occupation.objects.get(pk="29-2072.00")

    programs = Program.objects.for_occupation(occupation)

    assert set(programs.values_list("cip", flat=True)) == {"51.0707", "51.0713"}
    assert set(programs.values_list("release__edition", flat=True)) == {"2024"}
