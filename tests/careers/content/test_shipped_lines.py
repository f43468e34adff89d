"""The line and duties of every occupation, held to the rules that its writers had."""

import csv
import gzip
import re
import statistics
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

from careers.publishing.readability import grade
from careers.publishing.shipped.lines import ShippedLine, read_lines

LINES = settings.BASE_DIR / "fixtures" / "profiles" / "lines"
OCCUPATIONS = settings.BASE_DIR / "fixtures" / "onet" / "Occupation Data.txt.gz"

MAX_LINE_LENGTH, MAX_DUTY_LENGTH, MAX_KIND_LENGTH = 110, 140, 90
MAX_SHARED_WORDS = 6
HYPE = re.compile(
    r"\b(exciting|rewarding|passion\w*|dream|amazing|vital|crucial|world-class|cutting-edge|various|etc|ensure"
    r"|utiliz\w+|facilitat\w+|leverag\w+)\b",
    re.IGNORECASE,
)


@cache
def lines() -> dict[str, ShippedLine]:
    return read_lines(LINES)


@cache
def occupations() -> dict[str, str]:
    with gzip.open(OCCUPATIONS, "rt", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["O*NET-SOC Code"]: row["Title"] for row in rows}


def gathers_others(onet: str) -> bool:
    """Whether the code is one of those without tasks: military, or for what fits nowhere else."""
    return onet.startswith("55-") or "All Other" in occupations()[onet]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"[\u2019']", "", text.lower()))


def found(problems: Iterator[str]) -> str:
    """What to mend, all of it at once."""
    return "\n".join(problems)


def test_every_occupation_has_a_line_under_the_agencys_title() -> None:
    assert {onet: line.title for onet, line in lines().items()} == occupations()


def test_occupations_have_three_to_six_duties_and_catch_alls_their_kinds_of_work() -> None:
    def problems() -> Iterator[str]:
        for onet, line in lines().items():
            if gathers_others(onet):
                if not 3 <= len(line.kinds) <= 8:
                    yield f"{onet}: {len(line.kinds)} kinds, not 3 to 8"
            elif line.kinds or not 3 <= len(line.duties) <= 6:
                yield f"{onet}: {len(line.duties)} duties, not 3 to 6; {len(line.kinds)} kinds, not 0"

    assert not found(problems())


def test_texts_fit_their_places() -> None:
    def problems() -> Iterator[str]:
        for onet, line in lines().items():
            if len(line.line) > MAX_LINE_LENGTH:
                yield f"{onet}: line of {len(line.line)} characters"
            yield from (
                f"{onet}: duty of {len(duty.sentence)} characters: {duty.sentence}"
                for duty in line.duties
                if len(duty.sentence) > MAX_DUTY_LENGTH
            )
            yield from (f"{onet}: long kind: {kind}" for kind in line.kinds if len(kind) > MAX_KIND_LENGTH)

    assert not found(problems())


def test_sentences_are_built_as_the_page_shows_them() -> None:
    def problems() -> Iterator[str]:
        for onet, line in lines().items():
            yield from (f"{onet}: no full stop: {text}" for text in line.sentences if not text.endswith("."))
            for duty in line.duties:
                if not duty.verb[:1].isupper() or len(duty.verb.split()) > 3:
                    yield f"{onet}: verb of one to three words with a capital: {duty.verb}"

    assert not found(problems())


def test_no_text_has_a_figure_hype_or_a_straight_quote() -> None:
    def problems() -> Iterator[str]:
        for onet, line in lines().items():
            for text in [*line.sentences, *line.kinds]:
                if re.search(r"\d|--|['\"!]", text):
                    yield f"{onet}: {text}"
            yield from (f"{onet}: {text}" for text in line.sentences if HYPE.search(text))

    assert not found(problems())


def test_no_two_occupations_share_a_sentence() -> None:
    counts = Counter(" ".join(words(text)) for line in lines().values() for text in set(line.sentences))

    assert [text for text, count in counts.items() if count > 1] == []


def test_lines_of_near_neighbors_tell_them_apart() -> None:
    def stems(line: ShippedLine) -> set[str]:
        return {word[:5] for word in words(line.line) if len(word) > 3}

    def problems() -> Iterator[str]:
        for onet, line in lines().items():
            for other, neighbor in lines().items():
                if onet < other and onet[:4] == other[:4]:
                    a, b = stems(line), stems(neighbor)
                    if len(a & b) > 0.6 * len(a | b):
                        yield f"{onet} and {other}: {line.line} / {neighbor.line}"

    assert not found(problems())


def test_reading_grade_is_at_most_nine_each_and_eight_in_the_middle() -> None:
    grades = {onet: grade(" ".join(line.sentences)) for onet, line in lines().items()}

    assert {onet: round(value, 1) for onet, value in grades.items() if value > 9} == {}
    assert statistics.median(grades.values()) <= 8


def test_words_are_our_own(agency_files: Path) -> None:
    theirs: set[str] = set()
    for text in agency_sentences(agency_files / "onet_30_1"):
        theirs.update(runs(text))

    def problems() -> Iterator[str]:
        for onet, line in lines().items():
            for text in [*line.sentences, *line.kinds]:
                yield from (f"{onet}: the agency's words: {run}" for run in runs(text) if run in theirs)

    assert not found(problems())


def test_catch_alls_are_the_codes_that_have_no_tasks(agency_files: Path) -> None:
    with (agency_files / "onet_30_1" / "Task Statements.txt").open(encoding="utf-8", newline="") as file:
        with_tasks = {
            row["O*NET-SOC Code"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        }

    assert {onet for onet in occupations() if gathers_others(onet)} == occupations().keys() - with_tasks


def agency_sentences(folder: Path) -> Iterator[str]:
    for name, column in (("Task Statements.txt", "Task"), ("Occupation Data.txt", "Description")):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield row[column]


def runs(text: str) -> Iterator[str]:
    """Every run of one word more than may be shared."""
    found_words = words(text)
    for place in range(len(found_words) - MAX_SHARED_WORDS):
        yield " ".join(found_words[place : place + MAX_SHARED_WORDS + 1])
