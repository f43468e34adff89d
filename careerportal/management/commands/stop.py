from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from careerportal.local.database import EmbeddedDatabaseError, EmbeddedServer
from careerportal.local.running import RunningSite


class Command(BaseCommand):
    """Safe at any time: it ends nothing that it can't tell is this portal's own."""

    help = "Stop the local site and its embedded database, also what an interrupted run left behind."
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        data_folder = Path(settings.DATA_FOLDER)
        site = RunningSite.find(data_folder)
        if site is not None:
            site.stop()
        RunningSite.forget(data_folder)
        try:
            had_database = settings.HAS_EMBEDDED_DATABASE and EmbeddedServer(data_folder).stop()
        except EmbeddedDatabaseError as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Stopped." if site or had_database else "Nothing was running.")
