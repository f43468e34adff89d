"""The complete profiles and guides that come with the portal."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from django.conf import settings
from django.utils.text import slugify

from careers.documents.chapters import WANTED
from careers.documents.profile import Document, GuideDocument, Profile
from careers.documents.time_and_cost import first_pays
from careers.publishing.checks import PROSE, check_document, prose
from careers.publishing.readability import grade, words
from careers.publishing.shipped.profiles import read_folder, read_toml
from tests.careers.content.matters import BILLER, CODER, MATTERS, RECORDS, Matter

FOLDER = Path(settings.BASE_DIR) / "fixtures" / "profiles"
STATIC = Path(settings.BASE_DIR) / "static"
GUIDES = sorted((FOLDER / "guides").glob("*.toml"))
#: Beside what every complete profile has: parts that these three can have.
ALSO = ("title", "picture", "video", "figures_note", "editor", "reviewed_on", "review_due_on")
#: Names and years that are written with digits.
NAMED = re.compile(r"ICD-1[01](-[A-Z]+)?|CMS-1500|UB-04|\b68G\b|\b(19|20)\d\d\b|O\*NET")
RUN = 7


@cache
def profiles() -> dict[str, Profile]:
    return {profile.slug: profile for profile in read_folder(FOLDER)}


@cache
def guides() -> list[GuideDocument]:
    return [GuideDocument(slug=path.stem, **read_toml(path)) for path in GUIDES]


def documents() -> list[Document]:
    return [*profiles().values(), *guides()]


def strings(value: Any) -> Iterator[str]:
    """Every text inside a dumped document."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif value is not None:
        yield str(value)


def told(profile: Profile, field: str) -> str:
    return "\n".join(strings(profile.model_dump(mode="json")[field]))


