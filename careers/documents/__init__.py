"""The two typed documents that a page is made of, the profile and the sheet of figures, and their parts."""
