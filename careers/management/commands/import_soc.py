"""Load the Standard Occupational Classification."""

import re
from argparse import ArgumentParser
from typing import Any

from careers.importers.base.command import ImportCommand, add_obtained_as, file_path
from careers.importers.base.load import Load, Origin
from careers.importers.base.problems import ImportProblem
from careers.importers.soc import SOURCE, load_soc


class Command(ImportCommand):
    help = "Load SOC codes and titles from soc_structure_2018.xlsx. Run it before the other imports."

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", type=file_path, help="The agency's workbook, or a CSV with code, title, level."
        )
        parser.add_argument(
            "--edition", help="Year of the classification; otherwise taken from the file's name."
        )
        add_obtained_as(parser)

    def load(self, load: Load, options: dict[str, Any]) -> None:
        path = options["file"]
        year = re.search(r"\d{4}", path.name)
        edition = options["edition"] or (year[0] if year else "")
        if not edition:
            raise ImportProblem(f"{path.name} does not name its year. Say which it is: --edition 2018")
        load_soc(load, path, Origin(SOURCE, edition, obtained_as=options["obtained_as"]))
