"""Load files of IPEDS: the directory, completions, characteristics and charges."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from careers.importers.base.command import ImportCommand
from careers.importers.base.load import Load
from schools.importers.ipeds import load_files


class Command(ImportCommand):
    help = (
        "Loads files of the Integrated Postsecondary Education Data System, unpacked: HD (institutions), "
        "C_A (completions), IC (characteristics), IC_AY and IC_PY (charges). Each is known by its "
        "columns; name several at once in any order. Several years stand side by side."
    )

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="hd2024.csv c2024_a.csv …")
        parser.add_argument(
            "--year", default="", help="The collection year, where the files' names don't say it."
        )
        parser.add_argument(
            "--obtained-as", default="original", help="Whose extract it is and what it lacks."
        )

    def load(self, load: Load, options: dict[str, Any]) -> None:
        load_files(load, options["files"], year=options["year"], obtained_as=options["obtained_as"])
