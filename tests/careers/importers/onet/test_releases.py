"""Releases beside each other, what vanished, and loads that must leave everything as it was."""

import gzip
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from careers.formatting.progress import SilentProgress
from careers.importers.base.load import loading
from careers.importers.onet.folder import load_folder, read_editions
from careers.models import Address, ContentVersion, Element, Occupation, Rating, Release
from tests.careers.importers.running import complaint, replace_in, run

T = TypeVar("T")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("soc_codes")]


def test_an_older_release_beside_a_newer_one_renames_nothing(onet: Path) -> None:
    run("import_onet", onet)
    replace_in(onet / "Occupation Data.txt", "Software Developers", "Programmers")

    run("import_onet", onet, "--edition", "29.3")

    assert Occupation.objects.get(code="15-1252.00").title == "Software Developers"
    assert set(Release.objects.of("onet-skills").values_list("edition", flat=True)) == {"29.3", "30.1"}
    assert (
        Rating.objects.filter(release__edition="29.3").count()
        == Rating.objects.filter(release__edition="30.1").count()
        > 0
    )


def test_a_newer_release_renames_and_the_address_stays(onet: Path) -> None:
    run("import_onet", onet)
    replace_in(onet / "Occupation Data.txt", "Software Developers", "Software Writers")

    run("import_onet", onet, "--edition", "30.2")

    occupation = Occupation.objects.get(code="15-1252.00")
    assert occupation.title == "Software Writers"
    assert [address.slug for address in occupation.addresses.all()] == ["software-developers"]


def test_what_the_newest_release_dropped_is_marked_and_comes_back(onet: Path) -> None:
    whole = (onet / "Occupation Data.txt").read_bytes()
    run("import_onet", onet)
    path = onet / "Occupation Data.txt"
    path.write_bytes(b"".join(line for line in whole.splitlines(keepends=True) if b"55-3018" not in line))
    for name in ("Alternate Titles.txt",):
        rows = (onet / name).read_bytes().splitlines(keepends=True)
        (onet / name).write_bytes(b"".join(row for row in rows if b"55-3018" not in row))

    report = run("import_onet", onet)

    assert Occupation.objects.get(code="55-3018.00").is_vanished
    assert "(Occupation Data.txt): 4 rows. Created 0, changed 0, unchanged 4, vanished 1" in report
    path.write_bytes(whole)
    run("import_onet", onet)
    assert not Occupation.objects.get(code="55-3018.00").is_vanished


def test_an_occupation_that_only_an_older_release_has_is_vanished_from_the_start(onet: Path) -> None:
    run("import_onet", onet)
    older = "11-2011.00\tAdvertising and Promotions Managers\tMade up for tests.\r\n"
    with (onet / "Occupation Data.txt").open("a", newline="") as stream:
        stream.write(older)

    run("import_onet", onet, "--edition", "29.3")
    second = run("import_onet", onet, "--edition", "29.3")

    assert Occupation.objects.get(code="11-2011.00").is_vanished
    assert not Occupation.objects.get(code="11-1011.00").is_vanished
    assert (
        "O*NET occupations, 29.3 (Occupation Data.txt): 1 rows. Created 0, changed 0, unchanged 1" in second
    )


def test_a_file_without_descriptions_leaves_those_that_are_loaded(onet: Path) -> None:
    run("import_onet", onet)
    path = onet / "Occupation Data.txt"
    path.write_text("".join(f"{line.rpartition(chr(9))[0]}\n" for line in path.read_text().splitlines()))

    run("import_onet", onet)

    assert (
        Occupation.objects.get(code="15-1252.00").description
        == "Made up for tests: what software developers do."
    )


def test_equal_titles_get_addresses_that_differ(onet: Path) -> None:
    replace_in(onet / "Occupation Data.txt", "Chief Sustainability Officers", "Chief Executives")

    run("import_onet", onet)

    slugs = (
        Address.objects.filter(occupation__soc="11-1011")
        .order_by("occupation")
        .values_list("slug", flat=True)
    )
    assert list(slugs) == ["chief-executives", "chief-executives-11-1011-03"]


