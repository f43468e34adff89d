"""The agencies' whole files, where they are: all of their rows are understood."""

from pathlib import Path

import pytest

from careers.importers.base.load import Origin, loading
from careers.importers.clusters import load_bright_outlook, load_clusters
from careers.importers.onet.folder import load_folder, read_editions
from careers.importers.soc import load_soc
from careers.models import (
    Address,
    ClusterMember,
    EducationShare,
    Element,
    Framework,
    Occupation,
    OtherTitle,
    Rating,
    RelatedOccupation,
    TechnologyUse,
)


@pytest.mark.django_db
def test_the_whole_database_loads_without_a_refusal(agency_files: Path) -> None:
    lists = agency_files / "career_clusters"
    with loading() as load:
        load_soc(load, agency_files / "soc" / "soc_structure_2018.xlsx", Origin("soc-structure", "2018"))
        load_folder(load, agency_files / "onet_30_1", read_editions(agency_files / "onet_30_1"))
        load_clusters(
            load, next(lists.glob("All_Career*.csv")), Origin("clusters", "2019"), Framework.SIXTEEN
        )
        load_bright_outlook(load, next(lists.glob("All_Bright*.csv")), Origin("bright-outlook", "2026"))

    assert not load.report.refused
    assert Occupation.objects.count() == Address.objects.count() == 1016
    assert Address.objects.get(occupation="29-2072.00").slug == "medical-records-specialists"
    assert OtherTitle.objects.count() == 56_505 + 7_955
    assert Rating.objects.filter(element__domain="knowledge").count() == 29_502
    suppressed = Rating.objects.filter(element__domain="knowledge")
    assert suppressed.filter(is_importance_suppressed=True).count() == 20
    assert suppressed.filter(is_level_suppressed=True).count() == 4_860
    rated = Rating.objects.filter(occupation="29-2072.00").values_list("element__domain", flat=True)
    assert set(rated) == {"work_styles"}
    assert EducationShare.objects.filter(scale="RL").count() == 10_536
    assert TechnologyUse.objects.count() == 32_773
    assert RelatedOccupation.objects.count() == 18_460
    assert ClusterMember.objects.values("occupation").distinct().count() == 1_011
    assert not Element.objects.filter(meaning="").exists()
    assert Element.objects.count() == 35 + 33 + 52 + 21 + 6
