"""Looking at the addresses that texts name: which there are, whether they answer, what is kept of it."""
