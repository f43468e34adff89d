"""The version that pages are kept by is the database's own."""

import pytest

from careerportal.pagecache.version import KnownVersion
from careers.models import ContentVersion


@pytest.mark.django_db
def test_change_of_content_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    # A test's connection is inside its transaction, and must not be closed as an old one would be.
    monkeypatch.setattr("careerportal.pagecache.version.close_old_connections", lambda: None)
    known = KnownVersion()
    before = known.current()

    ContentVersion.rise()
    known.forget()

    assert known.current() != before
