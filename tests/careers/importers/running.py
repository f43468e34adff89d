"""Running an import as an operator would, and looking at what it says."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command


def run(command: str, *arguments: str | Path, **options: Any) -> str:
    """What the command prints."""
    output = io.StringIO()
    call_command(command, *map(str, arguments), stdout=output, **options)
    return output.getvalue()


def complaint(command: str, *arguments: str | Path, **options: Any) -> str:
    """What the command says when it fails. It must fail."""
    with pytest.raises(CommandError) as failure:
        run(command, *arguments, **options)
    assert failure.value.returncode != 0
    return str(failure.value)


def replace_in(path: Path, old: str, new: str) -> None:
    """Spoil a file. The text must be there, so that a test cannot pass by not finding it."""
    text = path.read_bytes().decode()
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_bytes(text.replace(old, new, 1).encode())
