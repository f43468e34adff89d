"""The app of the editors' tables, apart from ``careers`` so that an import contract keeps public code out."""

from careers.editorial.app_config import EditorialAppConfig


class EditorialConfig(EditorialAppConfig):
    default = True
    name = "careers.editorial"
    label = "editorial"
    verbose_name = "Editors' desk"
    grant = "careers.editorial.roles.ensure_roles"
