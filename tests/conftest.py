"""What every test may use."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from careerportal.local.database import DatabaseUse, EmbeddedServer
from tests.browsing import chromium, playwright, visit

__all__ = ["chromium", "playwright", "visit"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """Start the embedded server before the first test that needs a database, unless one is configured."""
    if not settings.HAS_EMBEDDED_DATABASE:
        yield
        return
    with DatabaseUse(EmbeddedServer(Path(settings.DATA_FOLDER), is_durable=False)):
        yield


@pytest.fixture(scope="session")
def agency_files() -> Path:
    """The folder of the agencies' whole files, for tests that read them; where there is none, a skip."""
    folder = Path(os.environ.get("CAREER_DATA_DIR", ""))
    if not (folder / "oews").is_dir():
        pytest.skip("The agencies' files are not here; CAREER_DATA_DIR=/path/to/them names their folder.")
    return folder