def test_an_operators_meaning_is_kept(onet: Path) -> None:
    run("import_onet", onet)
    Element.objects.filter(name="Reading Comprehension").update(meaning="Ours")
    Element.objects.filter(name="Active Listening").update(meaning="")

    run("import_onet", onet)

    assert Element.objects.get(name="Reading Comprehension").meaning == "Ours"
    assert Element.objects.get(name="Active Listening").meaning.startswith("Hearing people out")


def test_a_dry_run_tells_and_changes_nothing(onet: Path) -> None:
    report = run("import_onet", onet, "--dry-run")

    assert "(Occupation Data.txt): 5 rows. Created 5" in report
    assert "This was a dry run: nothing has changed." in report
    assert not Occupation.objects.exists()
    assert not Release.objects.of("onet-occupations").exists()


def test_a_load_makes_cached_pages_stale_only_when_it_changed_something(onet: Path) -> None:
    run("import_onet", onet)
    after_first = ContentVersion.current()

    run("import_onet", onet)
    after_second = ContentVersion.current()
    replace_in(onet / "Job Zones.txt", "15-1252.00\t4", "15-1252.00\t3")
    run("import_onet", onet)

    assert after_second == after_first
    assert ContentVersion.current() > after_second


class Stopped(SilentProgress):
    """An operator who presses Ctrl-C in the middle of the table ``label``."""

    def __init__(self, label: str) -> None:
        self.label = label

    def track(self, items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
        for item in items:
            yield item
            if label == self.label:
                raise KeyboardInterrupt


def test_a_load_that_is_interrupted_leaves_the_database_as_it_was(onet: Path) -> None:
    with pytest.raises(KeyboardInterrupt), loading(progress=Stopped("Related occupations")) as load:
        load_folder(load, onet, read_editions(onet))

    assert not Occupation.objects.exists()
    assert not Release.objects.of("onet-occupations").exists()


def test_one_table_may_be_of_another_edition(onet: Path) -> None:
    run("import_onet", onet, "--table-edition", "Skills=30.0", "--table-edition", "work-styles=29.3")

    editions = dict(Release.objects.values_list("source", "edition"))
    assert editions["onet-skills"] == "30.0"
    assert editions["onet-work-styles"] == "29.3"
    assert editions["onet-knowledge"] == "30.1"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ["--table-edition", "Skill=30.0"], "There is no table called skill. The tables are:", id="table"
        ),
        pytest.param(["--edition", "newest"], "The edition 'newest' has no number in it", id="edition"),
    ],
)
def test_editions_that_cannot_be(onet: Path, arguments: list[str], message: str) -> None:
    assert message in complaint("import_onet", onet, *arguments)


def test_a_folder_that_does_not_say_its_edition_is_refused(onet: Path) -> None:
    (onet / "Read Me.txt").unlink()

    assert "Say which it is: --edition 30.1" in complaint("import_onet", onet)


def test_gzipped_tables_are_read_too(onet: Path) -> None:
    for path in onet.glob("*.txt"):
        if path.name != "Read Me.txt":
            path.with_suffix(".txt.gz").write_bytes(gzip.compress(path.read_bytes()))
            path.unlink()

    run("import_onet", onet)

    release = Release.objects.get(source="onet-occupations")
    assert (release.file_name, release.row_count) == ("Occupation Data.txt", 5)


def test_repacking_a_table_does_not_change_its_release(onet: Path, tmp_path: Path) -> None:
    run("import_onet", onet)
    before = Release.objects.get(source="onet-interests").checksum
    packed = shutil.copytree(onet, tmp_path / "packed")
    (packed / "Interests.txt").unlink()
    (packed / "Interests.txt.gz").write_bytes(gzip.compress((onet / "Interests.txt").read_bytes()))

    run("import_onet", packed)

    assert Release.objects.get(source="onet-interests").checksum == before
