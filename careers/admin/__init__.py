"""The editors' desk: one module by subject, each of which registers its own screens."""

from careers.admin import figures, public, records
from careers.admin.texts import career, guide

__all__ = ["career", "figures", "guide", "public", "records"]
