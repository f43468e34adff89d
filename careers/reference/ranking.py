"""When values may be put in order although some are unknown."""

#: Of the values. With more of them unknown, the first in order might be among those.
MAX_UNKNOWN_SHARE = 0.2


def may_rank(unknown: int, count: int) -> bool:
    """Whether ``count`` values, of which ``unknown`` are not published, may be put in order."""
    return unknown <= count * MAX_UNKNOWN_SHARE
