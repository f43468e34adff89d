"""Codes that people paste into the search field, and codes that other apps know careers by."""

import re
from collections.abc import Callable, Iterable

_CODE = re.compile(r"(\d{2})([-\u2010-\u2015. ]?)(\d{4})(?:[. ]?(\d{2}))?")

#: Functions that return pairs of a code and the six-digit SOC code it leads to. Apps add theirs in ``ready``.
other_codes: list[Callable[[], Iterable[tuple[str, str]]]] = []


def code_keys(text: str) -> list[str]:
    """The index keys of the code that ``text`` is, the likelier first; empty where it is no code.

    SOC and O*NET-SOC codes have their digits as key; codes of programs of study keep their point. "29-2072",
    "29-2072.00" and "29207200" are codes, and so is "51.0713"; six bare digits may be either.
    """
    match = _CODE.fullmatch(text.strip())
    if match is None:
        return []
    start, sign, middle, end = match.groups()
    program = [f"{start}.{middle}"] if sign in {"", "."} and not end else []
    occupation = [f"{start}{middle}{end or ''}"]
    return [*program, *occupation] if sign == "." else [*occupation, *program]
