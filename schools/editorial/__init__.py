"""The editors' working copies of placements.

Only the admin and this package may import it; visitors read versions (``schools.placements``).
"""
