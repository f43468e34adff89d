"""What is public at an address at one moment: the only answer to that question."""
