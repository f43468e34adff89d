import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

NAME = "editor"
# Without letters and digits that look alike when they are copied from a screen.
ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 4, 5  # 98 bits


class Command(BaseCommand):
    """The first account, for a portal that has none; its password is shown once and kept nowhere."""

    help = "Make an editor's account with a new password, if there is no account yet."

    def handle(self, **options: Any) -> None:
        users = get_user_model()
        if users.objects.exists():
            return
        password = "-".join(
            "".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS)
        )
        users.objects.create_superuser(NAME, password=password)
        self.stdout.write("Made an editor's account. Its password is shown this once:")
        self.stdout.write(f"  name      {NAME}\n  password  {password}")
