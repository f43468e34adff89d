"""What all import commands share: their options, the report, the exit status."""

import signal
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, TextIO, cast

from django.core.management.base import BaseCommand, CommandError

from careers.formatting.progress import Progress, progress_on
from careers.importers.base.load import Load, loading
from careers.importers.base.problems import ImportProblem


def progress_of(command: BaseCommand) -> Progress:
    """What suits the command's output. The wrapper around it would add a line end to each part of a line."""
    return progress_on(cast(TextIO, command.stdout._out))  # noqa: SLF001  see above


def file_path(text: str) -> Path:
    """The type of a command's argument that names a file or folder."""
    return Path(text).expanduser()


def add_obtained_as(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--obtained-as",
        default="original",
        help="Where the file is not the publisher's own: whose extract it is, and what is missing from it.",
    )


class ImportCommand(BaseCommand):
    """Subclasses say which files they take (``add_file_arguments``) and load them (``load``)."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        self.add_file_arguments(parser)
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would change, and change nothing."
        )
        parser.add_argument(
            "--skip-refused",
            action="store_true",
            help="Load the other rows of a file that has rows which are refused.",
        )
        parser.add_argument(
            "--accept-fewer",
            action="store_true",
            help="Load a file that has far fewer rows than what is loaded of its table.",
        )

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        raise NotImplementedError

    def load(self, load: Load, options: dict[str, Any]) -> None:
        raise NotImplementedError

    def handle(self, *_args: Any, **options: Any) -> None:
        progress = progress_of(self)
        choices = {name: options[name] for name in ("dry_run", "skip_refused", "accept_fewer")}
        try:
            with loading(progress=progress, **choices) as load:
                self.load(load, options)
        except ImportProblem as problem:
            raise CommandError(str(problem)) from None
        except KeyboardInterrupt:
            raise CommandError("Stopped. Nothing was loaded.", returncode=128 + signal.SIGINT) from None
        self.stdout.write(str(load.report))
        if options["dry_run"]:
            self.stdout.write("This was a dry run: nothing has changed.")
