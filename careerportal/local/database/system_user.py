"""The Unix user that the embedded server runs as: a system user, where the portal is run by root.

Postgres refuses to run as root.
"""

import fcntl
import json
import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

import psutil

SYSTEM_USER = "careerportal-db"
# Not in the data folder: several servers may need the same folder open, and the last one closes it.
RECORD = Path("/var/lib/careerportal/opened-folders.json")


class EmbeddedDatabaseError(Exception):
    """The embedded server can't run; the message says why, and what to do."""


class ServerProgramError(EmbeddedDatabaseError):
    """One of the server's programs failed; the message holds what it printed."""


class OpenedFolder(TypedDict):
    """A mode that was changed: as it was, as it is now, and the servers that need it so.

    ``servers`` has the number of the process that started each server, by the server's folder.
    """

    mode: int
    opened: int
    servers: dict[str, int]


@dataclass(frozen=True)
class ServerUser:
    """The present user, who needs no preparations."""

    name: str
    uid: int
    gid: int

    def prepare(self, cluster: Path, programs: Path) -> None:
        """Make the server's folder, and see that the user can get at it and at the programs."""
        cluster.mkdir(parents=True, exist_ok=True)
        cluster.chmod(0o700)

    def restore(self, cluster: Path) -> None:
        """Undo, once the server is down, what `prepare` changed outside of the server's folder."""

    def make_private_folder(self, folder: Path) -> None:
        """Make a folder that belongs to the user alone. Refuses one that somebody else laid there."""
        folder.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0 and folder.stat().st_uid == 0:
            os.chown(folder, self.uid, self.gid)
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != self.uid or status.st_mode & 0o077:
            raise EmbeddedDatabaseError(
                f"{folder} is not a private folder of {self.name}. Remove it and start again."
            )

    def run(self, *command: str | Path) -> str:
        """Run a program as the account; return what it printed. Raises `ServerProgramError`."""
        with tempfile.TemporaryFile("w+") as output:  # a pipe would stay open as long as the server lives
            done = subprocess.run(
                [str(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd="/",
                env={"PATH": os.defpath, "LC_ALL": "C"},  # nobody's PGPORT, PGDATA, PGOPTIONS
                check=False,
                start_new_session=True,  # a Ctrl-C is for us; we then stop the server in order
                user=self.run_as_uid,
                group=self.run_as_gid,
                extra_groups=[] if self.run_as_uid is not None else None,
            )
            output.seek(0)
            printed = output.read()
        if done.returncode != 0:
            raise ServerProgramError(f"{Path(command[0]).name} failed ({done.returncode}): {printed.strip()}")
        return printed

    @property
    def run_as_uid(self) -> int | None:
        """The user that programs change to; None where they stay as they are."""
        return None

    @property
    def run_as_gid(self) -> int | None:
        return None


@dataclass(frozen=True)
class SystemUser(ServerUser):
    """A system user that root lends to the server."""

    record: Path = RECORD

    def prepare(self, cluster: Path, programs: Path) -> None:
        cluster.mkdir(parents=True, exist_ok=True)
        cluster.chmod(0o700)
        if cluster.stat().st_uid != self.uid:
            os.chown(cluster, self.uid, self.gid)
        to_pass = [*cluster.parents, *programs.parents]
        wanted = {folder: stat.S_IXOTH for folder in to_pass if folder.stat().st_uid != self.uid}
        for path in (programs.parent, *programs.parent.rglob("*")):
            if not path.is_symlink():
                is_for_all_to_run = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
                wanted[path] = stat.S_IROTH | (stat.S_IXOTH if is_for_all_to_run else 0)
        self._open(wanted, cluster)

    def restore(self, cluster: Path) -> None:
        """Put back the modes of the folders that no other server needs."""
        with self._locked_record() as record:
            for path, entry in list(record.items()):
                entry["servers"] = {
                    name: starter
                    for name, starter in entry["servers"].items()
                    if name != str(cluster) and _is_needed(Path(name), starter)
                }
                if not entry["servers"]:
                    if Path(path).exists() and stat.S_IMODE(Path(path).stat().st_mode) == entry["opened"]:
                        Path(path).chmod(entry["mode"])
                    del record[path]

    def _open(self, wanted: dict[Path, int], cluster: Path) -> None:
        opened = []
        with self._locked_record() as record:
            for path, bits in wanted.items():
                mode = stat.S_IMODE(path.stat().st_mode)
                if mode & bits != bits:
                    record[str(path)] = {"mode": mode, "opened": mode | bits, "servers": {}}
                    opened.append(path)
                if str(path) in record:
                    record[str(path)]["servers"][str(cluster)] = os.getpid()
            self._write(record)  # before the change: after a kill, the record still knows what to put back
            for path in opened:
                path.chmod(record[str(path)]["opened"])
        _warn(self.name, (path for path in opened if path.is_dir()))

    @contextmanager
    def _locked_record(self) -> Iterator[dict[str, OpenedFolder]]:
        """The record, to be changed; written at the end. One process at a time, over all portals here."""
        self.record.parent.mkdir(parents=True, exist_ok=True)
        with self.record.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            recorded: dict[str, Any] = json.loads(self.record.read_text()) if self.record.exists() else {}
            for entry in recorded.values():
                if isinstance(entry["servers"], list):  # as earlier releases wrote it
                    entry["servers"] = dict.fromkeys(entry["servers"], 0)
            record: dict[str, OpenedFolder] = recorded
            yield record
            self._write(record)

    def _write(self, record: dict[str, OpenedFolder]) -> None:
        if not record:
            self.record.unlink(missing_ok=True)
            return
        draft = self.record.with_suffix(".draft")
        draft.write_text(json.dumps(record, indent=1))
        draft.replace(self.record)

    @property
    def run_as_uid(self) -> int:
        return self.uid

    @property
    def run_as_gid(self) -> int:
        return self.gid


def _is_needed(cluster: Path, starter: int) -> bool:
    """Whether a server runs there, or is being prepared by a process that lives: it has no number yet."""
    return (cluster / "postmaster.pid").exists() or (cluster.exists() and psutil.pid_exists(starter))


def user_for_server(cluster: Path) -> ServerUser:
    """The user for this server: the present user, or for root the owner of the data, or a system user."""
    if os.geteuid() != 0:
        return ServerUser(_name_of(os.geteuid()), os.geteuid(), os.getegid())
    if cluster.exists() and cluster.stat().st_uid != 0:
        owner = cluster.stat()
        return SystemUser(_name_of(owner.st_uid), owner.st_uid, owner.st_gid)
    user = _system_user()
    return SystemUser(user.pw_name, user.pw_uid, user.pw_gid)


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:  # as in a container started with a bare number
        return f"user {uid}"


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        pass
    useradd = shutil.which("useradd", path=f"{os.defpath}:/usr/sbin:/sbin")
    if useradd is None:
        raise EmbeddedDatabaseError(
            "Postgres refuses to run as root, and there is no `useradd` here to make a system user for it. "
            "Run the portal as an ordinary user, or set DATABASE_URL to the address of a Postgres database."
        )
    command = [useradd, "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/bin/false"]
    done = subprocess.run([*command, SYSTEM_USER], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise EmbeddedDatabaseError(f"The system user {SYSTEM_USER} could not be made: {done.stderr.strip()}")
    print(f"Running as root: made the system user {SYSTEM_USER} for the database.", file=sys.stderr)
    return pwd.getpwnam(SYSTEM_USER)


def _warn(name: str, folders: Iterable[Path]) -> None:
    for folder in sorted(folders):
        print(
            f"Running as root: opened {folder} so that {name} gets to the database; "
            "stopping the portal closes it again.",
            file=sys.stderr,
        )
