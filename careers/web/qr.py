"""QR codes as SVG, drawn by segno."""

import io

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_markup(text: str) -> SafeString:
    """A QR code of ``text`` for a page, without styles, so that the content-security policy lets it be."""
    svg = _code(text).svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None)
    return mark_safe(svg)  # noqa: S308  # shapes only: ``text`` stands in it as black modules


def qr_file(text: str) -> str:
    """The same as an SVG file, for what is not HTML."""
    file = io.BytesIO()
    _code(text).save(file, kind="svg", border=0, omitsize=True, svgclass=None, lineclass=None, xmldecl=False)
    return file.getvalue().decode()


def _code(text: str) -> segno.QRCode:
    """The smallest code for ``text`` that survives a crumpled sheet (level M)."""
    return segno.make(text, error="m", micro=False)
