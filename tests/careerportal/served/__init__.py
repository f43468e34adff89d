"""The site as it is served: through `careerportal.wsgi.application`, page cache and all."""
