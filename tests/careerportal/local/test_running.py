"""`make stop` and a second `make run` find the site that runs, and nothing else."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import psutil
import pytest

from careerportal.local.running import RunningSite


@pytest.fixture
def process() -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(["sleep", "60"]) as process:
        yield process
        process.kill()


def site_of(process: "subprocess.Popen[bytes]") -> RunningSite:
    born_at = psutil.Process(process.pid).create_time()
    me = psutil.Process()
    return RunningSite("http://127.0.0.1:8000", process.pid, born_at, me.pid, me.create_time())


def test_running_site_is_found_and_stopped(process: "subprocess.Popen[bytes]", tmp_path: Path) -> None:
    site_of(process).record(tmp_path)

    site = RunningSite.find(tmp_path)
    assert site is not None
    site.stop()

    assert not psutil.pid_exists(process.pid)
    assert RunningSite.find(tmp_path) is None


def test_site_that_does_not_end_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careerportal.local.running.STOP_TIMEOUT", 0.3)
    stubborn = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
        "print('deaf', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", stubborn], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()

        site_of(process).stop()

        assert not psutil.pid_exists(process.pid)


def test_another_process_with_the_number_is_left_alone(
    process: "subprocess.Popen[bytes]", tmp_path: Path
) -> None:
    long_gone = replace(site_of(process), born_at=1_000_000.0)
    long_gone.record(tmp_path)

    assert RunningSite.find(tmp_path) is None
    long_gone.stop()
    assert process.poll() is None


def test_site_whose_terminal_is_gone_is_an_orphan(process: "subprocess.Popen[bytes]") -> None:
    site = site_of(process)

    assert not site.is_orphan
    assert replace(site, parent_born_at=1_000_000.0).is_orphan


@pytest.mark.parametrize("words", [b"", b"{", b"[]", json.dumps({"pid": 1}).encode()])
def test_broken_record_is_no_site(words: bytes, tmp_path: Path) -> None:
    (tmp_path / "running.json").write_bytes(words)

    assert RunningSite.find(tmp_path) is None


def test_site_knows_itself() -> None:
    site = RunningSite.of_this_process("http://127.0.0.1:8000")

    assert asdict(site)["pid"] == os.getpid()
    assert site.parent_pid == os.getppid()
    assert not site.is_orphan
