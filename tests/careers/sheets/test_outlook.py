"""What sheets say of the years ahead and of education."""

from collections.abc import Callable

import pytest

from careers.documents.sheet import Sheet

pytestmark = pytest.mark.django_db  # makes the test database that ``built`` fills

Sheets = Callable[[str], Sheet]


def test_outlook_is_set_beside_all_occupations_and_the_group(sheet: Sheets) -> None:
    outlook = sheet("29-2072.00").outlook

    assert outlook is not None
    assert (outlook.base_year, outlook.base_employment) == (2024, 194_800)
    assert (outlook.target_year, outlook.target_employment) == (2034, 208_600)
    assert (outlook.change_percent, outlook.all_change_percent, outlook.group_change_percent) == (
        7.1,
        3.1,
        7.2,
    )
    assert outlook.group_title == "Healthcare Practitioners and Technical Occupations"
    assert outlook.annual_openings == 14_200


def test_a_shrinking_occupation_shrinks(sheet: Sheets) -> None:
    outlook = sheet("25-2021.00").outlook

    assert outlook is not None
    assert (outlook.change, outlook.change_percent) == (-27_900, -2.0)


def test_what_is_not_published_stays_unknown(sheet: Sheets) -> None:
    outlook = sheet("11-1031.00").outlook

    assert outlook is not None
    assert outlook.self_employed_percent is None


def test_combined_codes_share_their_outlook(sheet: Sheets) -> None:
    technicians = sheet("29-2012.00")

    assert technicians.outlook is not None
    assert (technicians.outlook.figures_of.code, technicians.outlook.figures_of.kind) == (
        "29-2010",
        "combined",
    )
    assert technicians.entry is not None
    assert (technicians.entry.education, technicians.entry.rank) == ("Bachelor's degree", 6)


def test_attainment_lists_all_levels_from_the_lowest(sheet: Sheets) -> None:
    attainment = sheet("29-2072.00").attainment

    assert attainment is not None
    assert [(share.label, share.percent) for share in attainment.levels][:3] == [
        ("Less than high school diploma", 1.4),
        ("High school diploma or equivalent", 19.2),
        ("Some college, no degree", 30.6),
    ]
    assert len(attainment.levels) == 7
