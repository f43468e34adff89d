"""How hard a text is to read: the Flesch-Kincaid grade, with syllables counted by spelling rules.

The formula is Kincaid, Fishburne, Rogers and Chissom's of 1975: 0.39 times words per sentence + 11.8 times
syllables per word, less 15.59. The usual library, textstat, downloads its pronouncing dictionary when it
runs, which this site never does; rules of spelling are near enough for a warning.
"""

import re

#: The grade above which editors are warned.
MAX_GRADE = 9.0

_VOWELS = re.compile(r"[aeiouy]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\u2019)]*\s+|\n+")
_WORD = re.compile(r"[A-Za-z]+(?:[\u2019'][A-Za-z]+)*")
_ABBREVIATION = re.compile(r"\b(?:U\.S\.|e\.g\.|i\.e\.|Dr\.|Mr\.|Ms\.|Mrs\.|St\.|No\.)")

#: Words whose spelling hides their syllables from the rules.
_IRREGULAR = {
    "area": 3, "areas": 3, "being": 2, "business": 2, "businesses": 3, "clothes": 1, "create": 2,
    "creates": 2, "does": 1, "every": 2, "everyone": 3, "everything": 3, "idea": 3, "ideas": 3,
    "people": 2, "science": 2, "sciences": 3, "something": 2, "someone": 2, "sometimes": 2,
    "vegetable": 4, "whole": 1, "quiet": 2, "diet": 2, "client": 2, "clients": 2, "poem": 2, "poet": 2,
    "video": 3, "videos": 3, "fluid": 2, "ruin": 2, "doing": 2, "going": 2, "seeing": 2, "re": 1,
    "maybe": 2, "lines": 1, "hour": 1, "hours": 1, "our": 1,
}  # fmt: skip


def syllables(word: str) -> int:
    """How many syllables a word has, at least one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if letters in _IRREGULAR:
        return _IRREGULAR[letters]
    count = len(_VOWELS.findall(letters))
    if re.search(r"[^aeiouyl]e$|[aeiouy]le$", letters):  # a silent e: make, whale; but not table
        count -= 1
    if re.search(r"[^aeiouydt]ed$", letters):  # planned; but not wanted
        count -= 1
    if re.search(r"[^aeiouyscxzgh]es$|[aeiouy][^aeiouyscxzgh]hes$", letters):  # makes; but not boxes
        count -= 1
    if re.search(r"[^aeiou](ement|eful|eless|ely|esome)s?$", letters):  # basement, careful, safely
        count -= 1
    # Two vowels side by side that are spoken apart: medium, radio, neon, actual; but not in -tion or -cial.
    if re.search(r"ia|io(?!u)|iu|eo|ua(?!l)|ier$|iest$|(?<!f)[rdn]ien", letters) and not re.search(
        r"[cts]ia|[ctsg]io", letters
    ):
        count += 1
    return max(1, count)


def sentences(text: str) -> list[str]:
    """A text cut into its sentences. A line without a full stop is one too."""
    text = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), text)
    return [part.strip() for part in _SENTENCE_END.split(text.strip()) if _WORD.search(part)]


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of ``text``: at least 0, and 0 for a text without words."""
    text_words = words(text)
    if not text_words:
        return 0.0
    per_sentence = len(text_words) / max(1, len(sentences(text)))
    per_word = sum(map(syllables, text_words)) / len(text_words)
    return max(0.0, 0.39 * per_sentence + 11.8 * per_word - 15.59)
