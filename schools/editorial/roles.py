"""Who at the desk may do what with placements."""

from django.contrib.auth.models import Group, Permission

WRITES = ("view_placement", "add_placement", "change_placement")
REVIEWS = ("delete_placement", "publish_placement")
ROLES = {"Writer": WRITES, "Reviewer": WRITES + REVIEWS, "Administrator": WRITES + REVIEWS}


def give_permissions() -> None:
    """Add to the desk's groups what they may do here. It only adds, so a site may give more."""
    permissions = {
        permission.codename: permission
        for permission in Permission.objects.filter(content_type__app_label="placements")
    }
    for name, wanted in ROLES.items():
        group = Group.objects.get_or_create(name=name)[0]
        group.permissions.add(*(permissions[codename] for codename in wanted if codename in permissions))