def runs(text: str) -> set[str]:
    found = re.findall(r"[a-z0-9]+", text.lower().replace("’", ""))
    return {" ".join(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def named(value: Any) -> str:
    return str(getattr(value, "slug", value))


each_document = pytest.mark.parametrize("document", documents(), ids=named)
each_profile = pytest.mark.parametrize("profile", profiles().values(), ids=named)


def test_three_careers_share_one_occupation() -> None:
    assert set(profiles()) == {RECORDS, CODER, BILLER}
    assert {profile.onet for profile in profiles().values()} == {"29-2072.00"}
    assert [slug for slug, profile in profiles().items() if not profile.owns_address] == [RECORDS]


@each_profile
@pytest.mark.parametrize("field", [*WANTED, *ALSO])
def test_every_part_is_written(profile: Profile, field: str) -> None:
    assert getattr(profile, field)


@pytest.mark.parametrize("matter", MATTERS, ids=lambda matter: f"{matter.page}: {matter.part}")
def test_matter_is_told(matter: Matter) -> None:
    text = told(profiles()[matter.slug], matter.field).lower()

    assert [word for word in matter.words if word.lower() not in text] == []


@each_document
def test_nothing_stands_in_the_way_of_publishing(document: Document) -> None:
    assert check_document(document) == []


@each_document
def test_reads_at_the_grade_of_a_middle_school(document: Document) -> None:
    texts = [prose(document, field) for field in PROSE if hasattr(document, field)]
    grades = [grade(text) for text in texts if len(words(text)) >= 30]

    assert max(grades) <= 9
    assert median(grades) <= 8


@each_document
def test_no_figure_is_typed_into_the_text(document: Document) -> None:
    fields = [field for field in PROSE if hasattr(document, field) and field != "steps"]
    texts = [NAMED.sub("", prose(document, field)) for field in fields]

    assert [text for text in texts if re.search(r"\d", text)] == []


@each_profile
def test_ways_in_add_up_to_a_first_pay(profile: Profile) -> None:
    sums = {pay.route: pay for pay in first_pays(profile)}
    college = [pay for pay in sums.values() if pay.kind == "college" and pay.is_cost_complete]

    assert len({route.kind for route in profile.routes}) >= 4
    assert college
    assert all(0 < pay.months_min <= pay.months_max and 0 < pay.cost_min < pay.cost_max for pay in college)


@each_profile
def test_each_certification_says_what_it_asks(profile: Profile) -> None:
    for certification in profile.certifications:
        assert certification.shows
        assert certification.asks_exam
        assert certification.asks_program
        assert certification.renewal_months
        assert certification.renewal_asks
        assert (certification.exam_fee is None) == (certification.fee_on is None)


@each_profile
def test_associations_can_be_reached(profile: Profile) -> None:
    for association in profile.associations:
        assert association.postal_address.count("\n") >= 1
        assert association.phone
        assert association.web.startswith("https://")
        assert association.why


@each_profile
def test_film_is_small_and_captioned_to_its_end(profile: Profile) -> None:
    video = profile.video
    assert video
    assert 20_000 < (STATIC / video.file).stat().st_size < 600_000
    captions = (STATIC / video.captions).read_text(encoding="utf-8")
    ends = [60 * int(minutes) + int(seconds) for minutes, seconds in re.findall(r"> (\d\d):(\d\d)", captions)]
    assert captions.startswith("WEBVTT\n\n")
    assert ends == sorted(ends)
    assert ends[-1] == video.seconds


@each_profile
def test_transcript_says_all_that_the_captions_say(profile: Profile) -> None:
    assert profile.video
    captions = (STATIC / profile.video.captions).read_text(encoding="utf-8")
    spoken = re.findall(r"[A-Za-z’]+", re.sub(r"WEBVTT|.*-->.*", "", captions))
    written = re.findall(r"[A-Za-z’]+", profile.video.transcript)

    assert set(pairwise(spoken)) <= set(pairwise(written))


@each_profile
def test_picture_is_small_and_as_large_as_said(profile: Profile) -> None:
    picture = profile.picture
    assert picture
    image = (STATIC / picture.file).read_bytes()
    assert image.startswith(b"\x89PNG")
    assert len(image) < 30_000
    size = (int.from_bytes(image[16:20], "big"), int.from_bytes(image[20:24], "big"))
    assert size == (picture.width, picture.height)
    assert 40 < len(picture.alt) <= 250


def test_careers_share_no_long_sentence_about_the_work() -> None:
    fields = ("summary", "overview", "duties", "temperament", "likes", "hard_parts", "in_short")
    texts = {
        slug: runs("\n".join(told(profile, field) for field in fields))
        for slug, profile in profiles().items()
    }

    assert texts[CODER] & texts[BILLER] == set()
    assert texts[CODER] & texts[RECORDS] == set()
    assert texts[BILLER] & texts[RECORDS] == set()


def test_guides_belong_to_shipped_careers() -> None:
    assert len(guides()) == 3
    for guide in guides():
        assert {career.slug: career.title for career in guide.careers}.items() <= {
            slug: profile.title for slug, profile in profiles().items()
        }.items()
        assert guide.body.count("<h2>") >= 4
        assert guide.sources


@each_document
def test_sentences_are_not_the_agencys(document: Document, agency_files: Path) -> None:
    agency = "\n".join(
        (agency_files / "onet_30_1" / name).read_text(encoding="utf-8")
        for name in ("Occupation Data.txt", "Task Statements.txt", "Job Zone Reference.txt")
    )
    own = runs("\n".join(prose(document, field) for field in type(document).model_fields))

    assert own & runs(agency) == set()


@each_profile
def test_related_careers_have_pages(profile: Profile, agency_files: Path) -> None:
    with (agency_files / "onet_30_1" / "Occupation Data.txt").open(encoding="utf-8") as file:
        titles = {
            slugify(row["Title"]): row["Title"] for row in csv.DictReader(file, delimiter="\t", quoting=3)
        }
    titles |= {slug: other.title for slug, other in profiles().items()}

    assert len(profile.related) >= 6
    assert {career.slug: career.title for career in profile.related}.items() <= titles.items()
    assert {step.slug for step in profile.advancement if step.slug} <= set(titles)


@each_profile
def test_programs_are_in_the_code_list(profile: Profile, agency_files: Path) -> None:
    with (agency_files / "cip" / "CIPCode2020.csv").open(encoding="utf-8-sig", errors="replace") as file:
        codes = {cell.strip('="') for row in csv.reader(file) for cell in row[:2]}

    assert {program.kind for program in profile.programs} == {"direct", "other"}
    assert {program.cip for program in profile.programs} <= codes
