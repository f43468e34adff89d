import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from careerportal.local.database import EmbeddedDatabaseError
from careerportal.local.serving import serve


class Command(BaseCommand):
    """What `make run` runs. A real site is served by gunicorn itself; see "Deploying" in README.md."""

    help = "Prepare the local site and serve it until Ctrl-C: database, figures, account, static files."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=os.environ.get("PORT") or 8000)

    def handle(self, *, port: int, **options: Any) -> None:
        if not 0 < port < 65_536:
            raise CommandError(f"PORT must be a number from 1 to 65535, not {port}.")
        try:
            serve(port=port, say=lambda words: print(words, flush=True))
        except EmbeddedDatabaseError as error:
            raise CommandError(str(error)) from error
