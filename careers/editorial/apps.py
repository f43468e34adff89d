"""The app of the editors' tables, apart from ``careers`` so that an import contract can keep public code
out."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    name = "careers.editorial"
    label = "editorial"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Editors' desk"
