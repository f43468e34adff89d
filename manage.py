#!/usr/bin/env python
"""Run the portal's commands: `LOCAL=1 python manage.py help`."""

import os
import sys

from django.core.management import execute_from_command_line

from careerportal.local.database import database_for_command


def main() -> None:
    """Run one command, with the embedded database up for as long as it takes."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerportal.settings")
    with database_for_command(sys.argv):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
