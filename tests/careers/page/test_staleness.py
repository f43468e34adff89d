"""When a page says that figures are overtaken, and when it will next say something else."""

import datetime as dt

import pytest

from careers.documents.sheet import ReleaseRef
from careers.models import KnownEdition
from careers.page.staleness import overtaken
from tests.careers.making import release_ref

KNOWN = [
    KnownEdition(family="oews", edition="May 2024", published_on="2025-04-02"),
    KnownEdition(family="oews", edition="May 2025", published_on="2026-05-15", next_expected_on="2027-05"),
    KnownEdition(family="onet", edition="31.0", published_on="2026-08"),
    KnownEdition(family="ipeds", edition="2024"),
]


def wages(edition: str, **values: str) -> ReleaseRef:
    return release_ref("oews-metro", edition, **values)


@pytest.mark.parametrize(
    ("release", "today", "clause"),
    [
        pytest.param(
            wages("May 2024"), dt.date(2026, 5, 15),
            "A newer edition is out: May 2025 (May 15, 2026).",
            id="on the day",
        ),
        pytest.param(wages("May 2024"), dt.date(2026, 5, 14), "", id="the day before"),
        pytest.param(wages("May 2025"), dt.date(2027, 5, 31), "", id="within the month that it is due"),
        pytest.param(
            wages("May 2025"), dt.date(2027, 6, 1),
            "Newer figures were due in May 2027.",
            id="after that month",
        ),
        pytest.param(
            release_ref("onet-skills", "30.0"), dt.date(2026, 8, 31),
            "A newer edition is out: 31.0 (August 2026).",
            id="a month known only",
        ),
        pytest.param(release_ref("onet-skills", "30.0"), dt.date(2026, 8, 30), "", id="in that month"),
        pytest.param(
            release_ref("ipeds-institutions", "2023"), dt.date(2025, 1, 1),
            "A newer edition is out: 2024.",
            id="a date not known",
        ),
        pytest.param(release_ref("ep-occupations", "2024–34"), dt.date(2030, 1, 1), "", id="nothing known"),
        pytest.param(
            release_ref("ep-occupations", "2024–34", next_expected_on="2026"), dt.date(2027, 1, 1),
            "Newer figures were due in 2026.",
            id="the release's own word",
        ),
        pytest.param(
            wages("May 2025", next_expected_on="2026-12"), dt.date(2027, 2, 1),
            "",
            id="the operator's word is newer",
        ),
    ],
)  # fmt: skip
def test_what_a_page_says(release: ReleaseRef, today: dt.date, clause: str) -> None:
    successor = overtaken(release, KNOWN, today)

    assert (successor.clause if successor else "") == clause
