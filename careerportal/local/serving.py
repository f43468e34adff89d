"""What `make run` does: set up the site from an empty folder, serve it, and stop it in order."""

import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections
from gunicorn.app.base import BaseApplication

from careerportal import server
from careerportal.local.database import DatabaseUse, EmbeddedServer
from careerportal.local.running import RunningSite
from careerportal.local.static_files import collect_if_changed

PORT_TIMEOUT = 8.0  # seconds; workers of a killed server let go of the port after one or two

Say = Callable[[str], None]


def serve(*, port: int, say: Say) -> None:
    """Serve the site on the loopback address until it is told to stop. Raises `CommandError`."""
    data_folder = Path(settings.DATA_FOLDER)
    address = f"http://127.0.0.1:{port}"
    if not _may_serve(data_folder, say):
        return
    _wait_for_port(port)
    database = DatabaseUse(EmbeddedServer(data_folder)) if settings.HAS_EMBEDDED_DATABASE else nullcontext()
    with _ended_by_signal(), database, _recorded(address, data_folder):
        prepare(say)
        LocalServer(port=port, on_ready=lambda: say(_greeting(address))).run()


def prepare(say: Say) -> None:
    """Bring the database and the static files up to this release. Quick when there is nothing to do."""
    say("Preparing the database…")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_fixtures")
    call_command("load_profiles")
    call_command("ensure_editor")
    if collect_if_changed():
        say("Collected the static files.")
    connections.close_all()


class LocalServer(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn in this process, with the settings of `careerportal.server`."""

    def __init__(self, *, port: int, on_ready: Callable[[], None]) -> None:
        self.port = port
        self.on_ready = on_ready
        super().__init__()

    def load_config(self) -> None:
        for name, value in vars(server).items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)
        self.cfg.set("bind", f"127.0.0.1:{self.port}")
        self.cfg.set("when_ready", self._when_ready)

    def load(self) -> Any:
        from careerportal.wsgi import application  # noqa: PLC0415  # reads the collected static files

        return application

    def _when_ready(self, arbiter: Any) -> None:
        """Stop when the terminal closes, where gunicorn would reload. `nohup` still works."""
        if self._ignores_hangup:
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        else:
            signal.signal(signal.SIGHUP, lambda _, frame: arbiter.signal(signal.SIGTERM, frame))
        self.on_ready()

    def run(self) -> None:
        self._ignores_hangup = signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
        super().run()


def _may_serve(data_folder: Path, say: Say) -> bool:
    """Handle a site that runs already: leave it alone, or stop it if its `make run` is gone.

    Returns whether this process may serve.
    """
    running = RunningSite.find(data_folder)
    if running is None:
        return True
    if not running.is_orphan:
        say(f"The site is already running. `make stop` stops it.\n{running.address}")
        return False
    say("Stopping the site that an interrupted `make run` left behind…")
    running.stop()
    return True


def _wait_for_port(port: int) -> None:
    deadline = time.monotonic() + PORT_TIMEOUT
    while True:
        with socket.socket() as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                attempt.bind(("127.0.0.1", port))
                return
            except OSError as error:
                if time.monotonic() > deadline or isinstance(error, PermissionError):
                    raise CommandError(
                        f"Port {port} can't be used ({error.strerror}). Choose another: "
                        f"make run PORT={port + 1 if port >= 1024 else 8001}"
                    ) from error
        time.sleep(0.3)


@contextmanager
def _recorded(address: str, data_folder: Path) -> Iterator[None]:
    """Record this process for `make stop` and the next `make run`. A forked worker keeps the record."""
    site = RunningSite.of_this_process(address)
    site.record(data_folder)
    try:
        yield
    finally:
        if os.getpid() == site.pid:
            RunningSite.forget(data_folder)


@contextmanager
def _ended_by_signal() -> Iterator[None]:
    """Turn the signals that end a program into an exception, so that what was started is stopped in order."""

    def leave(number: int, frame: FrameType | None) -> None:
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, leave)
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)


def _greeting(address: str) -> str:
    return f"The site is up. Ctrl-C stops it. Editors log in at {address}/{settings.ADMIN_PATH}\n{address}"
