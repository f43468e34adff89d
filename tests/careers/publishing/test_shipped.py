"""Texts that come with the portal, and operators' own."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from careers.editorial.models import Career, Guide
from careers.models import AuditEntry, Version
from careers.publishing.proposals import (
    AnsweredError,
    accept,
    accept_and_publish,
    proposed_fields,
    refuse,
)
from careers.publishing.shipped.load import BY, ShippedReport, load_shipped_texts
from careers.publishing.working_copies import publish, record_save
from tests.careers.making import make_sheet, save_sheet

pytestmark = pytest.mark.django_db

KEEPERS = """["99-1234.00"]
title = "Lantern Keepers"
line = "Keep the lanterns along the river lit."
duties = ["Trim | each wick before dusk.", "Fill | the lamps with oil."]
"""
RINGERS = """["99-1235.00"]
title = "Ringers, All Other"
line = "Ring what the others don’t."
kinds = ["Handbell players", "Buoy ringers", "Town criers"]
"""
RECORDS = """[organizations.guild]
name = "Guild of Keepers"
[certifications.clk]
name = "Certified Lantern Keeper"
issuer = "guild"
"""
COMPLETE = """onet = "99-1234.00"
owns_address = true
title = "Lamplighter"
summary = "Light the lamps of the town at dusk."
figures_note = "The Bureau counts keepers and lamplighters together."
[[duties]]
verb = "Climb"
rest = "the ladder."
[[certifications]]
id = "clk"
need = "expected"
[[associations]]
id = "guild"
why = "Sets the exam."
"""
GUIDE = """title = "Reading pay"
summary = "What a median is."
body = "<p>Half earn less.</p>"
careers = ["lamplighter"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "lines/99-keepers.toml": KEEPERS,
        "lines/99-ringers.toml": RINGERS,
        "records.toml": RECORDS,
        "full/lamplighter.toml": COMPLETE,
        "guides/reading-pay.toml": GUIDE,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    save_sheet(make_sheet())
    save_sheet(make_sheet("Ringers, All Other", onet="99-1235.00"))
    return tmp_path


def load(folder: Path) -> ShippedReport:
    return load_shipped_texts(folder)


def ship(folder: Path, old: str, new: str) -> ShippedReport:
    """Load again after the portal changed a text."""
    path = folder / "lines" / "99-keepers.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return load(folder)


def keepers() -> Career:
    return Career.objects.get(key="99-1234.00")


def test_shipped_texts_are_published_as_an_editors_work_would_be(client: Client, folder: Path) -> None:
    report = load(folder)

    assert sorted(report.published) == ["99-1234.00", "99-1235.00", "lamplighter", "reading-pay"]
    assert (
        "Keep the lanterns along the river lit." in client.get("/careers/lantern-keepers/").content.decode()
    )
    assert "Handbell players" in client.get("/careers/ringers-all-other/").content.decode()
    assert "Light the lamps of the town" in client.get("/careers/lamplighter/").content.decode()
    versions = Version.objects.live()
    assert {(version.number, version.by) for version in versions} == {(1, BY)}
    assert all(version.sheet for version in versions.filter(subject_type="career"))
    assert AuditEntry.objects.filter(action="published version 1").count() == 4
    assert keepers().duties.count() == 2
    assert Guide.objects.get().careers.get().slug == "lamplighter"


def test_loading_again_changes_nothing(folder: Path) -> None:
    load(folder)

    report = load(folder)

    assert (report.published, report.proposed) == ([], [])
    assert Version.objects.count() == 4


def test_working_copy_of_a_shipped_text_is_what_was_published(folder: Path) -> None:
    load(folder)

    record_save(copy=keepers(), by="ada")

    assert keepers().state == "published"
    assert keepers().lock_version == 0


def test_operators_edit_is_never_overwritten(client: Client, folder: Path) -> None:
    load(folder)
    career = keepers()
    career.summary = "Our own line."
    career.save()
    record_save(copy=career, by="ada")
    publish(copy=career, by="ada")

    report = ship(folder, "along the river", "along the quay")

    assert report.proposed == ["99-1234.00"]
    assert keepers().summary == "Our own line."
    assert "Our own line." in client.get("/careers/lantern-keepers/").content.decode()


def test_changed_shipped_text_is_proposed_once(folder: Path) -> None:
    load(folder)
    ship(folder, "along the river", "along the quay")

    again = load(folder)

    assert again.proposed == []
    proposal = Version.objects.proposed().get()
    assert proposal_line(proposal) == "Keep the lanterns along the quay lit."
    assert proposed_fields(proposal) == ["summary"]


def proposal_line(version: Version) -> str:
    return str(version.document["summary"])


def test_newer_change_takes_the_place_of_a_proposal_that_waits(folder: Path) -> None:
    load(folder)
    ship(folder, "along the river", "along the quay")
    ship(folder, "along the quay", "by the sea")

    assert proposal_line(Version.objects.proposed().get()) == "Keep the lanterns by the sea lit."


def test_proposal_taken_in_changes_only_what_the_portal_changed(folder: Path) -> None:
    load(folder)
    career = keepers()
    career.overview = "Our own overview."
    career.save()
    record_save(copy=career, by="ada")
    publish(copy=career, by="ada")
    ship(folder, "along the river", "along the quay")

    accept(career=keepers(), version=Version.objects.proposed().get(), by="ada")

    assert keepers().summary == "Keep the lanterns along the quay lit."
    assert keepers().overview == "Our own overview."
    assert keepers().state == "draft"
    assert not Version.objects.proposed().exists()


def test_proposals_are_published_together_where_nobody_has_a_draft(folder: Path) -> None:
    load(folder)
    ship(folder, "along the river", "along the quay")

    left = accept_and_publish(versions=Version.objects.proposed(), by="ada")

    assert left == []
    assert Version.objects.of("career", "99-1234.00").live().get().document["summary"].endswith("quay lit.")


def test_draft_is_not_published_along_with_a_proposal(folder: Path) -> None:
    load(folder)
    career = keepers()
    career.overview = "Half a thought"
    career.save()
    record_save(copy=career, by="ada")
    ship(folder, "along the river", "along the quay")

    left = accept_and_publish(versions=Version.objects.proposed(), by="ada")

    assert left == [career]
    assert Version.objects.proposed().exists()


def test_refused_proposal_is_gone_and_cannot_be_taken_in(folder: Path) -> None:
    load(folder)
    ship(folder, "along the river", "along the quay")
    proposal = Version.objects.proposed().get()

    refuse(version=proposal, by="ada", note="Ours is better.")

    assert not Version.objects.proposed().exists()
    with pytest.raises(AnsweredError):
        accept(career=keepers(), version=proposal, by="ada")
    assert load(folder).proposed == []


def test_career_that_an_operator_wrote_first_gets_a_proposal(folder: Path) -> None:
    own = Career.objects.create(
        occupation_id="99-1234.00", title="Keeper", slug="lantern-keepers", summary="Our own line."
    )

    report = load(folder)

    assert report.proposed == [own.key]
    assert keepers().summary == "Our own line."


def test_code_of_no_loaded_release_is_named(folder: Path) -> None:
    (folder / "lines" / "00.toml").write_text('["00-0000.00"]\ntitle = "A"\nline = "B."\n', encoding="utf-8")

    report = load(folder)

    assert report.unknown == ["00-0000.00"]
    assert "their codes are unknown: 00-0000.00" in str(report)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("lines/a.toml", KEEPERS, "stands in another file too"),
        ("lines/a.toml", '["99-9999.00"]\nline = "B."', "needs title and line"),
        ("lines/a.toml", '["99-9999.00"]\ntitle = "A"\nline = "B."\nduties = ["Trim wicks."]', "needs a bar"),
        ("lines/a.toml", "[", "a.toml"),
        (
            "records.toml",
            '[certifications.clk]\nname = "C"\nissuer = "nobody"',
            "not among the organizations",
        ),
        (
            "full/x.toml",
            'onet = "99-1234.00"\ntitle = "X"\n[[associations]]\nid = "none"',
            "not in records.toml",
        ),
        ("full/x.toml", 'onet = "99-1234.00"\ntitle = "X"\nwages = 3', "wages"),
    ],
    ids=["code twice", "no title", "no bar", "no TOML", "unknown issuer", "unknown record", "unknown field"],
)
def test_wrong_file_is_named_and_nothing_is_loaded(folder: Path, name: str, text: str, words: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match=words) as caught:
        call_command("load_profiles", folder)

    assert Path(name).name in str(caught.value)
    assert not Version.objects.exists()


def test_text_that_could_not_be_published_stops_the_load(folder: Path) -> None:
    (folder / "lines" / "a.toml").write_text(
        '["99-1234.00"]\ntitle = "A"\nline = "Do it."\n', encoding="utf-8"
    )
    (folder / "lines" / "99-keepers.toml").unlink()

    with pytest.raises(CommandError, match="What people do"):
        call_command("load_profiles", folder)

    assert not Version.objects.exists()


def test_career_that_an_operator_deleted_does_not_come_back(folder: Path) -> None:
    load(folder)
    keepers().delete()

    report = load(folder)

    assert report.published == []
    assert not Career.objects.filter(key="99-1234.00").exists()
