"""Facts of the field that no row of the database holds: sources, codes, education levels, interest types."""
