"""What goes on paper, and how it is drawn."""

import datetime as dt
import re

import pytest

from careers.charts import pay_dot_plot
from careers.documents.profile import Profile
from careers.documents.sheet import Missing, Sheet
from careers.handout import handout, handout_pdf
from careers.handout.drawing import dot_plot_svg
from careers.page import CareerPage, career_page
from careers.web.qr import qr_file
from tests.careers.editing import full_profile
from tests.careers.making import make_sheet

NOON = dt.datetime(2026, 9, 3, 12, tzinfo=dt.UTC)


def page(sheet: Sheet | None = None, profile: Profile | None = None) -> CareerPage:
    return career_page(
        sheet=sheet or make_sheet(), profile=profile, local_pay=None, clause_of=lambda _ref: ""
    )


def pdf(shown: CareerPage) -> bytes:
    return handout_pdf(
        handout(shown),
        site="Waymark",
        address="careers.example/c/1",
        link="https://careers.example/c/1",
        code=qr_file("https://careers.example/c/1"),
        version="Version 1",
        made_at=NOON,
    )


def test_chart_has_one_hundred_workers_in_the_pages_own_places() -> None:
    people = pay_dot_plot((30_000, 38_500, 50_100, 64_900, 81_200))

    circles = re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', dot_plot_svg(people))

    assert len(circles) == 100
    assert all(0 <= float(x) <= 1000 and 0 <= float(y) <= people.height for x, y in circles)


def test_paper_names_whose_figures_these_are_and_their_sources() -> None:
    document = handout(page(profile=full_profile()))

    assert document.pay
    assert "The Bureau counts keepers and ringers together." in document.pay.note
    assert "May 2025" in document.pay.source
    assert any("May 2025" in line for line in document.sources)
    assert any("Keepers' survey, Guild press, 2025-04" in line for line in document.sources)
    assert document.courses == ["Math", "Art"]
    assert len(document.prompts) == 2


def test_missing_figures_are_said_to_be_missing() -> None:
    missing = Missing(reason="no-pay", nearest_slug="bell-ringers", nearest_title="Bell Ringers")
    sheet = make_sheet(pay=None, outlook=None, entry=None, missing={"pay": missing, "outlook": missing})

    document = handout(page(sheet))

    assert document.pay is None
    assert document.no_pay
    assert document.outlook
    assert [value for _label, value, _below in document.facts] == ["Not published"] * 4


NAMED_BY_SIGNS = make_sheet(
    "#[Electroneurodiagnostic] *Technologists* $x$ \\ <tag>, and others" * 2,
    slug="long",
    pay=None,
    outlook=None,
    entry=None,
)


@pytest.mark.parametrize(
    ("sheet", "profile"),
    [(make_sheet(), None), (make_sheet(), full_profile()), (NAMED_BY_SIGNS, None)],
    ids=["figures only", "everything", "nothing, and a title full of signs"],
)
def test_every_career_fits_two_pages_that_assistive_technology_can_read(
    sheet: Sheet, profile: Profile | None
) -> None:
    paper = pdf(page(sheet, profile))

    assert paper.startswith(b"%PDF-")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 2
    assert b"pdfuaid" in paper  # it says that it is PDF/UA; typst refuses to say so where it isn't
    assert b"/StructTreeRoot" in paper
    assert len(paper) < 150_000


def test_same_values_give_the_same_bytes() -> None:
    assert pdf(page()) == pdf(page())
