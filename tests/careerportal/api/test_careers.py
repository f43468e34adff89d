"""What a program learns about careers."""

from typing import Any

import pytest
from django.utils import timezone

from careers.compare.skills import compare_skills
from careers.models import Element, Rating
from careers.public.careers import find_careers, public_once
from tests.careerportal.api.conftest import SLUG, Api
from tests.careers.making import make_sheet, save_release, save_sheet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def slugs(answer: dict[str, Any]) -> list[str]:
    return [item["slug"] for item in answer["items"]]


def test_search_is_the_sites_own_and_says_why(api: Api) -> None:
    answer = api.get("careers/?q=lamplighter")

    assert SLUG in slugs(answer)
    item = answer["items"][slugs(answer).index(SLUG)]
    assert (item["soc"], item["onet"]) == ("29-2072", "29-2072.00")
    assert item["why"] == "Also called Lamplighter"
    assert item["summary"] == "Keep the lanterns along the river lit."
    assert item["pay"]["median"] == {"value": 51140.0, "status": "published", "at_least": None}
    assert (item["pay"]["source"], item["pay"]["edition"]) == ("oews-national", "May 2025")
    assert {release["source"] for release in answer["releases"]} == {"oews-national", "ep-occupations"}


def test_code_finds_all_its_careers(api: Api) -> None:
    assert set(slugs(api.get("careers/?q=29-2072"))) == {SLUG, "bell-coder"}


def test_misspelt_words_say_what_was_meant(api: Api) -> None:
    answer = api.get("careers/?q=sofware")

    assert slugs(answer)[0] == "software-developers"
    assert answer["searched_for"] == "software"


def test_filters_narrow_and_are_described(api: Api) -> None:
    narrowed = api.get("careers/?education=6&sort=pay")
    choices = {item["parameter"]: item["choices"] for item in api.get("filters/")["items"]}

    assert "software-developers" in slugs(narrowed)
    assert SLUG not in slugs(narrowed)
    counts = {choice["key"]: choice["count"] for choice in choices["education"]}
    assert counts["6"] == narrowed["total"]


def test_pieces_make_the_whole_list(api: Api) -> None:
    whole = slugs(api.get("careers/"))
    pieces, address = [], "careers/?limit=2"
    while address:
        piece = api.get(address)
        pieces += slugs(piece)
        address = (piece["next"] or "").partition("/api/v1/")[2]

    assert len(whole) > 4
    assert pieces == whole


@pytest.mark.parametrize(
    "path",
    ["careers/", "occupations/", "areas/", "guides/"],
)
def test_bent_cursor_is_refused(api: Api, path: str) -> None:
    for cursor in ("x", "MQ", "////", "MS4A", "é"):
        assert api.refused(f"{path}?cursor={cursor}", 422)["errors"][0]["name"] == "cursor"


def test_career_is_its_profile_and_its_sheet(api: Api) -> None:
    career = api.get(f"careers/{SLUG}/")

    assert (career["soc"], career["onet"], career["version"]) == ("29-2072", "29-2072.00", 2)
    assert career["profile"]["duties"][0]["rest"] == "each wick."
    pay = career["sheet"]["pay"]
    assert pay["annual"]["median"]["value"] == 51140
    assert career["sheet"]["releases"][pay["release"]]["edition"] == "May 2025"


def test_career_without_text_has_its_figures(api: Api) -> None:
    career = api.get("careers/software-developers/")

    assert (career["version"], career["profile"]) == (None, None)
    assert career["sheet"]["pay"]["annual"]["median"]["status"] == "published"


def test_old_slug_leads_on_with_its_question(api: Api) -> None:
    response = api.ask("careers/records-keepers/figures/?area=99")

    assert response.status_code == 301
    assert response["Location"] == f"/api/v1/careers/{SLUG}/figures/?area=99"
    assert response["Content-Type"] == "application/problem+json"
    assert f"/api/v1/careers/{SLUG}/figures/?area=99" in response.json()["detail"]


def test_withdrawn_career_is_gone(api: Api) -> None:
    api.refused("careers/gone-coder/", 410)
    api.refused("careers/nobody/", 404)


