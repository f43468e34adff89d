"""Codes that people paste into the search field."""

import re

_CODE = re.compile(r"(\d{2})[-\u2010-\u2015. ]?(\d{4})(?:[. ]?(\d{2}))?")


def code_digits(text: str) -> str:
    """The digits of a SOC, O*NET-SOC or CIP code, with or without its punctuation; empty for anything else.

    "29-2072", "29-2072.00", "29207200" and "51.0713" are such codes.
    """
    match = _CODE.fullmatch(text.strip())
    return "".join(part for part in match.groups() if part) if match else ""
