"""Load a folder of O*NET tables."""

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from careers.importers.base.command import ImportCommand, add_obtained_as, file_path
from careers.importers.base.load import Load
from careers.importers.onet.folder import load_folder, read_editions


def table_edition(text: str) -> tuple[str, str]:
    table, equals, edition = text.partition("=")
    if not (table and equals and edition):
        raise ArgumentTypeError(f"{text!r} is not of the form Skills=30.0")
    return table, edition


class Command(ImportCommand):
    help = "Load the O*NET database from a folder with its text files (releases 29 to 31; .txt or .txt.gz)."

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=file_path, help="The folder that db_30_1_text.zip unpacks to.")
        parser.add_argument("--edition", default="", help="Otherwise taken from the folder's Read Me.txt.")
        parser.add_argument(
            "--table-edition",
            action="append",
            default=[],
            type=table_edition,
            metavar="TABLE=EDITION",
            help="For a table of another edition than the folder's, as Skills=30.0. May be repeated.",
        )
        add_obtained_as(parser)

    def load(self, load: Load, options: dict[str, Any]) -> None:
        editions = read_editions(options["folder"], options["edition"], dict(options["table_edition"]))
        load_folder(load, options["folder"], editions, obtained_as=options["obtained_as"])
