"""Load one edition of the career clusters."""

from argparse import ArgumentParser
from typing import Any

from careers.importers.base.command import ImportCommand, add_obtained_as, file_path
from careers.importers.base.load import Load, Origin
from careers.importers.clusters import CLUSTER_SOURCES, load_clusters
from careers.models import Framework


class Command(ImportCommand):
    help = "Load career clusters and the occupations in them from All_Career_Clusters.csv of O*NET OnLine."

    def add_file_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=file_path)
        parser.add_argument(
            "--framework",
            choices=Framework.values,
            default=Framework.SIXTEEN,
            help="Which clusters these are.",
        )
        parser.add_argument(
            "--edition",
            required=True,
            help="When the list was downloaded, as 2026, or what it says of itself.",
        )
        add_obtained_as(parser)

    def load(self, load: Load, options: dict[str, Any]) -> None:
        framework = Framework(options["framework"])
        origin = Origin(CLUSTER_SOURCES[framework], options["edition"], obtained_as=options["obtained_as"])
        load_clusters(load, options["file"], origin, framework)
