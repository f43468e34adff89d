"""A response that is closed closes old connections to the database; in a test they are the test's."""

from collections.abc import Iterator

import pytest

from tests.serving import connections_stay_open


@pytest.fixture(autouse=True)
def _connections_stay_open() -> Iterator[None]:
    with connections_stay_open():
        yield
