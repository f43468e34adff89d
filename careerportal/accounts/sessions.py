"""Log-ins end, and what is left of them is deleted."""

from django.contrib.sessions.models import Session
from django.utils import timezone


def forget_ended() -> str | None:
    """Delete the sessions that have ended; how many, in words. Run every minute."""
    ended, _by_model = Session.objects.filter(expire_date__lt=timezone.now()).delete()
    return f"Forgot {ended} log-ins that had ended." if ended else None
