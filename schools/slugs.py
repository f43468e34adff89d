"""Addresses of cities."""

from django.utils.text import slugify


def city_slug(name: str, state: str) -> str:
    """As in ``columbus-oh``."""
    return slugify(f"{name.replace(chr(39), '')} {state}")[:80]
