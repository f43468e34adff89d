"""Building the sheet of an occupation: the national figures of its page as one typed document."""
