"""What an operator types."""

import socket
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from pytest_django import Settings

from careerportal.local import static_files
from careerportal.local.serving import serve


@pytest.mark.django_db
def test_first_account_is_made_once_and_can_log_in() -> None:
    first, second = StringIO(), StringIO()

    call_command("ensure_editor", stdout=first)
    call_command("ensure_editor", stdout=second)

    password = first.getvalue().split()[-1]
    user = authenticate(username="editor", password=password)
    assert user is not None
    assert user.is_superuser
    assert second.getvalue() == ""


@pytest.mark.django_db
def test_no_account_is_added_where_there_is_one() -> None:
    get_user_model().objects.create_user("ada")

    call_command("ensure_editor", stdout=StringIO())

    assert list(get_user_model().objects.values_list("username", flat=True)) == ["ada"]


@pytest.fixture
def style(tmp_path: Path, settings: Settings) -> Path:
    """One static file, in a site that has no other."""
    style = tmp_path / "source" / "style.css"
    style.parent.mkdir()
    style.write_text("p { color: black }")
    settings.STATICFILES_DIRS = [style.parent]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "collected"
    return style


def test_static_files_are_collected_when_they_changed(style: Path, settings: Settings) -> None:
    assert static_files.collect_if_changed()
    assert not static_files.collect_if_changed()

    style.write_text("p { color: darkblue }")

    assert static_files.collect_if_changed()
    assert (Path(settings.STATIC_ROOT) / "style.css").read_text() == "p { color: darkblue }"


def test_port_that_is_taken_is_named_before_anything_is_done(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA_FOLDER = tmp_path
    monkeypatch.setattr("careerportal.local.serving.PORT_TIMEOUT", 0.1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CommandError, match=f"Port {port} can't be used"):
            serve(port=port, say=lambda words: None)

    assert not list(tmp_path.iterdir())


def test_port_must_be_one() -> None:
    with pytest.raises(CommandError, match="from 1 to 65535"):
        call_command("serve", "--port", "70000")


def test_stopping_where_nothing_runs_says_so(tmp_path: Path, settings: Settings) -> None:
    settings.DATA_FOLDER = tmp_path
    settings.HAS_EMBEDDED_DATABASE = True
    out = StringIO()

    call_command("stop", stdout=out)

    assert out.getvalue() == "Nothing was running.\n"
