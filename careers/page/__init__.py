"""What a career page shows: sheet, profile and the reader's area, turned into chapters for the template.

Each module makes one chapter as a frozen dataclass. Titles are chosen by rule, so that they are true for
every career; a chapter without figures says why. Nothing here asks the database.
"""

from careers.page.career import CareerPage, career_page

__all__ = ["CareerPage", "career_page"]
