"""Load the outlook of occupations, and the education that their workers have."""

from argparse import ArgumentParser
from typing import Any

from careers.importers.base.command import ImportCommand, add_obtained_as, file_path
from careers.importers.base.load import Load
from careers.importers.projections.load import load_projections


class Command(ImportCommand):
    help = (
        "Load the occupation or education workbook of the Employment Projections, or a table of them as .csv."
    )

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=file_path, metavar="FILE")
        add_obtained_as(parser)

    def load(self, load: Load, options: dict[str, Any]) -> None:
        for path in options["files"]:
            load_projections(load, path, obtained_as=options["obtained_as"])
