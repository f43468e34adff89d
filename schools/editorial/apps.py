"""The app of the editors' tables about schools, apart from ``schools`` so that public code can be kept
out.
"""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PlacementsConfig(AppConfig):
    name = "schools.editorial"
    label = "placements"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Featured schools"

    def ready(self) -> None:
        """Editors may place schools from the first day."""
        post_migrate.connect(_give_permissions, sender=self)


def _give_permissions(**_options: Any) -> None:
    from schools.editorial.roles import give_permissions  # noqa: PLC0415  needs the apps to be ready

    give_permissions()
