"""What editors may do, by group.

``ensure_roles`` creates the groups. It only adds permissions, so a site may grant more.
"""

from django.contrib.auth.models import Group, Permission

WRITER = "Writer"
REVIEWER = "Reviewer"
MODERATOR = "Moderator"
ADMINISTRATOR = "Administrator"

_TEXTS = ("career", "guide")
_RECORDS = ("organization", "certification", "course", "schoolsubject")
_ROWS = (
    "duty", "specialty", "thingtoknow", "graduates", "paynote", "outlooknote", "step", "route",
    "careercourse", "careersubject", "waytotry", "studyprogram", "careercertification", "advancement",
    "relatedcareer", "careerassociation", "resource", "careersource", "referencecode", "guidesource",
)  # fmt: skip

_FIGURES = (
    "release", "knownedition", "occupation", "sheetrecord", "wage", "projection", "rating", "area",
    "industry",
)  # fmt: skip

#: What every editor may see.
_VIEW_PERMISSIONS = {
    *(f"editorial.view_{name}" for name in (*_TEXTS, *_ROWS, *_RECORDS)),
    *(f"careers.view_{name}" for name in _FIGURES),
    "careers.view_version",
    "careers.view_notice",
    "careers.view_synonym",
    "careers.view_zeroresultsearch",
    "editorial.view_linkcheck",
}
_WRITE_PERMISSIONS = {
    *_VIEW_PERMISSIONS,
    *(f"editorial.{action}_{name}" for name in _TEXTS for action in ("view", "add", "change")),
    *(f"editorial.{action}_{name}" for name in _ROWS for action in ("view", "add", "change", "delete")),
    *(f"editorial.{action}_{name}" for name in _RECORDS for action in ("view", "add", "change")),
    "careers.view_auditentry",
}
_REVIEW_PERMISSIONS = {
    *(f"editorial.{action}_{name}" for name in _TEXTS for action in ("review", "publish", "delete")),
    *(f"editorial.delete_{name}" for name in _RECORDS),
    *(f"careers.{action}_notice" for action in ("view", "add", "change", "delete")),
    *(f"careers.{action}_synonym" for action in ("view", "add", "change", "delete")),
    "careers.change_zeroresultsearch",
}

#: Permissions by group, as app.codename. A Moderator's come with the models that are moderated.
ROLES: dict[str, set[str]] = {
    WRITER: _WRITE_PERMISSIONS,
    REVIEWER: _WRITE_PERMISSIONS | _REVIEW_PERMISSIONS,
    MODERATOR: {*_VIEW_PERMISSIONS, "careers.change_zeroresultsearch"},
    ADMINISTRATOR: {
        *_WRITE_PERMISSIONS,
        *_REVIEW_PERMISSIONS,
        *(f"careers.{action}_knownedition" for action in ("add", "change", "delete")),
        *(
            f"auth.{action}_{name}"
            for name, actions in (("user", ("view", "add", "change", "delete")), ("group", ("view",)))
            for action in actions
        ),
    },
}


def ensure_roles() -> None:
    """Create the groups and grant each its permissions.

    Permissions of models that do not exist yet are left out.
    """
    permissions = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for name, wanted in ROLES.items():
        group = Group.objects.get_or_create(name=name)[0]
        group.permissions.add(*(permissions[codename] for codename in wanted if codename in permissions))
