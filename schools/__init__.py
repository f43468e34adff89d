"""Schools, their programs and placements."""
