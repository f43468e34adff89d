"""What people at the desk may do, by group.

``ensure_roles`` makes the groups; it only adds, so a site may give more.
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

#: What everybody at the desk may look at.
_LOOKS = {
    *(f"editorial.view_{name}" for name in (*_TEXTS, *_ROWS, *_RECORDS)),
    *(f"careers.view_{name}" for name in _FIGURES),
    "careers.view_version",
    "careers.view_notice",
    "careers.view_synonym",
    "careers.view_zeroresultsearch",
    "editorial.view_linkcheck",
}
_WRITES = {
    *_LOOKS,
    *(f"editorial.{action}_{name}" for name in _TEXTS for action in ("view", "add", "change")),
    *(f"editorial.{action}_{name}" for name in _ROWS for action in ("view", "add", "change", "delete")),
    *(f"editorial.{action}_{name}" for name in _RECORDS for action in ("view", "add", "change")),
    "careers.view_auditentry",
}
_REVIEWS = {
    *(f"editorial.{action}_{name}" for name in _TEXTS for action in ("review", "publish", "delete")),
    *(f"editorial.delete_{name}" for name in _RECORDS),
    *(f"careers.{action}_notice" for action in ("view", "add", "change", "delete")),
    *(f"careers.{action}_synonym" for action in ("view", "add", "change", "delete")),
    "careers.change_zeroresultsearch",
}

#: Permissions by group, as app.codename. A Moderator's come with the models that are moderated.
ROLES: dict[str, set[str]] = {
    WRITER: _WRITES,
    REVIEWER: _WRITES | _REVIEWS,
    MODERATOR: {*_LOOKS, "careers.change_zeroresultsearch"},
    ADMINISTRATOR: {
        *_WRITES,
        *_REVIEWS,
        *(f"careers.{action}_knownedition" for action in ("add", "change", "delete")),
        *(
            f"auth.{action}_{name}"
            for name, actions in (("user", ("view", "add", "change", "delete")), ("group", ("view",)))
            for action in actions
        ),
    },
}


def ensure_roles() -> None:
    """Make the groups, and give each what it may do.

    Permissions of models that aren't there yet are left out.
    """
    there = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for name, wanted in ROLES.items():
        group = Group.objects.get_or_create(name=name)[0]
        group.permissions.add(*(there[permission] for permission in wanted if permission in there))
