"""What sheets say of pay, code by code: as published, whose it is, and why there is none."""

from collections.abc import Callable

import pytest

from careers.documents.sheet import Pay, Sheet
from careers.models import SheetRecord as SheetRow

pytestmark = pytest.mark.django_db  # makes the test database that ``built`` fills

Sheets = Callable[[str], Sheet]


def pay_of(sheet: Sheet) -> Pay:
    assert sheet.pay is not None
    return sheet.pay


def test_pay_is_the_newest_as_published(sheet: Sheets) -> None:
    records = sheet("29-2072.00")
    pay = pay_of(records)

    assert [figure.value for figure in pay.annual.five] == [37_000, 43_490, 51_140, 64_820, 81_150]
    assert pay.hourly.median.value == 24.59
    assert pay.employment.value == 194_720
    assert records.releases[pay.release].edition == "May 2025"
    assert (pay.figures_of.code, pay.figures_of.kind, pay.figures_of.shared_with) == ("29-2072", "own", [])


def test_pay_is_compared_with_the_release_before(sheet: Sheets) -> None:
    records = sheet("29-2072.00")
    before = pay_of(records).previous

    assert before is not None
    assert (before.median.value, before.change, before.basis) == (50_250, 1.8, "annual")
    assert records.releases[before.release].edition == "May 2024"


def test_nothing_is_said_where_the_release_before_is_top_coded(sheet: Sheets) -> None:
    cardiologists = pay_of(sheet("29-1212.00"))

    assert cardiologists.annual.median.value == 496_010
    assert cardiologists.previous is None


def test_a_code_not_ending_in_zeros_shows_its_parents_figures(sheet: Sheets) -> None:
    officers, chiefs = pay_of(sheet("11-1011.03")), pay_of(sheet("11-1011.00"))

    assert (officers.figures_of.kind, officers.figures_of.code) == ("parent", "11-1011")
    assert officers.figures_of.shared_with == ["Chief Executives"]
    assert officers.annual == chiefs.annual


def test_a_combined_code_says_who_is_counted_together(sheet: Sheets) -> None:
    figures_of = pay_of(sheet("29-2011.00")).figures_of

    assert (figures_of.kind, figures_of.code) == ("combined", "29-2010")
    assert figures_of.title == "Clinical Laboratory Technologists and Technicians"
    assert figures_of.shared_with == [
        "Cytogenetic Technologists",
        "Medical and Clinical Laboratory Technicians",
    ]


def test_pay_by_the_hour_only_has_no_annual_figures_anywhere(sheet: Sheets) -> None:
    actors = pay_of(sheet("27-2011.00"))

    assert actors.is_hourly_only
    assert actors.main.median.value == 29.05
    assert {figure.status for figure in actors.annual.five} == {"hourly-only"}
    assert actors.previous is not None
    assert (actors.previous.basis, actors.previous.median.value) == ("hourly", 23.33)
    assert actors.top_areas is None
    assert {industry.pay.status for industry in actors.industries} == {"hourly-only"}


def test_pay_by_the_year_only_has_no_hourly_figures(sheet: Sheets) -> None:
    teachers = pay_of(sheet("25-2021.00"))

    assert teachers.is_annual_only
    assert teachers.main.median.value == 63_970
    assert {figure.status for figure in teachers.hourly.five} == {"annual-only"}


def test_industries_are_the_five_that_employ_most(sheet: Sheets) -> None:
    industries = pay_of(sheet("29-2072.00")).industries

    assert [(industry.title, industry.employment.value) for industry in industries] == [
        ("Ambulatory Health Care Services", 56_880),
        ("Hospitals", 52_360),
        ("Management of Companies and Enterprises", 16_260),
        ("Administrative and Support Services", 14_320),
        ("Professional, Scientific, and Technical Services", 12_740),
    ]
    # The table by 3-digit industry is only to be had with means.
    assert [(industry.measure, industry.pay.value) for industry in industries[:2]] == [
        ("A_MEAN", 49_730),
        ("A_MEAN", 60_530),
    ]
    assert {industry.release for industry in industries} == {"oews-industry"}


def test_areas_are_ranked_by_their_median(sheet: Sheets) -> None:
    top = pay_of(sheet("29-2072.00")).top_areas

    assert top is not None
    assert (top.area_count, top.unknown_count, top.refused) == (10, 0, False)
    medians = [area.median.value or 0 for area in top.areas]
    assert medians == sorted(medians, reverse=True)
    assert (top.areas[0].title, medians[0]) == ("San Jose-Sunnyvale-Santa Clara, CA", 86_960)


def test_areas_are_not_ranked_where_over_a_fifth_is_unknown(sheet: Sheets) -> None:
    top = pay_of(sheet("29-1212.00")).top_areas

    assert top is not None
    assert top.refused
    assert top.areas == []
    assert top.unknown_count * 5 > top.area_count


def test_the_armed_forces_have_their_reason(sheet: Sheets) -> None:
    forces = sheet("55-3018.00")

    assert (forces.pay, forces.outlook) == (None, None)
    assert {chapter: missing.reason for chapter, missing in forces.missing.items()} == {
        "pay": "military-pay",
        "outlook": "military-outlook",
        "ratings": "no-ratings-loaded",
    }


def test_occupations_that_the_survey_leaves_out_point_to_the_nearest_page(sheet: Sheets) -> None:
    legislators = sheet("11-1031.00")

    assert legislators.pay is None
    assert legislators.outlook is not None
    assert legislators.missing["pay"].reason == "not-surveyed"
    assert legislators.missing["pay"].nearest_title == "Chief Executives"
    assert sheet("45-3031.00").missing["pay"].reason == "not-surveyed"


def test_every_part_names_a_release_of_the_sheet(built: dict[str, SheetRow], sheet: Sheets) -> None:
    for onet in built:
        document = sheet(onet)
        pay = document.pay
        parts = [pay, document.outlook, document.entry, document.attainment]
        named = {part.release for part in parts if part}
        if pay:
            named |= {part.release for part in (pay.previous, pay.top_areas, *pay.industries) if part}
        assert named <= set(document.releases)


def test_lists_can_sort_by_what_is_in_the_document(built: dict[str, SheetRow]) -> None:
    records, actors, forces = built["29-2072.00"], built["27-2011.00"], built["55-3018.00"]

    assert (records.slug, records.figures_code) == ("medical-records-specialists", "29-2072")
    assert (records.annual_median, records.employment, records.annual_openings) == (51_140, 194_720, 14_200)
    assert (float(records.growth_percent or 0), records.education_rank) == (7.1, 4)
    assert (actors.annual_median, actors.figures_code) == (None, "27-2011")
    assert (forces.annual_median, forces.figures_code, forces.growth_percent) == (None, "", None)
