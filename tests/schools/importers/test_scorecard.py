"""Loading the College Scorecard."""

from pathlib import Path

import pytest

from schools.models import FieldResult, Listing, SchoolFigures
from tests.careers.importers.running import complaint, run

pytestmark = pytest.mark.django_db
HEADER = (
    "UNITID,INSTNM,COSTT4_A,TUITIONFEE_IN,TUITIONFEE_OUT,MD_EARN_WNE_P10,C150_L4,NPT4_PUB,GRAD_DEBT_MDN\n"
)


@pytest.fixture(autouse=True)
def _schools(files: Path) -> None:
    run("import_crosswalk", files / "CIPCode2020.csv")
    run("import_ipeds", files / "hd2024.csv")


def test_rows_without_numbers_are_matched_by_name_city_and_state(files: Path) -> None:
    report = run("import_scorecard", files / "college_scorecard.csv", "--edition", "about 2024")

    figures = SchoolFigures.objects.get(school=202222)
    assert (figures.tuition_in_state, figures.median_earnings, figures.admission_rate) == (5188, 38308, None)
    assert Listing.objects.get(pk=202222).tuition == 5188
    assert "Philander Smith College, Little Rock, AR" in report


def test_namesakes_in_one_city_are_left_out_and_listed(files: Path) -> None:
    report = run("import_scorecard", files / "college_scorecard.csv", "--edition", "2024")

    assert not SchoolFigures.objects.filter(school__in=[443298, 450711]).exists()
    assert "Trend Barber College, Houston, TX" in report


def test_the_whole_file_is_read_by_number(files: Path) -> None:
    """The rows are made up in the Scorecard's layout."""
    (files / "whole.csv").write_text(
        HEADER + "202222,Columbus State,9000,5200,10600,PrivacySuppressed,0.21,NULL,NULL\n"
        "204796,Ohio State,29000,13000,37000,61000,NULL,18000,21000\n"
    )

    run("import_scorecard", files / "whole.csv", "--edition", "June 2026")

    first, second = SchoolFigures.objects.order_by("school")
    assert (first.completion_rate, first.median_earnings, first.net_price) == (0.21, None, None)
    assert first.marks == {"MD_EARN_WNE_P10": "PrivacySuppressed"}
    assert (second.net_price, second.median_debt) == (18000, 21000)


def test_fields_of_study_are_read(files: Path) -> None:
    """The rows are made up in the Scorecard's layout; the zero of 01.00 is eaten as spreadsheets do."""
    (files / "fields.csv").write_text(
        "UNITID,INSTNM,CIPCODE,CREDLEV,EARN_MDN_HI_1YR,EARN_MDN_4YR,DEBT_ALL_STGP_ANY_MDN\n"
        "202222,Columbus State,5107,1,31000,PS,NULL\n202222,Columbus State,5138,2,PS,PS,PS\n"
        "NULL,Far Away,5107,5,50000,60000,NULL\n"
    )

    run("import_scorecard", files / "fields.csv", "--edition", "2026")

    result = FieldResult.objects.get()
    assert (result.school_id, result.cip_id, result.earnings_after_1_year) == (202222, "51.07", 31000)


def test_a_rate_above_one_is_refused(files: Path) -> None:
    (files / "whole.csv").write_text(HEADER + "202222,X,9000,5200,10600,1,21,NULL,NULL\n")

    error = complaint("import_scorecard", files / "whole.csv", "--edition", "2026")

    assert "line 2: column C150_L4, value '21': it is not between 0 and 1" in error
    assert not SchoolFigures.objects.exists()


def test_an_edition_without_a_number_is_refused(files: Path) -> None:
    error = complaint("import_scorecard", files / "college_scorecard.csv", "--edition", "newest")

    assert "no number in it" in error
