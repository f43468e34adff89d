"""Who acts: an account, or the portal itself under a name."""

from typing import TypeAlias

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import PermissionDenied

from careers.editorial.models.working_copy import WorkingCopy

#: An account, or the name of a program that acts for the portal.
Actor: TypeAlias = AbstractUser | str
#: Who sends a request.
RequestUser: TypeAlias = AbstractUser | AnonymousUser


def name_of(by: Actor) -> str:
    """The name of an actor in the history and the audit log."""
    return by if isinstance(by, str) else by.get_full_name() or by.get_username()


def require(by: Actor, action: str, copy: WorkingCopy) -> None:
    """Raises PermissionDenied unless ``by`` may do ``action`` (publish, review or change) with such texts."""
    permission = f"editorial.{action}_{copy.subject_type}"
    if not isinstance(by, str) and not by.has_perm(permission):
        raise PermissionDenied(f"{name_of(by)} may not {action} a {copy.subject_type}.")
