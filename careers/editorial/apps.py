"""The app of the editors' tables, apart from ``careers`` so that an import contract keeps public code out."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class EditorialConfig(AppConfig):
    name = "careers.editorial"
    label = "editorial"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Editors' desk"

    def ready(self) -> None:
        """Create the groups after migrating, like Django does with permissions."""
        post_migrate.connect(_ensure_roles, sender=self)


def _ensure_roles(**_options: Any) -> None:
    from careers.editorial.roles import ensure_roles  # noqa: PLC0415  needs the apps to be ready

    ensure_roles()
