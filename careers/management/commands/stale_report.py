from typing import Any

from django.core.management.base import BaseCommand

from careers.editorial.attention import (
    dead_links,
    due_for_review,
    overtaken_releases,
    superseded,
    waiting_proposals,
)


class Command(BaseCommand):
    """For cron: what the desk shows, as text to mail around. Says nothing where nothing is stale."""

    help = "List what has grown stale: texts, figures, links."

    def handle(self, **options: Any) -> None:
        self._part(
            "Texts past their review date",
            [f"{copy.title}: due {copy.review_due_on}" for copy in due_for_review()],
        )
        self._part(
            "Releases with a newer edition",
            [f"{release}: {clause}" for release, clause in overtaken_releases()],
        )
        self._part(
            "Texts older than their figures",
            [f"{text.title}: {'; '.join(text.changes)}" for text in superseded(limit=None).texts],
        )
        self._part(
            "Shipped texts that wait for an answer", [version.title for version in waiting_proposals()]
        )
        self._part("Dead links", [f"{link.address}: {link.get_state_display()}" for link in dead_links()])

    def _part(self, title: str, lines: list[str]) -> None:
        if lines:
            self.stdout.write(f"{title} ({len(lines)}):")
            self.stdout.write("".join(f"  {line}\n" for line in lines))
