"""A database of its own for measures that load figures, so that the site's stays as it is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def scratch_database() -> Iterator[None]:
    """An empty, migrated database for as long as it takes; it is dropped afterwards."""
    ordinary = str(connection.settings_dict["NAME"])
    connection.settings_dict["TEST"] = {
        **connection.settings_dict.get("TEST", {}),
        "NAME": f"bench_{os.getpid()}",
    }
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(ordinary, verbosity=0)
