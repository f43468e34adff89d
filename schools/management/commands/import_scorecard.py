"""Load the College Scorecard: institutions or fields of study."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from careers.importers.base.command import ImportCommand
from careers.importers.base.load import Load
from schools.importers.scorecard_files import load_files


class Command(ImportCommand):
    help = (
        "Loads files of the College Scorecard: Most-Recent-Cohorts-Institution.csv and Most-Recent- "
        "Cohorts-Field-of-Study.csv, or an extract without UNITID, which is matched by name, city and "
        "state. The directory (import_ipeds) and, for fields of study, the CIP (import_crosswalk) must be "
        "loaded before."
    )

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--edition", required=True, help="When it came out, as in 2026 or “June 2026”.")
        parser.add_argument(
            "--obtained-as", default="original", help="Whose extract it is and what it lacks."
        )

    def load(self, load: Load, options: dict[str, Any]) -> None:
        load_files(load, options["files"], edition=options["edition"], obtained_as=options["obtained_as"])
