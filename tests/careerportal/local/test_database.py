"""The embedded server: started for those who use it, stopped after the last, and hard to break."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import psycopg
import pytest

from careerportal.local.database import DatabaseUse, EmbeddedDatabaseError, EmbeddedServer
from careerportal.local.database.embedded import DATABASE, OWNER, PORT, connection_settings, socket_folder
from careerportal.local.database.system_user import SystemUser

ROOT = Path(__file__).resolve().parents[3]
is_root = pytest.mark.skipif(os.geteuid() != 0, reason="Only root lends its server an user.")


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not pytest's own: that closes its folder whenever another run of it begins."""
    with TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture
def server(folder: Path) -> Iterator[EmbeddedServer]:
    server = EmbeddedServer(folder / "data", is_durable=False)
    yield server
    server.stop()


def ask(server: EmbeddedServer, query: str, *, user: str = OWNER) -> object:
    settings = connection_settings(server.data_folder)
    with psycopg.connect(
        host=settings["HOST"], port=settings["PORT"], user=user, dbname=DATABASE, autocommit=True
    ) as connection:
        cursor = connection.execute(query)
        return cursor.fetchone() if cursor.description else None


def test_server_keeps_its_data_over_a_stop(server: EmbeddedServer) -> None:
    assert server.start()
    ask(server, "CREATE TABLE kept AS SELECT 'still here' AS words")
    assert server.stop()
    assert server.running_process() is None

    server.start()

    assert ask(server, "SELECT words FROM kept") == ("still here",)


def test_starting_twice_is_starting_once(server: EmbeddedServer) -> None:
    server.start()

    assert not server.start()
    assert server.stop()
    assert not server.stop()


