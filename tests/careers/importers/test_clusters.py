"""Loading career clusters and Bright Outlook."""

from pathlib import Path

import pytest

from careers.models import BrightOutlook, Cluster, ClusterMember, Framework
from tests.careers.importers.running import complaint, run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _occupations(soc_codes: None, onet: Path) -> None:
    run("import_onet", onet)


def places(onet: str) -> set[tuple[str, str]]:
    return set(ClusterMember.objects.filter(occupation=onet).values_list("cluster__title", "pathway"))


def test_an_occupation_may_stand_in_several_pathways(clusters: Path) -> None:
    run("import_clusters", clusters, "--edition", "2026")

    assert places("29-2072.00") == {("Health Science", "Health Informatics")}
    assert places("15-1252.00") == {
        ("Information Technology", "Programming and Software Development"),
        ("Information Technology", "Web and Digital Communications"),
    }
    assert Cluster.objects.get(title="Health Science").slug == "health-science"


def test_a_place_that_is_repeated_counts_once(clusters: Path) -> None:
    run("import_clusters", clusters, "--edition", "2026")

    assert places("11-1011.00") == {("Finance", "Business Finance")}


def test_two_frameworks_stand_side_by_side(clusters: Path, tmp_path: Path) -> None:
    newer = tmp_path / "clusters.csv"
    newer.write_text("Career Cluster,Sub-Cluster,Code,Occupation\nDigital Technology,Software,15-1252.00,X\n")

    run("import_clusters", clusters, "--edition", "2026")
    run("import_clusters", newer, "--edition", "2026", "--framework", "14-clusters")

    members = ClusterMember.objects.filter(occupation="15-1252.00", is_vanished=False)
    assert set(members.values_list("cluster__framework", "cluster__title")) == {
        (Framework.SIXTEEN, "Information Technology"),
        (Framework.FOURTEEN, "Digital Technology"),
    }


def test_what_left_a_cluster_is_marked(clusters: Path, tmp_path: Path) -> None:
    run("import_clusters", clusters, "--edition", "2026")
    fewer = tmp_path / "clusters.csv"
    fewer.write_text("".join(clusters.read_text().splitlines(keepends=True)[:2]))

    report = run("import_clusters", fewer, "--edition", "2026")

    assert "Created 0, changed 0, unchanged 1, vanished 3" in report
    assert not ClusterMember.objects.get(occupation="29-2072.00").is_vanished


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "Career Cluster,Career Pathway,Code\nFinance; Marketing,Banking,11-1011.00\n",
            "line 2: column Career Pathway, value 'Banking': it has 1 entries where Career Cluster has 2",
            id="lists of unequal length",
        ),
        pytest.param(
            "Career Cluster,Career Pathway,Code\nFinance,Banking,99-1011.00\n",
            "line 2: column Code, value '99-1011.00': no occupation with this code is loaded",
            id="unknown code",
        ),
        pytest.param(
            "Career Cluster,Code\nFinance,11-1011.00\n", "the column Sub-Cluster is missing", id="no pathway"
        ),
        pytest.param(
            "Cluster,Code\nFinance,11-1011.00\n", "column Career Cluster is missing", id="no cluster"
        ),
    ],
)
def test_clusters_that_are_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "clusters.csv"
    path.write_text(text)

    assert message in complaint("import_clusters", path, "--edition", "2026")
    assert not ClusterMember.objects.exists()


def test_each_reason_of_a_bright_outlook_counts_once(bright_outlook: Path) -> None:
    run("import_bright_outlook", bright_outlook, "--edition", "2026")

    reasons = BrightOutlook.objects.filter(occupation="15-1252.00").values_list("reason", flat=True)
    assert set(reasons) == {"Rapid Growth", "Numerous Job Openings"}
    assert len(reasons) == 2


def test_the_list_of_clusters_is_not_taken_for_bright_outlook(clusters: Path) -> None:
    error = complaint("import_bright_outlook", clusters, "--edition", "2026")

    assert "line 1: the column Categories is missing" in error
