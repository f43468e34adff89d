from typing import Any

from django.core.management.base import BaseCommand, CommandError

from careerportal.tick import tick


class Command(BaseCommand):
    """For a site whose server has no clock of its own (TICK_IN_SERVER=0): run it by cron, every minute."""

    help = "Do what is due now: scheduled publishing, mails, forgetting. Does nothing when nothing is due."

    def handle(self, **options: Any) -> None:
        outcomes = tick()
        if outcomes is None:
            self.stdout.write("Another process is at it.")
            return
        for outcome in outcomes:
            if outcome.words:
                self.stdout.write(f"{outcome.job}: {outcome.words}")
        if any(outcome.has_failed for outcome in outcomes):
            raise CommandError("Not every job succeeded; the log above says why.")
