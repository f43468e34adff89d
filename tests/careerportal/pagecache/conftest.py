"""A response that is closed closes old connections to the database; in a test they are the test's."""

from collections.abc import Iterator

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections


@pytest.fixture(autouse=True)
def _connections_stay_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    request_finished.disconnect(close_old_connections)
    monkeypatch.setattr("careerportal.pagecache.version.close_old_connections", lambda: None)
    yield
    request_finished.connect(close_old_connections)
