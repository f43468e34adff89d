"""What every importer shares: opening files, reading cells, the frame of a load, the report."""
