"""Deleting sessions that have ended."""

from django.contrib.sessions.models import Session
from django.utils import timezone


def delete_ended() -> str | None:
    """Delete the sessions that have ended. Run every minute.

    Returns how many, in words; ``None`` where there were none.
    """
    ended, _by_model = Session.objects.filter(expire_date__lt=timezone.now()).delete()
    return f"Deleted {ended} log-ins that had ended." if ended else None
