"""Load wages and employment: national, by industry, by state, by area."""

from argparse import ArgumentParser
from typing import Any

from careers.importers.base.command import ImportCommand, add_obtained_as, file_path
from careers.importers.base.load import Load
from careers.importers.oews.load import load_wages


class Command(ImportCommand):
    help = "Load OEWS files of the Bureau of Labor Statistics (.xlsx or .csv), from any of its tables."

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=file_path, metavar="FILE")
        add_obtained_as(parser)
        parser.add_argument("--edition", default="", help='Where a file does not say it itself: "May 2025".')
        parser.add_argument(
            "--blanks-lost",
            action="store_true",
            help="The file is an extract without the signs * and #. Load its edition's national file first.",
        )

    def load(self, load: Load, options: dict[str, Any]) -> None:
        for path in options["files"]:
            load_wages(
                load,
                path,
                edition=options["edition"],
                obtained_as=options["obtained_as"],
                blanks_lost=options["blanks_lost"],
            )
