"""`python -m tests.bench [--only WORD]`: run the measures and print a row for each."""

import argparse
import os
import sys
from contextlib import nullcontext
from pathlib import Path

import django
from django.conf import settings

from careerportal.local.database import DatabaseUse, EmbeddedServer
from tests.bench.registry import Measure, NotMeasured, find_measures


def main() -> int:
    """Returns 1 if a limit did not hold, so that it can stand in a script."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description="Measure what must be fast.")
    parser.add_argument("--only", default="", metavar="WORD", help="only measures whose name holds this word")
    only = parser.parse_args().only
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerportal.settings")
    django.setup()
    database = DatabaseUse(EmbeddedServer(Path(settings.DATA_FOLDER)))
    with database if settings.HAS_EMBEDDED_DATABASE else nullcontext():
        rows = [_print_row(measure) for measure in find_measures(only)]
    return 0 if all(rows) else 1


def _print_row(measure: Measure) -> bool:
    try:
        number = measure.function()
    except NotMeasured as error:
        print(f"  –  {measure.name:<58} not measured: {error}", flush=True)
        return True
    holds = measure.holds(number)
    words = f"{number:,.0f} {measure.unit}" if number >= 100 else f"{number:.3g} {measure.unit}"
    print(f"{'  ok ' if holds else ' SLOW'} {measure.name:<58} {words:>16}   {measure.limit}", flush=True)
    return holds


if __name__ == "__main__":
    sys.exit(main())
