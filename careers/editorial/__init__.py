"""The editors' working copy.

Only the admin and ``careers.publishing`` may import it; visitors read versions.
"""
