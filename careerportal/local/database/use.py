"""Counting the processes that use the embedded server: the first starts it, the last stops it.

They hold a shared lock on a file. The system drops a lock with its process, so a `kill -9` leaves
nothing behind.
"""

import fcntl
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from django.conf import settings

from careerportal.local.database.embedded import EmbeddedServer
from careerportal.local.database.system_user import EmbeddedDatabaseError

# Commands that touch no database, or that stop it.
WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "help",
    "makemessages",
    "serve",
    "stop",
    "version",
}


class DatabaseUse:
    """A context in which the server runs. Leaving it stops the server if nobody else uses it."""

    def __init__(self, server: EmbeddedServer) -> None:
        self.server = server
        self._users: IO[str] | None = None
        self._owner = 0

    def __enter__(self) -> Self:
        """Start the server unless it runs. Raises `EmbeddedDatabaseError`."""
        self._owner = os.getpid()
        with self._alone():
            self.server.start()
            self._users = (self.server.data_folder / "database-users.lock").open("a")
            fcntl.flock(self._users, fcntl.LOCK_SH)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the server after its last user. A forked child leaves that to its parent."""
        if self._users is None or os.getpid() != self._owner:
            return
        with self._alone(), self._users:
            try:
                fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            self.server.stop()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold off others that want to start or stop the same server."""
        folder = self.server.data_folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = (folder / "database.lock").open("a")
        except PermissionError as error:
            raise EmbeddedDatabaseError(
                f"{error.filename} can't be written. It may have been made by another user: run the portal "
                "as that user, or set DATA_FOLDER to another folder."
            ) from error
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


@contextmanager
def database_for_command(arguments: Sequence[str]) -> Iterator[None]:
    """Keep the embedded database up while a command runs, where the settings say that there is one."""
    command = arguments[1] if len(arguments) > 1 else "help"
    if command in WITHOUT_DATABASE or "--help" in arguments or not settings.HAS_EMBEDDED_DATABASE:
        yield
        return
    try:
        use = DatabaseUse(EmbeddedServer(Path(settings.DATA_FOLDER))).__enter__()
    except EmbeddedDatabaseError as error:
        sys.exit(str(error))
    try:
        yield
    finally:
        use.__exit__(None, None, None)
