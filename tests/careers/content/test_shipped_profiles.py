"""The complete profiles that come with the portal could be published, and lack nothing."""

import pytest
from django.conf import settings

from careers.documents.profile import GuideDocument, Profile
from careers.publishing.checks import check_document, completeness
from careers.publishing.shipped.profiles import read_folder, read_guides

FOLDER = settings.BASE_DIR / "fixtures" / "profiles"

PROFILES = read_folder(FOLDER)
GUIDES = read_guides(FOLDER)


@pytest.mark.parametrize("document", [*PROFILES, *GUIDES], ids=lambda document: document.slug)
def test_checks_before_publishing_find_nothing_to_mend(document: Profile | GuideDocument) -> None:
    assert check_document(document) == []


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.slug)
def test_complete_profile_is_complete(profile: Profile) -> None:
    assert completeness(profile) == 100
