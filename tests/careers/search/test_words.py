"""Words of texts and queries."""

import pytest

from careers.search.codes import code_keys
from careers.search.spelling import likelihood
from careers.search.words import MAX_QUERY_LENGTH, fold, joined_hyphens, names_in, query_words, root, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [("U.S. Café’s", "us cafes"), ("People's  Choice", "peoples choice"), ("R&D", "r and d")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Care for the sick", ["care", "sick"]),
        ("IT support", ["it", "support"]),
        ("OR Nurse", ["or", "nurse"]),
        ("x-ray/MRI", ["x", "ray", "mri"]),
        ("C++ and C#", ["c++", "c#"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_query_of_stop_words_keeps_them() -> None:
    assert query_words("the who") == ["the", "who"]


def test_it_may_be_the_field() -> None:
    assert "it" in query_words("work in it")
    assert "it" not in query_words("make it grow")


def test_long_query_is_cut() -> None:
    assert len("".join(query_words("x" * 10_000))) == MAX_QUERY_LENGTH


@pytest.mark.parametrize(
    ("title", "names"),
    [
        (
            "Health Record Technician (Health Record Tech)",
            ["Health Record Technician", "Health Record Tech"],
        ),
        ("Cook", ["Cook"]),
        ("()", []),
    ],
)
def test_names_in_a_title(title: str, names: list[str]) -> None:
    assert names_in(title) == names


def test_joined_hyphens() -> None:
    assert joined_hyphens("X-ray and power-line work") == ["xray", "powerline"]


@pytest.mark.parametrize(("one", "other"), [("driver", "drive"), ("manag", "manager"), ("wait", "waitress")])
def test_doer_and_deed_share_a_root(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(
    ("word", "candidate", "likely"),
    [
        ("nurse", "nurse", 0.85),
        ("nurse", "nrse", 0.59),
        ("nurse", "nusre", 0.59),
        ("nurse", "purge", 0.23),
        ("nurse", "source", 0.0),
        ("cook", "okco", 0.0),
    ],
    ids=["the same", "a letter left out", "two letters swapped", "two changed", "too far", "short and far"],
)
def test_fewer_edits_are_likelier(word: str, candidate: str, likely: float) -> None:
    assert likelihood(word, candidate, subjects=0) == pytest.approx(likely)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("29-2072", ["292072"]),
        ("29-2072.00", ["29207200"]),
        (" 29207200 ", ["29207200"]),
        ("29–2072", ["292072"]),
        ("51.0713", ["51.0713", "510713"]),
        ("510713", ["510713", "51.0713"]),
        ("911", []),
        ("29-2072 coder", []),
    ],
)
def test_codes(text: str, keys: list[str]) -> None:
    assert code_keys(text) == keys
