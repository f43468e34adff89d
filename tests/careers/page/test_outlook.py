"""The chapter on the outlook: its titles are true for growing, standing and shrinking careers."""

from typing import Any

import pytest

from careers.documents.sheet import Bright, FiguresOf
from careers.page.outlook import OutlookChapter, growth_words, outlook_chapter
from careers.page.sources import Sources
from tests.careers.making import ONET, make_outlook, make_sheet


def chapter(**values: Any) -> OutlookChapter:
    sheet = make_sheet(outlook=make_outlook(**values))
    return outlook_chapter(sheet, Sources(sheet.releases, lambda _release: ""))


@pytest.mark.parametrize(
    ("mine", "words"),
    [
        (10.1, "Much faster than all jobs, more than twice as fast"),
        (6.0, "Much faster than all jobs, about twice as fast"),
        (4.5, "Faster than all jobs"),
        (3.1, "About as fast as all jobs"),
        (1.0, "Slower than all jobs"),
        (0.0, "About as many jobs as now"),
        (-4.0, "Shrinking, while all jobs together grow"),
    ],
    ids=["3 times", "twice", "faster", "the same", "slower", "still", "shrinking"],
)
def test_growth_is_put_in_true_words(mine: float, words: str) -> None:
    assert growth_words(make_outlook(change_percent=mine, all_change_percent=3.1)) == words


def test_shrinking_with_everyone_is_not_held_against_growth() -> None:
    assert growth_words(make_outlook(change_percent=-4.0, all_change_percent=-1.0)) == "Shrinking"


def test_new_jobs_are_counted_in_the_title() -> None:
    jobs = chapter().jobs

    assert jobs is not None
    assert jobs.title == "12,100 more jobs by 2034"
    assert "Yellow figures are new jobs" in jobs.subtitle


def test_lost_jobs_are_counted_in_the_title() -> None:
    jobs = chapter(target_employment=100_300, change=-20_000, change_percent=-16.6).jobs

    assert jobs is not None
    assert jobs.title == "20,000 fewer jobs by 2034"
    assert "Hollow figures" in jobs.subtitle


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (12_100, "Most open because people retire"),
        (80_000, "Many open because the field grows"),
        (-9_000, "They all open because people retire"),
    ],
    ids=["little growth", "much growth", "shrinking"],
)
def test_why_jobs_open(change: int, reason: str) -> None:
    openings = chapter(change=change).openings

    assert openings is not None
    assert reason in openings.subtitle
    assert openings.title == "About 9,300 openings a year"


def test_no_openings_are_not_drawn() -> None:
    assert chapter(annual_openings=None).openings is None


def test_combined_projection_names_its_code() -> None:
    figures_of = FiguresOf(code="29-2010", title="Clinical laboratory people", kind="combined")

    assert "Clinical laboratory people (29-2010)" in chapter(figures_of=figures_of).whose


def test_bright_outlook_is_said_even_without_a_projection() -> None:
    sheet = make_sheet(outlook=None, bright=Bright(release=ONET, reasons=["Rapid Growth"]))

    outlook = outlook_chapter(sheet, Sources(sheet.releases, lambda _release: ""))

    assert outlook.missing_figures is not None
    assert outlook.bright == ("the number of jobs is expected to grow fast",)
