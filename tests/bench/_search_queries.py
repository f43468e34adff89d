"""The three sets of queries that search is judged by, and the two numbers."""

import random
import tomllib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from careers.models import OtherTitle, SheetRecord

PHRASES = Path(__file__).parent / "data" / "phrases.toml"
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Search = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and the O*NET-SOC codes that answer it."""

    text: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a list of answers is.

    ``recall`` is the share of queries with an answer among the first ten; the other is the mean of one over
    the place of the first answer.
    """

    recall: float
    mrr: float


def judge(search: Search, queries: Sequence[Query]) -> Quality:
    found, sum_of_shares = 0, 0.0
    for query in queries:
        codes = list(dict.fromkeys(search(query.text)))
        place = next((at for at, code in enumerate(codes, 1) if code in query.codes), 0)
        found += 1 <= place <= 10
        sum_of_shares += 1 / place if place else 0
    return Quality(found / len(queries), sum_of_shares / len(queries))


def unseen_titles(seed: int = 1) -> list[Query]:
    """A random tenth of the agency's alternate titles. They must be kept out of the index, in every list."""
    codes: dict[str, set[str]] = defaultdict(set)
    rows = OtherTitle.objects.filter(kind=OtherTitle.Kind.ALTERNATE, is_vanished=False)
    for title, code in rows.values_list("title", "occupation"):
        codes[title].add(code)
    titles = random.Random(seed).sample(sorted(codes), len(codes) // 10)  # noqa: S311  no secret
    return [Query(title, frozenset(codes[title])) for title in titles]


def misspelt_titles(seed: int = 2, count: int = 400) -> list[Query]:
    """Titles of occupations, half of them with one letter wrong, half with two."""
    chance = random.Random(seed)  # noqa: S311  no secret
    titles = sorted(SheetRecord.objects.values_list("pk", "title"))
    queries = []
    for edits in (1, 2):
        for code, title in chance.sample(titles, count // 2):
            queries.append(Query(_misspell(title.lower(), edits, chance), frozenset({code})))
    return queries


def everyday_phrases(part: str) -> list[Query]:
    """``part`` is dev or held."""
    with PHRASES.open("rb") as file:
        phrases = tomllib.load(file)["phrase"]
    return [Query(each["q"], frozenset(each["codes"])) for each in phrases if each["set"] == part]


def _misspell(text: str, edits: int, chance: random.Random) -> str:
    spoilt = text
    while spoilt == text:
        spoilt = text
        for _ in range(edits):
            spoilt = _edit(spoilt, chance)
    return spoilt


def _edit(text: str, chance: random.Random) -> str:
    at = chance.choice([place for place, letter in enumerate(text) if letter.isalpha()])
    before, letter, after = text[:at], text[at], text[at + 1 :]
    swapped = before + after[:1] + letter + after[1:] if after[:1].isalpha() else before + after
    return chance.choice(
        [
            before + after,
            before + chance.choice(LETTERS) + after,
            before + chance.choice(LETTERS) + letter + after,
            swapped,
        ]
    )
