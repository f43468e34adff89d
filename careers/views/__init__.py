"""Pages of careers alone. Where programs of schools come in, the view is in ``careerportal``."""
