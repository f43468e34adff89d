"""A client of the API over the small world."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.world import RECORDS, SLUG, small_world

__all__ = ["RECORDS", "SLUG"]


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Loaded once for all tests of the API, and forgotten after them."""
    with small_world(django_db_blocker):
        yield


class Api:
    """A client of version 1."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def ask(self, path: str, **headers: str) -> Any:
        return self.client.get(f"/api/v1/{path}", headers=headers)

    def get(self, path: str) -> Any:
        """The document at ``path``, which must be there."""
        response = self.ask(path)
        assert response.status_code == 200, response.content
        return response.json()

    def refused(self, path: str, status: int) -> Any:
        """The problem document that ``path`` is answered with."""
        response = self.ask(path)
        assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
        problem = response.json()
        assert problem["status"] == status
        return problem


@pytest.fixture
def api(client: Client) -> Api:
    return Api(client)
