"""How to begin, what the work asks, at a glance, the list of chapters."""

from typing import Any

from careers.documents.parts import DutyPart
from careers.documents.profile import Profile
from careers.documents.sheet import Rated, RatedGroup, ReleaseRef
from careers.page import CareerPage, career_page
from tests.careers.making import ONET, make_entry, make_sheet


def page(profile: Profile | None = None, **values: Any) -> CareerPage:
    return career_page(
        sheet=make_sheet(**values), profile=profile, local_pay=None, clause_of=lambda _release: ""
    )


def test_entry_level_is_in_plain_words_with_the_agency_term() -> None:
    entry = page().getting_in.entry

    assert entry is not None
    assert (entry.level, entry.term) == ("Certificate after high school", "Postsecondary nondegree award")
    assert entry.extras == ("One month to a year of training on the job",)


def test_same_term_is_not_repeated() -> None:
    entry = page(entry=make_entry(education="Bachelor's degree", rank=6, training="None")).getting_in.entry

    assert entry is not None
    assert (entry.level, entry.term, entry.extras) == ("Bachelor’s degree", "", ())


def test_largest_group_of_schooling_is_the_title() -> None:
    attainment = page().getting_in.attainment

    assert attainment is not None
    assert attainment.title == "The largest group, 42.5%, has: some college, no degree"


def test_only_important_skills_are_listed() -> None:
    items = [
        Rated(name=f"S{i}", slug=f"s{i}", importance=value)
        for i, value in enumerate((4.5, 3.5, 3.1, 3.0, 2.9))
    ]

    lists = page(skills=RatedGroup(release=ONET, items=items)).requirements.lists

    assert [item.name for item in lists[0].items] == ["S0", "S1", "S2", "S3"]


def test_at_least_three_skills_are_listed() -> None:
    items = [Rated(name=f"S{i}", slug=f"s{i}", importance=2.0) for i in range(5)]

    assert len(page(skills=RatedGroup(release=ONET, items=items)).requirements.lists[0].items) == 3


def test_interests_are_sorted_and_named_by_code() -> None:
    interests = page().requirements.interests

    assert interests is not None
    assert interests.title == "Fits people who are Realistic, then Conventional and Investigative"
    assert [row.name for row in interests.rows][:2] == ["Realistic", "Conventional"]


def test_software_counts_what_is_not_named() -> None:
    software = page().requirements.software

    assert software is not None
    assert software.rows[0].examples == "Quill, Scribe and 3 more"


def test_glance_says_what_is_not_published() -> None:
    cells = page(pay=None, outlook=None, entry=None).key_facts

    assert {cell.value for cell in cells} == {"Not published"}
    assert all(cell.below for cell in cells)


def test_contents_leave_out_chapters_that_are_not_there() -> None:
    bare = page(
        skills=None,
        knowledge=None,
        abilities=None,
        work_styles=None,
        interests=None,
        technology=None,
        related=None,
        other_titles=None,
    )

    assert [chapter.id for chapter in bare.contents] == ["pay", "outlook", "begin", "sources"]


def test_profile_gives_title_and_its_neighbors_come_first() -> None:
    profile = Profile(
        title="Keeper of lanterns",
        slug="keeper",
        onet="99-1234.00",
        duties=[DutyPart(verb="Light", rest="the lamps at dusk.")],
        related=[{"slug": "owl-watchers", "title": "Owl Watchers", "reason": "Awake at night too"}],
    )

    result = page(profile)

    assert (result.title, result.contents[0].id) == ("Keeper of lanterns", "work")
    assert [row.career.title for row in result.related] == ["Owl Watchers", "Bell Ringers"]


def test_a_newer_edition_is_one_clause_of_the_source_line() -> None:
    def clause(release: ReleaseRef) -> str:
        return "A newer edition is out." if release.family == "ep" else ""

    result = career_page(sheet=make_sheet(), profile=None, local_pay=None, clause_of=clause)

    assert result.outlook.source is not None
    assert result.pay.source is not None
    assert (result.outlook.source.clause, result.pay.source.clause) == ("A newer edition is out.", "")
