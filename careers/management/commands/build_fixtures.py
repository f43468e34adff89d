"""Make fixtures/ from the agencies' files."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from careers.fixtures.manifest import NAME, read_manifest, write_manifest
from careers.fixtures.registry import builders
from careers.importers.base.command import file_path
from careers.importers.base.problems import ImportProblem


class Command(BaseCommand):
    help = "Cut the agencies' files down to the facts that the site shows. The same content each time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("data", type=file_path, help="The folder of the agencies' files.")
        parser.add_argument("--folder", type=file_path, default=settings.BASE_DIR / "fixtures")
        parser.add_argument(
            "--only", action="append", choices=[*builders()], help="One group. May be repeated."
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        folder, wanted = options["folder"], options["only"] or [*builders()]
        try:
            kept = read_manifest(folder) if (folder / NAME).exists() else []
            entries = [entry for entry in kept if entry.group not in wanted]
            for group in wanted:
                files = builders()[group](options["data"], folder)
                size = sum((folder / entry.path).stat().st_size for entry in files)
                self.stdout.write(f"{group}: {len(files)} files, {size:,} bytes")
                entries += files
        except ImportProblem as problem:
            raise CommandError(str(problem)) from None
        write_manifest(folder, entries)
