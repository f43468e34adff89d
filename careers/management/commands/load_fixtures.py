"""Load the figures that ship with the site."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from careers.fixtures.loading import load_fixtures
from careers.importers.base.command import file_path, progress_of
from careers.importers.base.problems import ImportProblem


class Command(BaseCommand):
    help = "Load fixtures/: figures of all careers. Does nothing when they are loaded already."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=file_path, default=settings.BASE_DIR / "fixtures")
        parser.add_argument(
            "--force", action="store_true", help="Compare and load even what is loaded already."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            report = load_fixtures(options["folder"], progress_of(self), force=options["force"])
        except ImportProblem as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(
            str(report) if report else "The figures that ship with the site are loaded already."
        )
