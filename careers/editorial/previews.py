"""Signed links that expire, by which someone without an account reads a draft."""

import datetime as dt

from django.core import signing

from careers.editorial.models import Career, Guide
from careers.editorial.models.working_copy import WorkingCopy
from careers.models import SubjectType

SALT = "careers.editorial.previews"
LIFETIME = dt.timedelta(days=7)

_MODELS: dict[str, type[Career] | type[Guide]] = {SubjectType.CAREER: Career, SubjectType.GUIDE: Guide}


class PreviewError(Exception):
    """The link is forged, or has expired (``is_expired``), or its text is gone."""

    def __init__(self, message: str, *, is_expired: bool = False) -> None:
        super().__init__(message)
        self.is_expired = is_expired


def preview_token(copy: WorkingCopy) -> str:
    """The last part of a preview's address. The preview shows the current state of the working copy."""
    return signing.dumps([copy.subject_type, copy.key], salt=SALT, compress=True)


def previewed(token: str, *, lifetime: dt.timedelta = LIFETIME) -> WorkingCopy:
    """The working copy a preview is of. Raises PreviewError."""
    try:
        subject_type, key = signing.loads(token, salt=SALT, max_age=lifetime)
    except signing.SignatureExpired as error:
        raise PreviewError("This link has expired. Ask for a new one.", is_expired=True) from error
    except (signing.BadSignature, ValueError) as error:
        raise PreviewError("This link is not one of ours.") from error
    copy = _MODELS[subject_type].objects.filter(key=key).first()
    if copy is None:
        raise PreviewError("What this link led to is gone.")
    return copy
