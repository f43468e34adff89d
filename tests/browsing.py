"""A real browser that talks to Django in the same process: the test client answers every request it makes.

So a page is seen with the test's own database, its headers and its content-security policy, and nothing can
leave the machine.
"""

import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import copy_context
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from django.utils.html import escape
from playwright.sync_api import Browser, Page, Playwright, Request, Route, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

SITE = "http://localhost"
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def playwright(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Playwright]:
    """Playwright, which runs an event loop in this thread.

    In such a thread Django opens a connection of its own. So what a browser test has in the database must be
    put there after this has started.
    """
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as started:
        yield started
        with django_db_blocker.unblock():
            connections.close_all()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests. Ask for it before the database."""
    if not CHROMIUM:
        pytest.skip("There is no chromium on this machine. Mend it with: apt-get install chromium")
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM,
        args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    )
    yield browser
    browser.close()


class Visitor:
    """A page in the browser, and what happened on it: ``requests`` by path, ``troubles`` of the console."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.troubles: list[str] = []
        self._client = Client(raise_request_exception=False, headers={"host": "localhost"})
        # Playwright answers in a context of its own, where Django would open a second connection.
        self._context = copy_context()
        page.route("**/*", self._answer)
        page.on(
            "console", lambda message: self.troubles.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: self.troubles.append(str(error)))

    def open(self, path: str) -> "Visitor":
        self.page.goto(SITE + path)
        self.page.wait_for_function("!document.querySelector('meta[http-equiv=refresh]')")  # see _answer
        self.page.evaluate("document.fonts.ready")
        return self

    def axe(self, impact: Collection[str] = ()) -> list[str]:
        """What axe-core finds wrong, one line each; ``impact`` picks how grave, such as "serious".

        Evaluated, since the policy refuses foreign scripts.
        """
        if not AXE.exists():
            pytest.skip("axe-core is not installed. Mend it with: npm ci --ignore-scripts")
        self.page.evaluate(AXE.read_text())
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        report = self.page.evaluate(
            "(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", tags
        )
        grave = [
            violation for violation in report["violations"] if not impact or violation["impact"] in impact
        ]
        return [f"{v['id']}: {node['html'][:200]}" for v in grave for node in v["nodes"]]

    def resize(self, width: int, height: int = 900) -> "Visitor":
        self.page.set_viewport_size({"width": width, "height": height})
        return self

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(
            self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        )

    def _answer(self, route: Route, request: Request) -> None:
        address = urlsplit(request.url)
        if f"{address.scheme}://{address.netloc}" != SITE:
            self.troubles.append(f"left the site: {request.url}")
            route.abort()
            return
        self.requests.append(address.path)
        path = f"{address.path}?{address.query}" if address.query else address.path
        kind = request.headers.get("content-type", "application/octet-stream")
        response = self._context.copy().run(
            self._client.generic, request.method, path, request.post_data_buffer or b"", kind
        )
        if "Location" in response:
            # Playwright lets redirects go to the network; a page that leads on stays with us.
            refresh = f'<meta http-equiv="refresh" content="0;url={escape(response["Location"])}">'
            route.fulfill(body=refresh, content_type="text/html")
            return
        body = b"".join(response) if response.streaming else response.content
        route.fulfill(status=response.status_code, headers=dict(response.headers), body=body)


Visit = Callable[..., Visitor]


@contextmanager
def opener(browser: Browser) -> Iterator[Visit]:
    """Gives the function that opens pages; closes all that it opened."""
    with ExitStack() as stack:

        def open_page(
            path: str,
            *,
            width: int = 1280,
            height: int = 900,
            dark: bool = False,
            script: bool = True,
            forced: bool = False,
        ) -> Visitor:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                java_script_enabled=script,
                forced_colors="active" if forced else "none",
            )
            stack.callback(context.close)
            return Visitor(context.new_page()).open(path)

        yield open_page


@pytest.fixture
def visit(chromium: Browser, db: None) -> Iterator[Visit]:
    """Open a path: ``visit("/about/", width=360, dark=True)``. ``script=False`` turns JavaScript off."""
    with opener(chromium) as open_page:
        yield open_page
