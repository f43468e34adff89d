"""What the pages of schools and programs show, as frozen dataclasses.

Templates add the words and the marks.
"""