def test_owner_is_an_ordinary_one_who_can_make_the_extensions(server: EmbeddedServer) -> None:
    server.start()

    ask(server, "CREATE EXTENSION pg_trgm")
    ask(server, "CREATE EXTENSION unaccent")

    assert ask(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") == (False,)


def test_server_opens_no_network_port(server: EmbeddedServer) -> None:
    server.start()
    process = server.running_process()

    assert process is not None
    assert [one for one in process.net_connections("inet") if one.status == psutil.CONN_LISTEN] == []
    assert socket_folder(server.cluster).stat().st_mode & 0o077 == 0


def test_server_starts_after_it_was_killed_twice(server: EmbeddedServer) -> None:
    for _ in range(2):
        server.start()
        process = server.running_process()
        assert process is not None
        for one in (process, *process.children()):
            one.kill()
        process.wait(5)

    assert server.start()
    assert ask(server, "SELECT 1") == (1,)


def test_a_stale_number_never_harms_the_process_that_has_it_now(server: EmbeddedServer) -> None:
    server.start()
    server.stop()
    with subprocess.Popen(["sleep", "600"]) as bystander, ExitStack() as end:
        end.callback(bystander.kill)
        for name in ("postmaster.pid", f".s.PGSQL.{PORT}.lock"):
            lines = [str(bystander.pid), str(server.cluster), "1700000000", str(PORT), str(server.cluster)]
            (server.cluster / name).write_text("\n".join([*lines, "", "", "ready", ""]))

        assert server.running_process() is None
        assert server.start()
        server.stop()

        assert bystander.poll() is None


def test_interrupted_first_start_is_begun_again(server: EmbeddedServer) -> None:
    (server.cluster / "draft" / "base").mkdir(parents=True)
    (server.cluster / "draft" / "PG_VERSION").write_text("18\n")

    server.start()

    assert ask(server, "SELECT 1") == (1,)
    assert not (server.cluster / "draft").exists()


def test_folders_with_spaces_and_long_names_will_do(folder: Path) -> None:
    far = folder / "my files" / (f"a {'very ' * 20}long name")
    server = EmbeddedServer(far, is_durable=False)

    try:
        server.start()
        assert ask(server, "SELECT 1") == (1,)
    finally:
        server.stop()
    assert not socket_folder(server.cluster).exists()


def test_path_that_no_shell_would_bear_is_refused_in_words(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path / 'my "files"')

    with pytest.raises(EmbeddedDatabaseError, match="DATA_FOLDER"):
        server.start()

    assert not server.data_folder.exists()


def test_data_of_another_version_is_left_alone(server: EmbeddedServer) -> None:
    server.start()
    server.stop()
    (server.cluster / "PG_VERSION").write_text("15\n")

    with pytest.raises(EmbeddedDatabaseError, match="made by Postgres 15"):
        server.start()


def test_server_stops_after_its_last_user(server: EmbeddedServer) -> None:
    with DatabaseUse(server):
        with DatabaseUse(server):
            pass
        assert server.running_process() is not None

    assert server.running_process() is None


def test_killed_user_does_not_keep_the_server_up(server: EmbeddedServer) -> None:
    code = (
        "import sys, time; from pathlib import Path; from careerportal.local.database import *; "
        "DatabaseUse(EmbeddedServer(Path(sys.argv[1]), is_durable=False)).__enter__(); "
        "print('in', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(server.data_folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as user:
        assert user.stdout is not None
        assert user.stdout.readline() == "in\n"
        user.send_signal(signal.SIGKILL)
        user.wait()
    assert server.running_process() is not None

    with DatabaseUse(server):
        pass

    assert server.running_process() is None


def test_forked_child_leaves_the_server_to_its_parent(server: EmbeddedServer) -> None:
    with DatabaseUse(server) as use:
        child = os.fork()
        if child == 0:
            use.__exit__(None, None, None)
            os._exit(0)
        os.waitpid(child, 0)

        assert server.running_process() is not None


@is_root
def test_root_gets_its_folders_back_as_they_were(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    private = folder / "private"
    private.mkdir(mode=0o700)
    server = EmbeddedServer(private / "data", is_durable=False)

    server.start()
    opened = private.stat().st_mode & 0o777
    server.stop()

    assert opened == 0o701
    assert private.stat().st_mode & 0o777 == 0o700
    assert f"opened {private}" in capsys.readouterr().err


@is_root
def test_folder_stays_open_while_another_server_needs_it(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o700)
    user = SystemUser("nobody", 65534, 65534, record=tmp_path / "record.json")
    programs = tmp_path / "programs" / "bin"
    programs.mkdir(parents=True)
    clusters = [shared / "one" / "postgres", shared / "two" / "postgres"]
    for cluster in clusters:
        user.prepare(cluster, programs)
        (cluster / "postmaster.pid").write_text("1")

    user.restore(clusters[0])
    mode_while_one_is_left = shared.stat().st_mode & 0o777
    user.restore(clusters[1])

    assert mode_while_one_is_left == 0o701
    assert shared.stat().st_mode & 0o777 == 0o700
    assert not (tmp_path / "record.json").exists()


@is_root
def test_folder_stays_open_while_another_server_is_being_prepared(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o700)
    user = SystemUser("nobody", 65534, 65534, record=tmp_path / "record.json")
    programs = tmp_path / "programs" / "bin"
    programs.mkdir(parents=True)
    stopping, starting = shared / "one" / "postgres", shared / "two" / "postgres"
    user.prepare(stopping, programs)
    user.prepare(starting, programs)  # runs initdb next: there is no postmaster.pid yet

    user.restore(stopping)

    assert shared.stat().st_mode & 0o777 == 0o701


@is_root
def test_folder_is_closed_when_the_other_server_died_with_its_starter(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o700)
    record = tmp_path / "record.json"
    user = SystemUser("nobody", 65534, 65534, record=record)
    programs = tmp_path / "programs" / "bin"
    programs.mkdir(parents=True)
    stopping, dead = shared / "one" / "postgres", shared / "two" / "postgres"
    user.prepare(stopping, programs)
    user.prepare(dead, programs)
    record.write_text(record.read_text().replace(f'{dead}": {os.getpid()}', f'{dead}": 0'))

    user.restore(stopping)

    assert shared.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_somebody_else_laid_is_not_used(server: EmbeddedServer, tmp_path: Path) -> None:
    laid = tmp_path / "laid"
    laid.mkdir(mode=0o777)
    laid.chmod(0o777)
    user = SystemUser("somebody", os.getuid() + 1, os.getgid())

    with pytest.raises(EmbeddedDatabaseError, match="not a private folder"):
        user.make_private_folder(laid)


def test_command_brings_its_own_database_and_takes_it_away(folder: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "LOCAL": "1", "DATABASE_URL": "", "DATA_FOLDER": str(folder)}
    command = [sys.executable, "manage.py", "sqlsequencereset", "auth"]

    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert (folder / "postgres" / "PG_VERSION").exists()
    assert EmbeddedServer(folder).running_process() is None
