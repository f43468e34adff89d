"""Editors' log-in: throttled, for a limited time, with a second factor where the site requires one."""
