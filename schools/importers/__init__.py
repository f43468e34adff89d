"""Reading the publishers' files about schools and programs, and loading them."""
