"""The version that pages are kept by is the database's own."""

import pytest

from careerportal.pagecache.rules import KeyMaker
from careerportal.pagecache.version import KnownVersion
from careers.listing.state import PARAMETERS
from careers.models import ContentVersion


@pytest.mark.django_db
def test_change_of_content_is_seen() -> None:
    known = KnownVersion()
    before = known.current()

    ContentVersion.bump()
    known.forget()

    assert known.current() != before


def test_list_of_careers_is_kept_by_everything_it_reads() -> None:
    known = KeyMaker().key(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": "/careers/",
            "QUERY_STRING": "&".join(f"{name}=1" for name in PARAMETERS),
        }
    )

    assert known is not None
    assert all(f"{name}=1" in known.query for name in PARAMETERS)
