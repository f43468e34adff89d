"""What the pages of schools and programs show, as frozen dataclasses; templates add the words and the
marks.
"""
