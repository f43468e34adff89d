"""What every test may use, and how tests are shared out among workers."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from xdist.scheduler import LoadScopeScheduling

from careerportal.local.database import DatabaseUse, EmbeddedServer
from tests.browsing import chromium, playwright, visit

__all__ = ["chromium", "playwright", "visit"]

TESTS = Path(__file__).resolve().parent
#: Folders whose tests share costly fixtures or the machine itself: one worker runs all of a folder in a row.
#: They take longest, so they start first.
SHARED_FOLDERS = ("real_site", "careerportal/api", "careerportal/local")


def group_of(path: Path) -> str:
    """The tests that stay together with those in the file at ``path``: a whole folder's, or the file's."""
    name = path.relative_to(TESTS).as_posix()
    return next((folder for folder in SHARED_FOLDERS if name.startswith(f"{folder}/")), name)


def start_rank(group: str) -> int:
    """When tests of ``group`` start: slow ones first, so that the workers finish together."""
    if group in SHARED_FOLDERS:
        return SHARED_FOLDERS.index(group)
    return len(SHARED_FOLDERS) + (not group.startswith("browser/"))


class GroupScheduling(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Hands each worker one group after another.

    xdist's own grouping by mark is not used: it writes the group into a test's id, which pytest 9 ignores.
    """

    def _split_scope(self, nodeid: str) -> str:
        return group_of(TESTS.parent / nodeid.split("::", 1)[0])


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> GroupScheduling:
    return GroupScheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep each group together, in the random order in which the groups came; see `SHARED_FOLDERS`."""
    groups = {item: group_of(item.path) for item in items}
    first_seen = {group: place for place, group in reversed(list(enumerate(groups.values())))}
    items.sort(key=lambda item: (start_rank(groups[item]), first_seen[groups[item]]))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """Start the embedded server before the first test that needs a database, unless one is configured.

    Several workers share one server, and each has a database of its own in it.
    """
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
