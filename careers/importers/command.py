"""What all import commands share: their options, the report, the exit status."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from careers.importers.load import Load, loading
from careers.importers.problems import ImportProblem
from careers.importers.progress import progress_on


class ImportCommand(BaseCommand):
    """Subclasses say which files they take (``add_file_arguments``) and load them (``load``)."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        self.add_file_arguments(parser)
        parser.add_argument("--dry-run", action="store_true", help="Say what would change, and change nothing.")
        parser.add_argument(
            "--skip-refused", action="store_true", help="Load the other rows of a file that has rows which are refused."
        )

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        raise NotImplementedError

    def load(self, load: Load, options: dict[str, Any]) -> None:
        raise NotImplementedError

    def handle(self, **options: Any) -> None:
        stream = sys.stdout if self.stdout._out is sys.stdout else self.stdout  # type: ignore[attr-defined]
        progress = progress_on(stream)
        try:
            with loading(
                progress=progress, dry_run=options["dry_run"], skip_refused=options["skip_refused"]
            ) as load:
                self.load(load, options)
        except ImportProblem as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(str(load.report))
        if options["dry_run"]:
            self.stdout.write("This was a dry run: nothing has changed.")
