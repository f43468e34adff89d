"""Small files in the agencies' layouts, and a database that knows the SOC codes they use."""

import shutil
from pathlib import Path

import pytest
from django.core.management import call_command

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def soc_codes(db: None) -> None:
    call_command("import_soc", DATA / "soc" / "soc_2018.csv", verbosity=0)


@pytest.fixture
def onet(tmp_path: Path) -> Path:
    """A folder of O*NET 30.1 with five occupations, to load or to spoil."""
    return shutil.copytree(DATA / "onet_30_1", tmp_path / "onet_30_1")


@pytest.fixture
def onet_31(tmp_path: Path) -> Path:
    """A folder in the layout of O*NET 31.0."""
    return shutil.copytree(DATA / "onet_31_0", tmp_path / "onet_31_0")


@pytest.fixture
def clusters() -> Path:
    return DATA / "clusters" / "All_Career_Clusters.csv"


@pytest.fixture
def bright_outlook() -> Path:
    return DATA / "clusters" / "All_Bright_Outlook_Occupations.csv"
