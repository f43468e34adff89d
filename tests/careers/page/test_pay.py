"""The chapter on pay says what is true, and says what is missing."""

import pytest

from careers.documents.sheet import Figure, FiguresOf, IndustryPay, Missing, PreviousPay, Sheet, TopAreas
from careers.page.pay import PayChapter, pay_chapter
from careers.page.sources import Sources
from tests.careers.making import figure, make_pay, make_sheet, percentiles

NO_ANNUAL = percentiles(None, None, None, None, None)


def chapter(sheet: Sheet) -> PayChapter:
    return pay_chapter(sheet, Sources(sheet.releases, lambda _release: ""), None)


def top_coded(*amounts: float) -> object:
    """Annual pay whose upper percentiles are only known to be 239,200 or more."""
    figures = [figure(value) for value in amounts]
    figures += [figure(None, at_least=239_200)] * (5 - len(amounts))
    p10, p25, median, p75, p90 = figures
    return {"mean": figure(None), "p10": p10, "p25": p25, "median": median, "p75": p75, "p90": p90}


def test_title_names_the_middle_half() -> None:
    assert chapter(make_sheet()).title == "Half earn between $38,500 and $64,900 a year"


def test_both_year_and_hour_are_given() -> None:
    points = chapter(make_sheet()).points

    assert [point.amount for point in points] == ["$30,000", "$38,500", "$50,100", "$64,900", "$81,200"]
    assert points[2].hourly == "$24.09 an hour"


def test_hourly_only_pay_is_shown_by_the_hour_with_the_reason() -> None:
    pay = chapter(
        make_sheet(
            pay=make_pay(
                annual=NO_ANNUAL, hourly=percentiles(15.2, 18.4, 25.9, 41.0, 77.5), is_hourly_only=True
            )
        )
    )

    assert pay.title == "Half earn between $18.40 and $41.00 an hour"
    assert pay.dot_plot is not None
    assert "by the hour only" in pay.notes[0]


def test_annual_only_pay_says_why_there_is_no_hourly() -> None:
    pay = chapter(make_sheet(pay=make_pay(hourly=NO_ANNUAL, is_annual_only=True)))

    assert "pay by the year" in pay.notes[0]
    assert all(point.hourly == "" for point in pay.points)


def test_top_coded_pay_is_written_as_this_or_more_and_not_drawn() -> None:
    pay = chapter(make_sheet(pay=make_pay(annual=top_coded(90_000, 140_000, 210_000))))

    assert pay.title == "Half earn more than $210,000 a year"
    assert pay.dot_plot is None
    assert pay.points[4].amount == "$239,200 or more"


def test_top_coded_median_is_in_the_title() -> None:
    pay = chapter(make_sheet(pay=make_pay(annual=top_coded(90_000))))

    assert pay.title == "At least half earn $239,200 or more"


def test_no_pay_gives_the_reason_and_the_nearest_page() -> None:
    missing = {"pay": Missing(reason="no-pay", nearest_slug="firefighters", nearest_title="Firefighters")}

    pay = chapter(make_sheet(pay=None, missing=missing))

    assert pay.missing_figures is not None
    assert pay.missing_figures.reason
    assert pay.missing_figures.slug == "firefighters"


def test_borrowed_figures_name_their_owner() -> None:
    figures_of = FiguresOf(code="29-1141", title="Registered Nurses", kind="parent")

    assert "Registered Nurses (29-1141)" in chapter(make_sheet(pay=make_pay(figures_of=figures_of))).whose


def test_combined_figures_name_who_is_counted_too() -> None:
    figures_of = FiguresOf(code="29-2010", title="Both", kind="combined", shared_with=["One", "Two", "Three"])

    assert "One, Two and Three" in chapter(make_sheet(pay=make_pay(figures_of=figures_of))).whose


@pytest.mark.parametrize(
    ("change", "word"),
    [(3.1, "rose 3.1%"), (-2.0, "fell 2%"), (0.04, "hardly moved")],
    ids=["up", "down", "still"],
)
def test_change_since_the_last_release(change: float, word: str) -> None:
    previous = PreviousPay(release="before", median=figure(48_600), change=change)

    assert word in chapter(make_sheet(pay=make_pay(previous=previous))).moved


def test_unknown_change_is_not_mentioned() -> None:
    previous = PreviousPay(release="before", median=figure(None))

    assert chapter(make_sheet(pay=make_pay(previous=previous))).moved == ""


def industry(title: str, pay: Figure, measure: str = "A_MEDIAN") -> IndustryPay:
    return IndustryPay(
        release="oews-industry",
        code=title,
        level="sector",
        title=title,
        employment=figure(1_000),
        pay=pay,
        measure=measure,
    )


def test_industry_that_pays_most_is_named() -> None:
    rows = [
        industry("Mining", figure(60_000)),
        industry("Farms", figure(40_000)),
        industry("Banks", figure(50_000)),
    ]

    industries = chapter(make_sheet(pay=make_pay(industries=rows))).industries

    assert industries is not None
    assert industries.title == "Among the biggest employers, Mining pays most"
    assert [row.label for row in industries.rows] == ["Mining", "Banks", "Farms"]


def test_mean_and_median_are_not_compared_with_each_other() -> None:
    rows = [industry("Mining", figure(60_000)), industry("Farms", figure(40_000), "A_MEAN")]
    rows.append(industry("Banks", figure(50_000)))

    industries = chapter(make_sheet(pay=make_pay(industries=rows))).industries

    assert industries is not None
    assert industries.title == "Where these jobs are"
    assert industries.rows[2].note.endswith("mean")


def test_reference_line_needs_a_median_of_the_same_edition() -> None:
    rows = [industry(name, figure(40_000)) for name in ("Mining", "Farms", "Banks")]

    without = chapter(make_sheet(pay=make_pay(industries=rows))).industries
    previous = PreviousPay(release="before", median=figure(45_000), change=1.0)
    with_line = chapter(make_sheet(pay=make_pay(industries=rows, previous=previous))).industries

    assert without is not None
    assert with_line is not None
    assert (without.reference, with_line.reference) == ("", "Median of all workers: $45,000")


def test_areas_are_not_ranked_when_too_many_are_unknown() -> None:
    top = TopAreas(release="oews-industry", area_count=50, unknown_count=49, refused=True)

    pay = chapter(make_sheet(pay=make_pay(top_areas=top)))

    assert pay.areas is None
    assert "49 of 50 areas" in pay.areas_refused
