"""The app of the editors' tables about schools.

It is apart from ``schools`` so that public code can be kept out.
"""

from careers.editorial.app_config import EditorialAppConfig


class PlacementsConfig(EditorialAppConfig):
    default = True
    name = "schools.editorial"
    label = "placements"
    verbose_name = "Featured schools"
    grant = "schools.editorial.roles.give_permissions"
