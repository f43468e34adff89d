"""The database where the portal brings its own: the server, who it runs as, and who uses it now."""

from careerportal.local.database.account import EmbeddedDatabaseError
from careerportal.local.database.embedded import EmbeddedServer
from careerportal.local.database.use import DatabaseUse, database_for_command

__all__ = ["DatabaseUse", "EmbeddedDatabaseError", "EmbeddedServer", "database_for_command"]
