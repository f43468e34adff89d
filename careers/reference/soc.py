"""Which code an occupation's wages and projections are published for."""

from collections.abc import Container
from typing import Literal

from careers.reference.combined_codes import COMBINED_OF


def figures_code(soc: str, published: Container[str]) -> tuple[str, Literal["own", "combined"]] | None:
    """The code whose figures describe the six-digit code ``soc``, or None where none of them is published.

    ``published`` holds the codes that a release has figures for. An occupation's own code comes first; some
    detailed codes are only published together with their neighbors, under a combined code.
    """
    if soc in published:
        return soc, "own"
    combined = COMBINED_OF.get(soc)
    if combined is not None and combined in published:
        return combined, "combined"
    return None
