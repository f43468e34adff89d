"""What a reader of the lists by skill, software, industry, subject and title meets."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from careers.browse.subjects import BY_SLUG, SUBJECTS
from careers.models import Area, Element, Industry, OtherTitle, Rating, TechnologyUse, Wage
from careers.models.content import SheetRecord
from careers.publishing.working_copies import publish
from careers.search.index import rebuild_index
from tests.careers.editing import full_profile, make_career
from tests.careers.making import make_sheet, save_release, save_sheet

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keepers() -> SheetRecord:
    return save_sheet(make_sheet("Lantern Keepers", onet="99-1000.00"))


@pytest.fixture
def ringers() -> SheetRecord:
    return save_sheet(make_sheet("Bell Ringers", onet="99-2000.00"))


def rate(sheet: SheetRecord, name: str, importance: float, *, domain: str = "skills", **values: Any) -> None:
    element, _is_new = Element.objects.get_or_create(
        domain=domain, slug=name.lower(), defaults={"name": name, "element_id": name}
    )
    release = save_release(f"onet-{domain.replace('_', '-')}")
    Rating.objects.create(
        release=release, occupation=sheet.occupation, element=element, importance=importance, **values
    )


def text(client: Client, path: str) -> str:
    page = client.get(path)
    assert page.status_code == 200
    return page.content.decode()


def test_more_careers_that_use_a_skill_the_most_important_first(
    client: Client, keepers: SheetRecord, ringers: SheetRecord
) -> None:
    rate(keepers, "Climbing", 3.1)
    rate(ringers, "Climbing", 4.5)

    page = text(client, "/skills/climbing/")

    assert page.index(">Bell Ringers</a>") < page.index(">Lantern Keepers</a>")
    assert 'href="/skills/climbing/"' in text(client, "/skills/")


@pytest.mark.parametrize(
    ("importance", "values"),
    [(2.9, {}), (4.0, {"is_importance_suppressed": True}), (4.0, {"is_not_relevant": True})],
    ids=["too little", "advised against", "not relevant"],
)
def test_a_skill_that_does_not_matter_does_not_list_the_career(
    client: Client, keepers: SheetRecord, importance: float, values: dict[str, Any]
) -> None:
    rate(keepers, "Climbing", importance, **values)

    assert ">Lantern Keepers</a>" not in text(client, "/skills/climbing/")


def test_same_name_in_two_domains_has_two_pages(
    client: Client, keepers: SheetRecord, ringers: SheetRecord
) -> None:
    rate(keepers, "Mathematics", 4.0, domain="skills")
    rate(ringers, "Mathematics", 4.0, domain="knowledge")

    assert ">Lantern Keepers</a>" in text(client, "/skills/mathematics/")
    assert ">Bell Ringers</a>" in text(client, "/knowledge/mathematics/")


def test_work_styles_are_those_that_set_an_occupation_apart(
    client: Client, keepers: SheetRecord, ringers: SheetRecord
) -> None:
    rate(keepers, "Patience", 2.0, domain="work_styles", level=1)
    rate(ringers, "Patience", 1.0, domain="work_styles", level=0)

    page = text(client, "/work-styles/patience/")

    assert ">Lantern Keepers</a>" in page
    assert ">Bell Ringers</a>" not in page


def test_a_career_with_its_own_address_is_listed_too(client: Client, keepers: SheetRecord) -> None:
    rate(keepers, "Climbing", 4.0)
    profile = full_profile(title="Night Keepers", slug="night-keepers", onet="99-1000.00")
    career = make_career(profile.model_copy(update={"owns_address": True}), sheet=False)
    publish(copy=career, by="a test")

    assert ">Night Keepers</a>" in text(client, "/skills/climbing/")


def test_software_lists_careers_with_the_products_they_name(
    client: Client, keepers: SheetRecord, ringers: SheetRecord
) -> None:
    release = save_release("onet-technology")
    for sheet, example, is_in_demand in ((keepers, "Lampsheet", False), (ringers, "Bellgrid", True)):
        TechnologyUse.objects.create(
            release=release,
            occupation=sheet.occupation,
            example=example,
            category="Spreadsheet software",
            category_code="1",
            is_hot=False,
            is_in_demand=is_in_demand,
        )

    page = text(client, "/technology/spreadsheet-software/")

    assert page.index("Bellgrid") < page.index("Lampsheet")
    assert 'href="/technology/spreadsheet-software/"' in text(client, "/technology/")


def test_an_industry_lists_careers_by_jobs(
    client: Client, keepers: SheetRecord, ringers: SheetRecord
) -> None:
    release = save_release("oews-sector", "May 2024")
    industry = Industry.objects.create(code="31-33", level="sector", title="Manufacturing")
    area = Area.objects.create(code="99", title="U.S.", kind="1")
    for sheet, jobs in ((keepers, 300), (ringers, 4_500)):
        SheetRecord.objects.filter(pk=sheet.pk).update(figures_code=sheet.occupation.soc_id)
        Wage.objects.create(
            release=release,
            soc=sheet.occupation.soc,
            group="detailed",
            area=area,
            industry=industry,
            ownership="1235",
            tot_emp=jobs,
        )

    page = text(client, "/industries/31-33/")

    assert page.index("4,500 jobs here") < page.index("300 jobs here")
    assert 'href="/industries/31-33/"' in text(client, "/industries/")


def test_a_subject_and_its_knowledge_link_to_each_other(client: Client, keepers: SheetRecord) -> None:
    rate(keepers, "Biology", 4.0, domain="knowledge")

    subject = text(client, "/subjects/biology/")

    assert ">Lantern Keepers</a>" in subject
    assert 'href="/knowledge/biology/"' in subject
    assert 'href="/subjects/biology/"' in text(client, "/knowledge/biology/")


def test_a_subject_names_first_the_careers_whose_page_names_a_course(
    client: Client, keepers: SheetRecord, ringers: SheetRecord
) -> None:
    rate(ringers, "Biology", 5.0, domain="knowledge")
    profile = full_profile(onet="99-1000.00")
    school = profile.high_school.model_copy(update={"required": ["Biology with lab"]})  # type: ignore[union-attr]  # the full profile has it
    career = make_career(profile.model_copy(update={"high_school": school}), sheet=False)
    publish(copy=career, by="a test")

    page = text(client, "/subjects/biology/")

    assert "High-school course: Biology with lab" in page
    assert page.index(">Lantern Keepers</a>") < page.index(">Bell Ringers</a>")


@pytest.mark.parametrize(
    ("course", "slugs"),
    [
        ("Algebra II", ["mathematics"]),
        ("Anatomy and physiology", ["biology"]),
        ("Art", ["art"]),
        ("Cartography", []),
        ("Earth science", []),
    ],
)
def test_courses_belong_to_subjects_by_whole_beginnings_of_words(course: str, slugs: list[str]) -> None:
    assert [subject.slug for subject in SUBJECTS if subject.names(course)] == slugs
    assert set(slugs) <= BY_SLUG.keys()


def test_titles_of_a_letter_lead_to_their_careers(client: Client, keepers: SheetRecord) -> None:
    OtherTitle.objects.create(
        release=save_release("onet-alternate-titles"),
        occupation=keepers.occupation,
        kind=OtherTitle.Kind.ALTERNATE,
        title="Lamplighter",
    )
    rebuild_index()

    page = text(client, "/titles/l/")

    assert page.index(">Lamplighter</a>") < page.index(">Lantern Keepers</a>")
    assert ">Lamplighter</a>" not in text(client, "/titles/b/")


def test_recently_updated_shows_the_newest_text_first(client: Client, keepers: SheetRecord) -> None:
    for title in ("First Keepers", "Second Keepers"):
        slug = title.lower().replace(" ", "-")
        profile = full_profile(title=title, slug=slug, onet="99-1000.00")
        career = make_career(profile.model_copy(update={"owns_address": True}), sheet=False)
        publish(copy=career, by="a test")

    page = text(client, "/recent/")

    assert page.index(">Second Keepers</a>") < page.index(">First Keepers</a>")


@pytest.mark.parametrize(
    "path",
    [
        "/skills/no-such/",
        "/knowledge/%00/",
        "/technology/no-such/",
        "/industries/99/",
        "/subjects/alchemy/",
        "/titles/lb/",
        "/titles/a/?page=1000000000",
        "/recent/?page=0",
        "/subjects/biology/?page=x",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/titles/a/?page=%00", "/recent/?page=%ff", "/subjects/biology/?page=" + "9" * 10_000]
)
def test_broken_addresses_are_refused(client: Client, path: str) -> None:
    assert client.get(path).status_code == 400


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/skills/", 4),
        ("/skills/climbing/", 9),
        ("/titles/l/", 2),
        ("/recent/", 3),
        ("/subjects/biology/", 5),
    ],
)
def test_queries_are_few(
    client: Client,
    keepers: SheetRecord,
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
    count: int,
) -> None:
    rate(keepers, "Climbing", 4.0)

    with django_assert_num_queries(count):
        client.get(path)
