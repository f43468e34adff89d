"""What an editor is told before publishing. No database: checks read the document."""

from typing import Any

import pytest

from careers.documents.profile import GuideDocument
from careers.publishing.checks import check_document, completeness
from tests.careers.editing import full_profile, short

SOURCE = {"key": "a", "title": "t", "publisher": "p", "supports": "all"}


def problems(*, is_error: bool, **values: Any) -> set[str]:
    return {problem.field for problem in check_document(short(**values)) if problem.is_error is is_error}


def test_short_and_full_profiles_of_the_tests_have_no_errors() -> None:
    assert problems(is_error=True) == set()
    assert [problem for problem in check_document(full_profile()) if problem.is_error] == []


ROUTE = {"kind": "college", "title": "Certificate"}
LENGTH = {"months_min": 12, "months_max": 6}
ERRORS: dict[str, tuple[str, dict[str, Any]]] = {
    "no line": ("summary", {"summary": ""}),
    "neither duties nor kinds": ("duties", {"duties": []}),
    "shares figures without saying so": ("figures_note", {"owns_address": True}),
    "pay without a source": ("pay_notes", {"pay_notes": [{"text": "Ports pay more."}]}),
    "outlook without a source": ("outlook_notes", {"outlook_notes": [{"text": "More boats."}]}),
    "graduates without a source": ("graduates", {"graduates": [{"name": "Port of Harbor"}]}),
    "license without a source": ("licensing", {"licensing": {"is_required": "yes"}}),
    "length without a source": ("education", {"education": {"months_min": 6}}),
    "training without a source": ("on_the_job", {"on_the_job": {"months_min": 6}}),
    "cost without a source": ("routes", {"routes": [{**ROUTE, "cost_min": 5, "cost_year": 2026}]}),
    "cost without its year": (
        "routes",
        {"sources": [SOURCE], "routes": [{**ROUTE, "cost_min": 5, "sources": ["a"]}]},
    ),
    "least over most": ("routes", {"routes": [{**ROUTE, **LENGTH}]}),
    "bad link": ("resources", {"resources": [{"title": "Tides", "address": "tides"}]}),
    "script as link": ("resources", {"resources": [{"title": "Tides", "address": "javascript:x()"}]}),
    "picture without words": ("picture", {"picture": {"file": "a.jpg", "alt": ""}}),
    "video without transcript": (
        "video",
        {"video": {"title": "A", "address": "https://a.example", "transcript": ""}},
    ),
    "video without address": ("video", {"video": {"title": "A", "transcript": "Wind."}}),
}


@pytest.mark.parametrize(("field", "values"), ERRORS.values(), ids=ERRORS)
def test_error_names_its_field(field: str, values: dict[str, Any]) -> None:
    assert field in problems(is_error=True, **values)


OFFICIAL = "Practitioners utilize comprehensive documentation methodologies to facilitate reimbursement. " * 5
WARNINGS: dict[str, tuple[str, dict[str, Any]]] = {
    "hard to read": ("overview", {"overview": OFFICIAL}),
    "dollars in prose": ("overview", {"overview": "They earn $30,000."}),
    "per cent in prose": ("in_short", {"in_short": "It grows by 9 percent."}),
    "count in a duty": ("duties", {"duties": [{"verb": "Light", "rest": "all 12,000 lamps."}]}),
    "long duty": ("duties", {"duties": [{"verb": "Light", "rest": "lamp " * 40}]}),
    "idle source": ("sources", {"sources": [{**SOURCE, "supports": ""}]}),
    "no captions": (
        "video",
        {"video": {"title": "A", "address": "https://a.example", "transcript": "Wind."}},
    ),
}


@pytest.mark.parametrize(("field", "values"), WARNINGS.values(), ids=WARNINGS)
def test_warning_names_its_field_and_stops_nothing(field: str, values: dict[str, Any]) -> None:
    assert field in problems(is_error=False, **values)
    assert field not in problems(is_error=True, **values)


@pytest.mark.parametrize(
    "text", ["Since 2015 lamps are electric.", "Two of three stay.", "Form 1040 is due."]
)
def test_years_and_small_numbers_are_no_figures(text: str) -> None:
    assert "overview" not in problems(is_error=False, overview=text)


def test_errors_stand_before_warnings() -> None:
    problems = check_document(short(summary="", overview="They earn $30,000."))

    assert [problem.is_error for problem in problems] == [True, False]
    assert [problem.label for problem in problems] == ["Line", "Overview"]


def test_score_counts_the_parts_that_are_there() -> None:
    assert completeness(full_profile()) == 100
    assert 0 < completeness(short()) < 10


def test_guide_needs_a_text() -> None:
    guide = GuideDocument(title="Pay", slug="pay", summary="Read it.")

    assert {problem.field for problem in check_document(guide)} == {"body"}
