"""QR codes as one SVG path, drawn by the server."""

from dataclasses import dataclass

import segno


@dataclass(frozen=True, slots=True)
class QrCode:
    """``size`` is in modules, the quiet zone not counted; ``path`` is drawn with a stroke one module wide."""

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    """The smallest code for ``text`` that survives a crumpled sheet (level M)."""
    rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    return QrCode(len(rows), "".join(_row(y, row) for y, row in enumerate(rows)))


def _row(y: int, row: bytes) -> str:
    """Runs of black modules, each after the first placed by how far it is from the one before."""
    parts: list[str] = []
    end, x = 0, 0
    while x < len(row):
        if not row[x]:
            x += 1
            continue
        length = next((n for n in range(1, len(row) - x) if not row[x + n]), len(row) - x)
        parts.append(f"m{x - end} 0h{length}" if parts else f"M{x} {y}.5h{length}")
        x = end = x + length
    return "".join(parts)
