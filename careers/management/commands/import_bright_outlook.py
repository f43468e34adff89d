"""Load the occupations that the agency expects to do well."""

from argparse import ArgumentParser
from typing import Any

from careers.importers.base.command import ImportCommand, add_obtained_as, file_path
from careers.importers.base.load import Load, Origin
from careers.importers.clusters import BRIGHT_SOURCE, load_bright_outlook


class Command(ImportCommand):
    help = "Load Bright Outlook occupations from All_Bright_Outlook_Occupations.csv of O*NET OnLine."

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=file_path)
        parser.add_argument("--edition", required=True, help="When the list was downloaded, as 2026.")
        add_obtained_as(parser)

    def load(self, load: Load, options: dict[str, Any]) -> None:
        origin = Origin(BRIGHT_SOURCE, options["edition"], obtained_as=options["obtained_as"])
        load_bright_outlook(load, options["file"], origin)
