"""Loading O*NET, and all that ships with the site."""

import os
import time
from pathlib import Path

from django.conf import settings

from careers.fixtures.loading import load_fixtures
from careers.formatting.progress import SilentProgress
from careers.importers.base.load import Origin, loading
from careers.importers.onet.folder import load_folder, read_editions
from careers.importers.soc import load_soc
from tests.bench._scratch import scratch_database
from tests.bench.registry import NotMeasured, measure

FIXTURES = Path(settings.BASE_DIR) / "fixtures"


@measure("all O*NET tables into an empty database, with sheets", unit="s", at_most=60)
def whole_onet() -> float:
    data = Path(os.environ.get("CAREER_DATA_DIR", ""))
    folder = data / "onet_30_1"
    if not folder.is_dir():
        raise NotMeasured(
            "the agencies' files are not here; CAREER_DATA_DIR=/path/to/them names their folder"
        )
    with scratch_database():
        with loading() as load:
            load_soc(load, data / "soc" / "soc_structure_2018.xlsx", Origin("soc-structure", "2018"))
        begun = time.perf_counter()
        with loading() as load:
            load_folder(load, folder, read_editions(folder))
        return time.perf_counter() - begun


@measure("all fixtures into an empty database, with sheets", unit="s", at_most=60)
def whole_fixtures() -> float:
    with scratch_database():
        begun = time.perf_counter()
        load_fixtures(FIXTURES, SilentProgress())
        return time.perf_counter() - begun
