"""The embedded database: its server, the Unix user it runs as, and the processes that use it."""

from careerportal.local.database.embedded import EmbeddedServer
from careerportal.local.database.system_user import EmbeddedDatabaseError
from careerportal.local.database.use import DatabaseUse, database_for_command

__all__ = ["DatabaseUse", "EmbeddedDatabaseError", "EmbeddedServer", "database_for_command"]
