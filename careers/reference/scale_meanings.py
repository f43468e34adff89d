"""This site's own one-line meanings of skills, clusters and the like, which ship with it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PATH = Path(__file__).with_suffix(".toml")


@cache
def all_meanings() -> Mapping[str, Mapping[str, str]]:
    """Section → name (the agency's) → meaning."""
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


def meaning_of(section: str, name: str) -> str:
    """The meaning of ``name`` in a section such as "skills"; empty where none is written."""
    return all_meanings().get(section, {}).get(name, "")
