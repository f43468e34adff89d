"""The front page of the admin: what waits for whoever opens it."""

from typing import Any

from django.http import HttpRequest


def fill(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Unfold's callback for its front page."""
    return context
