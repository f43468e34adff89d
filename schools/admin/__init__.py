"""The desk's screens about schools: placements to edit, imported figures to look at."""

from schools.admin import figures, placements  # noqa: F401  they register themselves
