"""The editors' screens: one module for each subject, which registers them."""

from careers.admin import figures, public, records
from careers.admin.texts import career, guide

__all__ = ["career", "figures", "guide", "public", "records"]
