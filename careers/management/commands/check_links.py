from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from careers.editorial.link_checker.addresses import check_all
from careers.editorial.link_checker.checker import LinkChecker
from careers.editorial.models import LinkCheck


class Command(BaseCommand):
    """For cron, about weekly. The admin's front page shows the dead links."""

    help = "Check every link in texts and store the results. Takes about a second for each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", nargs="*", help="check these only")

    def handle(self, *, address: list[str], **options: Any) -> None:
        counts = dict.fromkeys(LinkCheck.State, 0)
        for link in check_all(checker=LinkChecker(), only=address or None):
            counts[LinkCheck.State(link.state)] += 1
            if link.state not in {LinkCheck.State.FINE, LinkCheck.State.GUARDED}:
                reason = " ".join(str(part) for part in (link.status_code, link.words) if part)
                self.stdout.write(f"{LinkCheck.State(link.state).label}: {link.address} {reason}".rstrip())
        words = ", ".join(f"{count} {state.label.lower()}" for state, count in counts.items() if count)
        self.stdout.write(f"Looked at {sum(counts.values())} addresses: {words or 'none'}.")
