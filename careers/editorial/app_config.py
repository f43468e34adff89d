"""What the apps of editors' tables have in common: groups come with migrating."""

from typing import Any, ClassVar

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import import_string


class EditorialAppConfig(AppConfig):
    """An app whose permissions go to the editors' groups after each migration.

    A subclass sets ``default``, by which Django tells it from this class.
    """

    default = False
    default_auto_field = "django.db.models.BigAutoField"
    #: The dotted name of the function that gives the permissions. A name, since its models need the apps.
    grant: ClassVar[str]

    def ready(self) -> None:
        post_migrate.connect(self._grant_permissions, sender=self)

    def _grant_permissions(self, **_options: Any) -> None:
        import_string(self.grant)()
