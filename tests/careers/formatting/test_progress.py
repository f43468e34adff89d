"""What an operator sees of a load that takes its time."""

import io
from pathlib import Path

import pytest

from careers.formatting.progress import progress_on
from tests.careers.importers.conftest import DATA
from tests.careers.importers.running import run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_pipe_gets_one_plain_line_for_each_step() -> None:
    stream = io.StringIO()

    assert list(progress_on(stream).track(range(1500), "Skills")) == list(range(1500))

    assert stream.getvalue() == "Skills: 1,500\n"


def test_a_terminal_gets_a_bar_with_the_count() -> None:
    stream = Terminal()

    assert list(progress_on(stream).track(range(1500), "Skills")) == list(range(1500))

    assert "\x1b[" in stream.getvalue()
    assert "1,500" in stream.getvalue()


@pytest.mark.django_db
def test_a_command_prints_its_steps_and_then_the_report(tmp_path: Path) -> None:
    lines = run("import_soc", DATA / "soc" / "soc_2018.csv").splitlines()

    assert lines[0] == "SOC codes: 13"
    assert lines[-2].startswith(
        "Standard Occupational Classification, 2018 (soc_2018.csv): 13 rows. Created 13"
    )
    assert lines[-1] == "Pages whose figures changed: 0."