def test_versions_stay(api: Api) -> None:
    versions = api.get(f"careers/{SLUG}/versions/")["items"]
    first = api.get(f"careers/{SLUG}/versions/1/")

    assert [(item["number"], item["is_live"], item["note"]) for item in versions] == [
        (2, True, "Checked anew."),
        (1, False, ""),
    ]
    assert (first["version"], first["is_live"]) == (1, False)
    assert first["sheet"]["pay"]["annual"]["median"]["value"] == 51140
    api.refused(f"careers/{SLUG}/versions/3/", 404)
    api.refused(f"careers/{SLUG}/versions/{10**30}/", 404)
    assert api.get("careers/gone-coder/versions/")["items"][0]["withdrawn_at"]


def test_nobodys_name_is_given_away(api: Api) -> None:
    """Who published a version is for the desk; who answers for the text is part of it."""
    assert "Ada Quill" not in str(api.get(f"careers/{SLUG}/versions/"))


RATINGS = {"Knots": (4.0, None), "Patience": (3.2, 4.1), "Rhythm": (2.9, 3.0), "Balance": (3.4, 3.4)}
TRIO = "careers/compare/?c=lantern-keepers&c=bell-ringers&c=fog-watchers"


def save_ratings() -> None:
    """Two careers with ``RATINGS`` and one that nobody has rated."""
    keepers = save_sheet(make_sheet("Lantern Keepers"))
    ringers = save_sheet(make_sheet("Bell Ringers", onet="99-5678.00"))
    save_sheet(make_sheet("Fog Watchers", onet="99-7777.00"))
    release = save_release("onet-skills", "99.1")
    for name, values in RATINGS.items():
        element = Element.objects.create(domain="skills", name=name, slug=name.lower(), element_id=name)
        for row, importance in zip((keepers, ringers), values, strict=True):
            if importance:
                Rating.objects.create(
                    release=release, occupation=row.occupation, element=element, importance=importance
                )


def test_comparison_tells_what_is_shared(api: Api) -> None:
    save_ratings()

    answer = api.get(TRIO)

    assert slugs(answer) == ["lantern-keepers", "bell-ringers", "fog-watchers"]
    assert answer["shared_skills"] == ["Balance", "Patience"]
    assert [item["own_skills"] for item in answer["items"]] == [["Knots"], ["Rhythm"], []]


def test_comparison_shares_what_the_page_shares(api: Api) -> None:
    save_ratings()
    careers = public_once(find_careers(TRIO.split("?c=")[1].split("&c="), now=timezone.now()).values())

    answer = api.get(TRIO)

    skills = compare_skills(careers)
    assert answer["shared_skills"] == [element.name for element in skills.shared]
    assert skills.unrated == ("Fog Watchers",)


def test_comparison_follows_old_slugs_and_says_what_is_gone(api: Api) -> None:
    assert slugs(api.get("careers/compare/?c=records-keepers&c=software-developers"))[0] == SLUG
    api.refused(f"careers/compare/?c={SLUG}&c=gone-coder", 410)
    api.refused(f"careers/compare/?c={SLUG}&c=nobody", 404)
    api.refused(f"careers/compare/?c={SLUG}&c=records-keepers", 422)


@pytest.mark.parametrize("query", ["", "c=a", f"c={SLUG}&c={SLUG}", "c=a&c=b&c=c&c=d&c=e", f"c={SLUG}&c=%00"])
def test_comparison_of_too_few_or_too_many_is_refused(api: Api, query: str) -> None:
    assert api.refused(f"careers/compare/?{query}", 422)["errors"][0]["name"] == "c"


QUERIES = {
    "list": ("careers/", 7),
    "search": ("careers/?q=software", 17),
    "career": (f"careers/{SLUG}/", 3),
    "figures": (f"careers/{SLUG}/figures/", 8),
    "versions": (f"careers/{SLUG}/versions/", 4),
    "compare": (f"careers/compare/?c={SLUG}&c=software-developers", 6),
    "occupations": ("occupations/", 4),
    "areas": ("areas/", 3),
    "releases": ("releases/", 2),
    "clusters": ("clusters/", 2),
    "programs": ("schools/202222/programs/", 3),
}


@pytest.mark.parametrize(("path", "most"), QUERIES.values(), ids=QUERIES)
def test_answers_cost_few_queries(api: Api, path: str, most: int, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(most):
        api.get(path)
