"""The handout: a career on one or two sheets of paper, as a tagged PDF (PDF/UA-1), typeset by typst.

`document` chooses what goes on paper, `drawing` draws the pay chart from the page's own geometry, `pdf`
typesets `handout.typ` with the fonts beside it. They are those of the site, instanced and unpacked for typst,
which reads neither WOFF2 nor variable fonts; their licenses stand beside them.
"""

from careers.handout.document import Handout, handout
from careers.handout.pdf import handout_pdf

__all__ = ["Handout", "handout", "handout_pdf"]
