"""Bringing a table to what a file says: what is counted as created, changed, unchanged and vanished."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from careers.importers.base.problems import ImportProblem
from careers.importers.base.sync import SyncTarget, sync
from careers.models import JobZone, Occupation, Release
from tests.careers.importers.running import run

pytestmark = pytest.mark.django_db
CODES = ("11-1011.00", "15-1252.00", "29-2072.00")


@pytest.fixture
def target(soc_codes: None, onet: Path) -> SyncTarget:
    """An empty table of job zones, for occupations that are there."""
    run("import_onet", onet)
    JobZone.objects.all().delete()
    release = Release.objects.get(source="onet-job-zones")
    return SyncTarget(
        JobZone,
        ("release", "occupation", "zone", "rated_on"),
        key=("release", "occupation"),
        scope={"release": release.pk},
        subject="occupation",
    )


def rows(target: SyncTarget, *zones: tuple[str, str]) -> list[tuple[int, Sequence[object]]]:
    pk = target.scope["release"]
    return [(line, (pk, onet, zone, "2023-08")) for line, (onet, zone) in enumerate(zones, start=2)]


def test_each_kind_of_change_is_counted_with_the_occupations_it_touches(target: SyncTarget) -> None:
    first = sync(target, rows(target, (CODES[0], "5"), (CODES[1], "4"), (CODES[2], "3")), file="x.txt")
    second = sync(target, rows(target, (CODES[0], "5"), (CODES[1], "3")), file="x.txt")

    assert (first.created, first.changed, first.unchanged, first.vanished) == (3, 0, 0, 0)
    assert (second.created, second.changed, second.unchanged, second.vanished) == (0, 1, 1, 1)
    assert second.subjects == {CODES[1], CODES[2]}
    assert set(JobZone.objects.values_list("occupation_id", "zone", "is_vanished")) == {
        (CODES[0], "5", False),
        (CODES[1], "3", False),
        (CODES[2], "3", True),
    }


def test_what_comes_back_is_no_longer_marked_and_counts_as_changed(target: SyncTarget) -> None:
    sync(target, rows(target, (CODES[0], "5")), file="x.txt")
    sync(target, rows(target), file="x.txt")

    tally = sync(target, rows(target, (CODES[0], "5")), file="x.txt")

    assert (tally.created, tally.changed) == (0, 1)
    assert not JobZone.objects.get().is_vanished


def test_what_is_gone_already_does_not_vanish_again(target: SyncTarget) -> None:
    sync(target, rows(target, (CODES[0], "5")), file="x.txt")
    sync(target, rows(target), file="x.txt")

    assert not sync(target, rows(target), file="x.txt").is_change


def test_other_releases_are_left_alone(target: SyncTarget) -> None:
    other = Release.objects.get(source="onet-skills")
    JobZone.objects.create(release=other, occupation=Occupation.objects.get(code=CODES[0]), zone="5")

    sync(target, rows(target), file="x.txt")

    assert not JobZone.objects.get().is_vanished


def test_unknown_occupations_and_repeats_are_refused_with_their_line(target: SyncTarget) -> None:
    tally = sync(
        target, rows(target, (CODES[0], "5"), ("99-9999.00", "5"), (CODES[0], "4")), file="zones.txt"
    )

    assert [str(refusal) for refusal in tally.refused] == [
        "zones.txt, line 3: '99-9999.00' is not a known occupation",
        "zones.txt, line 4: says again what line 2 says",
    ]
    assert JobZone.objects.get().zone == "5"


def test_a_value_that_has_no_room_is_a_problem_of_the_file(target: SyncTarget) -> None:
    with pytest.raises(ImportProblem, match=r"zones\.txt: value too long for type character varying\(3\)"):
        sync(target, rows(target, (CODES[0], "very high")), file="zones.txt")
