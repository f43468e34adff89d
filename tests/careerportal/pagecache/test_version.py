"""The version that pages are kept by is the database's own."""

import pytest

from careerportal.pagecache.version import KnownVersion
from careers.models import ContentVersion


@pytest.mark.django_db
def test_change_of_content_is_seen() -> None:
    version = KnownVersion()
    before = version.current()

    ContentVersion.bump()
    version.forget()

    assert version.current() != before
