"""Load the CIP's codes and titles, older codes, and the crosswalk from programs to occupations."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from careers.importers.base.command import ImportCommand
from careers.importers.base.load import Load
from schools.importers.cip_files import load_files


class Command(ImportCommand):
    help = (
        "Loads CIPCode2020.csv (codes and titles), the CIP to SOC crosswalk (.xlsx) and tables from older "
        "CIP editions to the newest. Name them in any order; titles must be loaded before, or together "
        "with, the others."
    )

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--edition", default="2020", help="The edition of the CIP (default: 2020).")

    def load(self, load: Load, options: dict[str, Any]) -> None:
        load_files(load, options["files"], edition=options["edition"])
