"""What every public page needs of HTTP: query parameters, rendering, feeds, structured data."""
