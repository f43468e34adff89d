"""Publish the texts that come with the portal; propose changed ones to the editors."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from careers.publishing.problems import NotPublishableError
from careers.publishing.shipped.load import load_shipped_texts
from careers.publishing.shipped.profiles import ShippedTextError


class Command(BaseCommand):
    help = "Load the shipped lines and profiles. A second run changes nothing; no edited text is overwritten."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder",
            nargs="?",
            type=Path,
            default=settings.BASE_DIR / "fixtures" / "profiles",
            help="A folder with lines/, full/ and records.toml.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = load_shipped_texts(options["folder"])
        except (ShippedTextError, NotPublishableError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(report))
