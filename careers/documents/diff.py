"""What changed between two versions: chapter by chapter, line by line, word by word.

Pure functions on documents.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from careers.documents.chapters import CHAPTER_TITLES, CHAPTERS, FIELD_LABELS

Kind = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that is the same in both, only in the new one, or only in the old one."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class LineDiff:
    """One line of a part: unchanged, new, gone, or changed inside (then its pieces are of several kinds)."""

    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        return any(piece.kind != "same" for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class FieldDiff:
    field: str
    label: str
    lines: tuple[LineDiff, ...]


@dataclass(frozen=True, slots=True)
class ChapterDiff:
    chapter: str
    title: str
    fields: tuple[FieldDiff, ...]


@dataclass(frozen=True, slots=True)
class EditionChange:
    """Figures that were replaced; an edition is empty where the sheet had none."""

    title: str
    old: str
    new: str


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[ChapterDiff]:
    """The chapters that differ, with the fields that differ in each.

    Both are documents as ``Version`` keeps them.
    """
    chapters = []
    for chapter, labels in CHAPTERS.items():
        fields = tuple(
            FieldDiff(
                field,
                str(FIELD_LABELS[field]),
                tuple(compare_lines(_lines(old.get(field)), _lines(new.get(field)))),
            )
            for field in labels
            if (old.get(field) or None) != (new.get(field) or None)
        )
        if fields:
            chapters.append(ChapterDiff(chapter, str(CHAPTER_TITLES[chapter]), fields))
    return chapters


def changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """The names of the fields that differ, in the order of the page."""
    return [field for chapter in compare(old, new) for field in (diff.field for diff in chapter.fields)]


def compare_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[LineDiff]:
    """Lines of both, in order. Lines that took each other's place are compared word by word."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (LineDiff((Piece("same", line),)) for line in old[a:b])
            continue
        pairs = min(b - a, d - c)
        for before, after in zip(old[a : a + pairs], new[c : c + pairs], strict=True):
            yield LineDiff(tuple(compare_words(before, after)))
        yield from (LineDiff((Piece("removed", line),)) for line in old[a + pairs : b])
        yield from (LineDiff((Piece("added", line),)) for line in new[c + pairs : d])


def compare_words(old: str, new: str) -> list[Piece]:
    """Runs of words.

    Spaces belong to the word before them, so that the pieces joined give the texts again.
    """
    before, after = re.findall(r"\S+\s*|\s+", old), re.findall(r"\S+\s*|\s+", new)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
            continue
        if b > a:
            pieces.append(Piece("removed", "".join(before[a:b])))
        if d > c:
            pieces.append(Piece("added", "".join(after[c:d])))
    return pieces


def compare_editions(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> list[EditionChange]:
    """The figures that were replaced between two sheets, by the title of their table."""
    was = {ref["source"]: ref for ref in ((old or {}).get("releases") or {}).values()}
    now = {ref["source"]: ref for ref in ((new or {}).get("releases") or {}).values()}
    changes = []
    for source in sorted(was.keys() | now.keys()):
        before, after = was.get(source), now.get(source)
        editions = (before["edition"] if before else "", after["edition"] if after else "")
        if editions[0] != editions[1]:
            changes.append(EditionChange((after or before or {})["title"], *editions))
    return sorted(changes, key=lambda change: change.title)


def _lines(value: Any) -> list[str]:
    """A part as lines of text: a paragraph, a list's entry, a record's fields."""
    if value is None or value == "":
        return []
    if isinstance(value, str):
        return [line for line in value.splitlines() if line.strip()]
    if isinstance(value, Mapping):
        return [f"{_name(key)}: {_text(part)}" for key, part in value.items() if part not in (None, "", [])]
    if isinstance(value, Sequence):
        return [_text(item) for item in value]
    return [_text(value)]


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        if {"verb", "rest"} <= value.keys():
            return " ".join(
                part for part in (value["verb"], value["rest"], value.get("employer", "")) if part
            )
        return " · ".join(_text(part) for part in value.values() if part not in (None, "", []))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_text(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _name(field: str) -> str:
    return field.replace("_", " ").capitalize()
