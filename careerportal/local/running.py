"""The local site that is running, recorded in a file of the data folder. At most one runs at a time."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

import psutil

STOP_TIMEOUT = 20.0  # seconds; then it is killed


@dataclass(frozen=True)
class RunningSite:
    """A server's process and its parent, each by process id and start time.

    A process id alone may by now belong to another program.
    """

    address: str
    pid: int
    born_at: float
    parent_pid: int
    parent_born_at: float

    @classmethod
    def of_this_process(cls, address: str) -> Self:
        process = psutil.Process()
        parent = process.parent()
        return cls(
            address=address,
            pid=process.pid,
            born_at=process.create_time(),
            parent_pid=parent.pid if parent else 0,
            parent_born_at=parent.create_time() if parent else 0.0,
        )

    @classmethod
    def find(cls, data_folder: Path) -> Self | None:
        """The site that runs from this data folder, if one does."""
        try:
            site = cls(**json.loads((data_folder / "running.json").read_text()))
        except (OSError, ValueError, TypeError):
            return None
        return site if _process(site.pid, site.born_at) else None

    @property
    def is_orphan(self) -> bool:
        """Whether the `make run` that started it is gone, as after a kill: nobody could press Ctrl-C."""
        return _process(self.parent_pid, self.parent_born_at) is None

    def record(self, data_folder: Path) -> None:
        draft = data_folder / f"running.{os.getpid()}"
        draft.write_text(json.dumps(asdict(self)))
        draft.replace(data_folder / "running.json")

    @staticmethod
    def forget(data_folder: Path) -> None:
        (data_folder / "running.json").unlink(missing_ok=True)

    def stop(self) -> None:
        """End the server, by force if it does not stop within 20 seconds. Its workers end with it."""
        process = _process(self.pid, self.born_at)
        if process is None:
            return
        process.terminate()
        try:
            process.wait(STOP_TIMEOUT)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(STOP_TIMEOUT)


def _process(pid: int, born_at: float) -> psutil.Process | None:
    try:
        process = psutil.Process(pid)
        is_same = abs(process.create_time() - born_at) < 1 and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return None
    return process if is_same else None
