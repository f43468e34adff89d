"""From text to words, the same way for what is indexed and for what people type. Pure functions."""

import re
import unicodedata

#: Words that say nothing about work. "Other" and "all" are not among them: they stand in titles.
STOP_WORDS = frozenset(
    (  # noqa: SIM905  a list of ninety quoted words is hard to read
        "a about am an and are as at be been being but by can cant could d did do does doesnt doing "
        "dont for from gonna had has have having he her hers him his how i id if im in into is it its "
        "just like ll m me my no nor not of on or our out re s so such t than that the their them "
        "then there these they this those to too up us ve very wanna want wants was we were what when "
        "where which who whom whose why will with would you your "
    ).split()
)
#: Longest text that is searched for: the rest of an endless query is left aside.
MAX_QUERY_LENGTH = 200
MAX_WORDS = 12

_WORD = re.compile(r"[a-z0-9]+(?:\+\+|#)?")
_APOSTROPHES = str.maketrans({"’": None, "'": None, "`": None, ".": None, "&": " and ", "\x00": " "})
_PARENTHESES = re.compile(r"\s*\(([^()]*)\)\s*")


def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and points: "U.S. Café’s" becomes "us cafes"."""
    if not text.isascii():
        text = "".join(
            char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)
        )
    return " ".join(text.translate(_APOSTROPHES).lower().split())


def words(text: str, *, keep_stop_words: bool = False) -> list[str]:
    """The words of ``text`` in order, folded, parts of hyphenated words apart, stop words left out.

    A stop word written in capitals among small letters is an acronym and stays: "IT support", "OR nurse".
    """
    all_words = _WORD.findall(fold(text))
    if keep_stop_words:
        return all_words
    acronyms = set() if text.isupper() else {word.lower() for word in re.findall(r"\b[A-Z]{2,3}\b", text)}
    return [word for word in all_words if word not in STOP_WORDS or word in acronyms]


def query_words(text: str) -> list[str]:
    """The words of what somebody typed. "It" may mean the field; nothing but stop words is taken as it is."""
    text = text[:MAX_QUERY_LENGTH]
    everything = words(text, keep_stop_words=True)[:MAX_WORDS]
    kept = words(text)[:MAX_WORDS]
    places = [place for place, word in enumerate(everything) if word == "it"]
    if places and "it" not in kept and (places[0] == 0 or everything[places[0] - 1] in {"in", "an", "the"}):
        kept.insert(0, "it")
    return kept or everything


def names_in(title: str) -> list[str]:
    """The names in one title of the agency: "Health Record Technician (Health Record Tech)" holds two."""
    inside = [part.strip() for part in _PARENTHESES.findall(title)]
    outside = " ".join(_PARENTHESES.sub(" ", title).split())
    return [name for name in dict.fromkeys([outside, *inside]) if name]


def joined_hyphens(text: str) -> list[str]:
    """Hyphenated words written as one: "x-ray" as "xray", so that both spellings are known."""
    if "-" not in text:
        return []
    return ["".join(_WORD.findall(fold(word))) for word in re.findall(r"\w+(?:-\w+)+", text)]


_SUFFIXES = ("ress", "ment", "ist", "ian", "ion", "ing", "ant", "ent", "er", "or")


def root(stem: str) -> str:
    """What a doer and the deed have in common: "driver" and "drive", "manager" and "management".

    Coarser than a stem, and wrong at times ("corner" and "corn"), so it only adds matches of less weight.
    """
    if len(stem) < 4:
        return stem
    suffix = next((end for end in _SUFFIXES if stem.endswith(end) and len(stem) - len(end) >= 3), "")
    base = stem.removesuffix(suffix).removesuffix("e")
    if base.endswith("i"):
        base = base[:-1] + "y"
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "sl":
        base = base[:-1]
    return base
