"""The Bureau’s Employment Projections."""
