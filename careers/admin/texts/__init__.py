"""The screens of careers and guides: writing, the steps to publishing, history, conflicts, proposals."""
