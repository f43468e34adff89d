"""The site with the figures and texts that ship with it, loaded once for this folder and taken back."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from playwright.sync_api import Browser, Playwright
from pytest_django.plugin import DjangoDbBlocker

from tests.browsing import Visit, opener


@pytest.fixture(scope="package")
def real_site(playwright: Playwright, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Everything that ``make run`` loads, in one transaction that is rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_fixtures", verbosity=0)
        call_command("load_profiles", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def visit(chromium: Browser, real_site: None) -> Iterator[Visit]:
    """As in the browser tests, over the real site."""
    with opener(chromium) as open_page:
        yield open_page
